import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { contexts } from '../../src/evidence/store/contexts.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { LogStore } from '../../src/evidence/store/store.ts';
import { type ReceivedBundle, type ReceivedId, receivedFolder } from '../../src/model/received.ts';
import { readReceived } from '../../src/ui/receive/read-received.ts';
import { getCase, setCase } from '../bundle/tamper/forgeries.ts';
import { type Files, reseal, toFiles, toZip } from '../bundle/zip-surgery.ts';
import { sampleSigner, sampleZip, verifyBytes } from '../samples/bundle.ts';
import { shareOf } from '../thorough.ts';
import { exported, fileOf, type Opened, opened, recordOwn } from './exported-case.ts';

let place: Opened;
let database: EvidenceDatabase;
let store: LogStore;
let kept: readonly ReceivedBundle[];

/** A case with an exhibit, and with three received files of which the third was erased. */
beforeAll(async () => {
  place = await opened();
  await place.receive(fileOf(await sampleZip(), 'one.zip'));
  await place.receive(fileOf(await sampleZip({ volumes: 2 }), 'two.zip'));
  await place.receive(fileOf(new Uint8Array(40), 'three.zip'));
  await recordOwn(place);
  kept = await place.log.reader.listReceived(place.caseId);
  await erase(kept[2]!.id);
  database = new EvidenceDatabase(place.databaseName);
  store = new LogStore({ databaseName: place.databaseName, now: () => new Date(0) });
});

const erase = (receivedId: ReceivedId) =>
  place.log.writer.eraseReceived({ caseId: place.caseId, receivedId }, 'the wrong file');

function spoiled(sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sealed);
  bytes[bytes.length - 1]! ^= 1;
  return bytes;
}

/** Writes the row anew as somebody would who has the vault key. */
async function rewrite(bundle: ReceivedBundle, change: object): Promise<void> {
  const sealed = await store.sealJson(contexts.received(bundle.id), { ...bundle, ...change });
  await database.received.update(bundle.id, { sealed });
}

async function rewritePart({ id }: ReceivedBundle, bytes: Uint8Array): Promise<void> {
  const sealed = await store.sealBytes(contexts.receivedPart(id, 0), bytes);
  await database.receivedParts.update([id, 0], { bytes: sealed });
}

type Damage = (bundle: ReceivedBundle) => Promise<unknown>;

/** What becomes of a row. It shows when the case is looked through. */
const rowDamages: readonly (readonly [string, Damage])[] = [
  [
    'does not open',
    async ({ id }) =>
      database.received.update(id, { sealed: spoiled((await database.received.get(id))!.sealed) }),
  ],
  ['is gone', ({ id }) => database.received.delete(id)],
  ['has another digest', bundle => rewrite(bundle, { sha256: 'a'.repeat(64) })],
  ['has another size', bundle => rewrite(bundle, { size: 9 })],
  ['has another name', bundle => rewrite(bundle, { name: 'other.zip' })],
  ['has another verdict', bundle => rewrite(bundle, { verdict: 'altered' })],
  ['is of no format', bundle => rewrite(bundle, { facts: {} })],
];

/** What becomes of the bytes, or of what only they can contradict. It shows when they are written and checked. */
const byteDamages: readonly (readonly [string, Damage])[] = [
  [
    'do not open',
    async ({ id }) => {
      const { bytes } = (await database.receivedParts.get([id, 0]))!;
      const read = bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
      await database.receivedParts.update([id, 0], { bytes: spoiled(read) });
    },
  ],
  ['are gone', ({ id }) => database.receivedParts.delete([id, 0])],
  ['are others', bundle => rewritePart(bundle, new Uint8Array(bundle.size))],
  ['are fewer', bundle => rewritePart(bundle, new Uint8Array(9))],
  ['are more', bundle => rewritePart(bundle, new Uint8Array(bundle.size + 9))],
  ['are said to be in more pieces', bundle => rewrite(bundle, { parts: 2 })],
  ['have another CRC in their row', bundle => rewrite(bundle, { crc32: 5 })],
  [
    'are said to have been counted otherwise',
    ({ counts, ...bundle }) => rewrite({ ...bundle, counts }, { counts: { ...counts, failure: 3 } }),
  ],
  ['are said to be of another case', bundle => rewrite(bundle, { title: 'Another case' })],
  [
    'are said to have been kept before they came',
    bundle => rewrite(bundle, { keptAt: '2020-01-01T00:00:00.000Z' }),
  ],
];

/** Runs with these files damaged, and puts their rows and bytes back. */
async function damaged<T>(files: readonly ReceivedBundle[], damage: Damage, work: () => Promise<T>) {
  const rows = await database.received.toArray();
  const parts = await database.receivedParts.toArray();
  for (const file of files) await damage(file);
  try {
    return await work();
  } finally {
    await database.received.bulkPut(rows);
    await database.receivedParts.bulkPut(parts);
  }
}

async function checked(zip: Uint8Array = new Uint8Array()) {
  const { verdict, findings, received = [] } = await verifyBytes(zip);
  const of = (severity: string) => findings.filter(each => each.severity === severity);
  return {
    ...{
      verdict,
      findings,
      files: toFiles(zip),
      received: received.map(({ path }) => path.split('/').at(-1)),
    },
    failures: of('failure').map(({ code }) => code),
    missing: of('missing').map(({ code, detail }) => `${code} ${/“(.*?)”/.exec(detail)?.[1] ?? ''}`),
  };
}

const exportedNow = async (choice = {}, agreed = {}) =>
  checked((await exported(place, choice, undefined, agreed))[0]);

const lostOf = (files: readonly ReceivedBundle[]) =>
  files.map(({ id, name, sha256 }) => ({ receivedId: id, name, sha256 }));

/** The file as somebody with a key would change it. */
async function sealedAgain(files: Files, record: object) {
  const changed = new Map(files);
  setCase(changed, { ...getCase(changed), ...record });
  return checked(await toZip(await reseal(changed, await sampleSigner())));
}

const text = (files: Files, path: string) => new TextDecoder().decode(files.get(path));

it('a case of which no received file is lost is intact, and says nothing of it', async () => {
  const { verdict, received, files } = await exportedNow();
  expect([verdict, received]).toEqual(['intact', ['one.zip', 'two.zip']]);
  expect(getCase(files)['lostReceived']).toBeUndefined();
});

describe.each(shareOf(rowDamages, 2))('the row of a received file that %s', (_, damage) => {
  it.each([0, 1])('is named as lost, and the file is never altered: file %i', async which => {
    const file = kept[which]!;
    const found = await damaged([file], damage, exportedNow);
    expect(found.failures).toEqual([]);
    expect(found.verdict).toBe('incomplete');
    expect(found.missing.sort()).toEqual([
      'case.outcome.incomplete ',
      `received.entry.unreadable ${file.name}`,
    ]);
    expect(getCase(found.files)['lostReceived']).toEqual(lostOf([file]));
    expect(found.received).toEqual([kept[1 - which]!.name]);
  });
});

describe.each(shareOf(byteDamages, 3))('the bytes of a received file that %s', (_, damage) => {
  it.each([
    ['the first', [0]],
    ['the second', [1]],
    ['both', [0, 1]],
  ])('are told before there is a file, all at once: %s', async (_which, which) => {
    const files = which.flatMap(index => kept[index] ?? []);
    await damaged(files, damage, async () => {
      await expect(exportedNow()).rejects.toMatchObject({
        ...{ code: 'export.received.damaged', message: files.map(({ id }) => id).join(', ') },
      });
      const found = await exportedNow({}, { lostReceived: lostOf(files) });
      expect([found.failures, found.verdict]).toEqual([[], 'incomplete']);
      expect(getCase(found.files)['lostReceived']).toEqual(lostOf(files));
      expect(found.received).toEqual(
        kept.slice(0, 2).flatMap(file => (files.includes(file) ? [] : file.name)),
      );
    });
  });
});

describe('an exhibit and received files of which the bytes are damaged', () => {
  /** Runs with the files of the exhibit damaged too. */
  async function withExhibitDamaged<T>(work: () => Promise<T>): Promise<T> {
    const rows = await database.artifacts.toArray();
    const records = (await database.captures.toArray()).map(({ recordSha256 }) => recordSha256);
    const files = rows.filter(row => !records.includes(row.sha256));
    for (const row of files) await database.artifacts.put({ ...row, bytes: new Uint8Array(40) });
    try {
      return await work();
    } finally {
      await database.artifacts.bulkPut(rows);
    }
  }

  it.each([
    ['in one ZIP file', 500_000_000, false],
    ['in several, of which a later one has the received file', 3_500_000, true],
  ])('are told in one go: %s', async (_, bytes, areSeveral) => {
    expect((await exported(place, {}, bytes)).length > 1).toBe(areSeveral);
    const file = kept[1];
    await damaged([file!], byteDamages[0]![1], () =>
      withExhibitDamaged(async () => {
        await expect(exported(place, {}, bytes)).rejects.toMatchObject({
          ...{ code: 'export.exhibits.damaged', message: `PC/1, ${file!.id}` },
        });
        const agreed = { damaged: ['PC/1'], lostReceived: lostOf([file!]) };
        const zips = await exported(place, {}, undefined, agreed);
        for (const zip of zips) expect((await checked(zip)).failures).toEqual([]);
      }),
    );
  });
});

describe('the page of received files', () => {
  const read = () => readReceived(place.log.reader, place.caseId);
  const shown = async (of: readonly ReceivedBundle[], damage: Damage) =>
    (await damaged(of, damage, read)).lost.map(({ receivedId }) => receivedId);

  it('names none when none is lost; one that was erased is not', async () => {
    expect(await read()).toEqual({ rows: kept.slice(0, 2), lost: [], isChainBroken: false });
  });

  it.each(rowDamages)('names one whose row %s', async (_, damage) => {
    expect(await shown([kept[1]!], damage)).toEqual([kept[1]!.id]);
  });

  it('names one whose bytes are gone, and several', async () => {
    const [, gone] = byteDamages[1]!;
    expect(await shown([kept[0]!], gone)).toEqual([kept[0]!.id]);
    expect(await shown(kept.slice(0, 2), gone)).toEqual(kept.slice(0, 2).map(({ id }) => id));
  });
});

it('the report and the first page say so', async () => {
  const { files } = await damaged([kept[0]!], rowDamages[0]![1], exportedNow);
  const report = text(files, 'data/report.html');
  for (const words of [
    'One file that was received from others could no longer be read',
    'Received files that are missing',
    'one.zip',
    kept[0]!.sha256,
  ])
    expect(report.includes(words)).toBe(true);
  expect(text(files, 'READ-ME-FIRST.txt')).toContain(
    'Lost:      received files; data/report.html says which',
  );
});

it('a received file of which row and event are lost leaves what its chain still shows', async () => {
  const receipt = (await place.log.reader.readCustody(place.caseId)).find(
    ({ detail }) => detail['receivedId'] === kept[0]!.id,
  )!;
  const row = (await database.custodyEvents.get([place.caseId, receipt.sequence]))!;
  const gone: Damage = async ({ id }) => {
    await database.received.delete(id);
    await database.custodyEvents.delete([place.caseId, receipt.sequence]);
  };
  try {
    const found = await damaged([kept[0]!], gone, exportedNow);
    expect([found.failures, found.verdict]).toEqual([[], 'incomplete']);
  } finally {
    await database.custodyEvents.put(row);
  }
});

it('one whose erasure is a lost event is named, with the word that it may have been erased', async () => {
  const events = await place.log.reader.readCustody(place.caseId);
  const { sequence } = events.find(({ action }) => action === 'received.erased')!;
  const row = (await database.custodyEvents.get([place.caseId, sequence]))!;
  await database.custodyEvents.delete([place.caseId, sequence]);
  try {
    const found = await exportedNow();
    expect([found.failures, found.verdict]).toEqual([[], 'incomplete']);
    expect(getCase(found.files)['lostReceived']).toEqual(lostOf([kept[2]!]));
    const { detail } = found.findings.find(({ code }) => code === 'received.entry.unreadable')!;
    expect(detail).toContain('A lost event may have erased it.');
  } finally {
    await database.custodyEvents.put(row);
  }
});

it('one that was left out by choice, or is not for this recipient, is not lost', async () => {
  const [, damage] = rowDamages[0]!;
  for (const choice of [{ documentsLeftOut: [receivedFolder(kept[0]!.sha256)] }, { recipient: 'platform' }]) {
    const found = await damaged([kept[0]!], damage, () => exportedNow(choice));
    expect([found.failures, found.verdict]).toEqual([[], 'intact']);
    expect(getCase(found.files)['lostReceived']).toBeUndefined();
  }
});

it('the same file, received again, takes the place of the lost one', async () => {
  const again = await opened();
  const original = await sampleZip();
  await again.receive(fileOf(original, 'one.zip'));
  await recordOwn(again);
  const [first] = await again.log.reader.listReceived(again.caseId);
  await new EvidenceDatabase(again.databaseName).received.delete(first!.id);
  await again.receive(fileOf(original, 'one-again.zip'));
  const found = await checked((await exported(again))[0]);
  expect([found.failures, found.verdict]).toEqual([[], 'intact']);
  expect(found.received).toEqual(['one-again.zip']);
});

it('a case of which nothing but lost received files is left is not exported', async () => {
  const only = await opened();
  await only.receive(fileOf(await sampleZip(), 'one.zip'));
  const [file] = await only.log.reader.listReceived(only.caseId);
  await new EvidenceDatabase(only.databaseName).received.delete(file!.id);
  await expect(exported(only)).rejects.toMatchObject({ code: 'export.case.damaged' });
});

it('whoever has the key can neither hide a loss nor make one up', async () => {
  const { files } = await damaged([kept[0]!], rowDamages[0]![1], exportedNow);
  const [lost] = lostOf([kept[0]!]);
  const failures = async (record: object) => (await sealedAgain(files, record)).failures;
  expect(await failures({ lostReceived: undefined })).toContain('received.entry.missing');
  expect(await failures({ outcome: 'complete' })).toContain('case.outcome.contradicted');
  for (const more of [lost, ...lostOf([kept[1]!, kept[2]!]), { ...lost, sha256: 'b'.repeat(64) }])
    expect(await failures({ lostReceived: [lost, more] })).toContain('received.entry.not-lost');
});
