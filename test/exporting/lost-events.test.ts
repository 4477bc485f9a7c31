import 'fake-indexeddb/auto';
import { beforeAll, expect, it } from 'vitest';
import { verifyBundles } from '../../src/bundle/verify/verify-group.ts';
import { contexts } from '../../src/evidence/store/contexts.ts';
import { EvidenceDatabase } from '../../src/evidence/store/database.ts';
import { LogStore } from '../../src/evidence/store/store.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import type { LostEvents } from '../../src/model/lost-events.ts';
import { getCase, setCase } from '../bundle/tamper/forgeries.ts';
import { reseal, toFiles, toZip } from '../bundle/zip-surgery.ts';
import { sampleSigner, verifyBytes, verifyOptions } from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { isThorough, oneOfEach, shareOf } from '../thorough.ts';
import { exported } from './exported-case.ts';
import { toldCase } from './told-case.ts';

let place: Awaited<ReturnType<typeof toldCase>>;
let database: EvidenceDatabase;
let story: readonly CustodyEvent[];

beforeAll(async () => {
  place = await toldCase();
  database = new EvidenceDatabase(place.databaseName);
  story = await place.log.reader.readCustody(place.caseId);
});

/** Runs with the rows of these events damaged, and puts them back. */
async function without<T>(
  numbers: readonly number[],
  damage: (sequence: number) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const rows = await database.custodyEvents.bulkGet(numbers.map(sequence => [place.caseId, sequence]));
  for (const sequence of numbers) await damage(sequence);
  try {
    return await work();
  } finally {
    for (const row of rows) if (row !== undefined) await database.custodyEvents.put(row);
  }
}

const takeOut = (sequence: number) => database.custodyEvents.delete([place.caseId, sequence]);

async function spoil(sequence: number): Promise<void> {
  const row = await database.custodyEvents.get([place.caseId, sequence]);
  const sealed = new Uint8Array(row!.sealed);
  sealed[sealed.length - 1]! ^= 1;
  await database.custodyEvents.put({ ...row!, sealed });
}

/** As somebody would who has the vault key: another event, sealed well, its digest as it was. */
async function rewrite(sequence: number): Promise<void> {
  const store = new LogStore({ databaseName: place.databaseName, now: () => new Date(0) });
  const row = await database.custodyEvents.get([place.caseId, sequence]);
  const event = story.find(each => each.sequence === sequence);
  const sealed = await store.sealJson(contexts.custody(place.caseId, sequence), {
    ...event,
    actor: 'Nobody',
  });
  await database.custodyEvents.put({ ...row!, sealed });
  store.close();
}

/** The exported file, and what is found in it that is not as it should be. */
async function exportedNow() {
  const pictures = [{ reference: 'CD/2', give: 'copies', copies: [place.copy] }];
  const [zip = new Uint8Array()] = await exported(place, { pictures });
  const { verdict, findings } = await verifyBytes(zip);
  const of = (severity: string) =>
    findings.filter(each => each.severity === severity).map(({ code, subject }) => `${code} ${subject}`);
  return { zip, verdict, missing: of('missing'), failures: of('failure'), held: of('success') };
}

/** The same file, by somebody who has a key and says nothing, or something else, of what is lost. */
async function saying(zip: Uint8Array, lostEvents: readonly LostEvents[] | undefined) {
  const files = toFiles(zip);
  setCase(files, { ...getCase(files), lostEvents });
  return verifyBytes(await toZip(await reseal(files, await sampleSigner())));
}

it('each event of a case in turn is lost: the file is incomplete and names it, and never altered', async () => {
  const seen = new Set<string>();
  for (const { sequence, action } of shareOf(
    oneOfEach(story, each => each.action),
    4,
  )) {
    const found = await without([sequence], takeOut, exportedNow);
    expect({ action, failures: found.failures }).toEqual({ action, failures: [] });
    expect(found.verdict).toBe('incomplete');
    expect(found.missing).toContain(`custody.events.lost custody.jsonl:${sequence}`);
    for (const claim of ['custody.chain.intact', 'custody.story.match'])
      expect(found.held.filter(code => code.startsWith(claim))).toEqual([]);
    for (const code of found.missing) seen.add(code.split(' ')[0] ?? '');
    if (sequence % 7 !== 2) continue;
    expect((await saying(found.zip, undefined)).verdict).toBe('altered');
    const elsewhere = [{ from: sequence + 1, to: sequence + 1, reason: 'missing' }] as const;
    expect((await saying(found.zip, elsewhere)).verdict).toBe('altered');
  }
  const told = [
    'case.note.absent',
    'case.note.lost',
    'case.outcome.incomplete',
    'custody.events.lost',
    'exhibit.absent.lost',
    'exhibit.commit.lost',
    'exhibit.copy.lost',
    'exhibit.words.lost',
    'received.event.lost',
  ];
  expect(told).toEqual(isThorough ? [...seen].sort() : expect.arrayContaining([...seen]));
  expect(seen.size).toBeGreaterThan(2);
});

it.each([
  ['unreadable', spoil],
  ['altered', rewrite],
] as const)('an event that is %s is named so, and so is a row of several', async (reason, damage) => {
  const { zip, verdict, failures } = await without([3, 4, 5, 9], damage, exportedNow);
  expect(failures).toEqual([]);
  expect(verdict).toBe('incomplete');
  expect(getCase(toFiles(zip))['lostEvents']).toEqual([
    { from: 3, to: 5, reason },
    { from: 9, to: 9, reason },
  ]);
});

it('a chain of which all but the export is lost is incomplete, with every exhibit unwitnessed', async () => {
  const before = await place.log.reader.readCustody(place.caseId);
  const all = before.map(({ sequence }) => sequence);
  const { verdict, failures, missing } = await without(all, takeOut, exportedNow);
  expect(failures).toEqual([]);
  expect(verdict).toBe('incomplete');
  expect(missing.filter(code => code.startsWith('exhibit.commit.lost'))).toEqual([
    'exhibit.commit.lost PC/1',
    'exhibit.commit.lost CD/2',
    'exhibit.commit.lost CD/4',
  ]);
});

it('an event that is lost after a whole export contradicts nothing in it', async () => {
  const { zip } = await exportedNow();
  const { zip: later } = await without([4], takeOut, exportedNow);
  const { verdict, group } = await verifyBundles(
    [bytesSource(zip, 'whole.zip'), bytesSource(later, 'later.zip')],
    verifyOptions,
  );
  expect(verdict).toBe('incomplete');
  expect(group.filter(({ severity }) => severity !== 'success').map(({ code }) => code)).toEqual([
    'group.custody.partly',
  ]);
});
