import 'fake-indexeddb/auto';
import { beforeAll, expect, it } from 'vitest';
import { EvidenceDatabase, type NoteRow, type WordsRow } from '../../src/evidence/store/database.ts';
import { keptBackKinds } from '../../src/model/note.ts';
import { noteActions } from '../../src/model/note-events.ts';
import { getCase, setCase } from '../bundle/tamper/forgeries.ts';
import { type Files, reseal, toFiles, toZip } from '../bundle/zip-surgery.ts';
import { sampleSigner, verifyBytes } from '../samples/bundle.ts';
import { exported } from './exported-case.ts';
import { toldCase } from './told-case.ts';

let place: Awaited<ReturnType<typeof toldCase>>;
let database: EvidenceDatabase;

beforeAll(async () => {
  place = await toldCase();
  database = new EvidenceDatabase(place.databaseName);
});

function spoiled<Row extends NoteRow | WordsRow>(row: Row): Row {
  const sealed = new Uint8Array(row.sealed);
  sealed[sealed.length - 1]! ^= 1;
  return { ...row, sealed };
}

const spoil = (row: NoteRow) => database.notes.put(spoiled(row));
const takeOut = ({ noteId, version }: NoteRow) => database.notes.delete([noteId, version]);
const spoilWords = (row: WordsRow) => database.words.put(spoiled(row));
const takeOutWords = ({ captureId, version }: WordsRow) => database.words.delete([captureId, version]);

async function exportedNow(choice = {}) {
  const pictures = [{ reference: 'CD/2', give: 'copies', copies: [place.copy] }];
  const [zip = new Uint8Array()] = await exported(place, { pictures, ...choice });
  return { files: toFiles(zip), ...(await verifyBytes(zip)) };
}

/** Exports with this row damaged, and puts it back. */
async function exportedWithout(row: NoteRow, damage: (row: NoteRow) => Promise<unknown>, choice = {}) {
  await damage(row);
  try {
    return await exportedNow(choice);
  } finally {
    await database.notes.put(row);
  }
}

async function exportedWithoutWords(row: WordsRow, damage: (row: WordsRow) => Promise<unknown>) {
  await damage(row);
  try {
    return await exportedNow();
  } finally {
    await database.words.put(row);
  }
}

type Exported = Awaited<ReturnType<typeof exportedWithout>>;

const found = ({ findings }: Pick<Exported, 'findings'>, severity: string) =>
  findings.filter(each => each.severity === severity).map(({ code }) => code);

/** The file as somebody with a key would change it. */
async function sealedAgain(files: Files, record: object) {
  const changed = new Map(files);
  setCase(changed, { ...getCase(changed), ...record });
  return verifyBytes(await toZip(await reseal(changed, await sampleSigner())));
}

/** The rows of what was told of persons, oldest first: what the chain names and a bundle holds. */
async function persons(): Promise<readonly [NoteRow, NoteRow]> {
  const events = await place.log.reader.readCustody(place.caseId);
  const { notes } = database;
  const told = events.filter(({ action }) => action === 'person.described');
  const rows = await Promise.all(
    told.map(({ detail }) => notes.get([String(detail['noteId']), Number(detail['version'])])),
  );
  const [first, second] = rows.filter(row => row !== undefined);
  if (first === undefined || second === undefined) throw new Error('no persons');
  return [first, second];
}

const textIn = (files: Files, path: string) => new TextDecoder().decode(files.get(path));

it('each text of a case in turn does not open or is gone: the file says that it is lost, and is never altered', async () => {
  const kept = new Set(keptBackKinds.map(kind => noteActions[kind]));
  const events = await place.log.reader.readCustody(place.caseId);
  for (const [index, row] of (await database.notes.toArray()).entries()) {
    const { noteId, version } = row;
    const written = events.find(({ detail }) => detail['noteId'] === noteId && detail['version'] === version);
    const after = await exportedWithout(row, index % 2 === 0 ? spoil : takeOut);
    expect(found(after, 'failure')).toEqual([]);
    const isGiven = written !== undefined && !kept.has(written.action);
    expect(after.verdict).toBe(isGiven ? 'incomplete' : 'intact');
    expect(getCase(after.files)['lostNotes']).toEqual(isGiven ? [{ noteId, version }] : undefined);
    if (isGiven)
      expect(found(after, 'missing').sort()).toEqual(['case.note.unreadable', 'case.outcome.incomplete']);
  }
});

const said = 'One text that was written of this case could no longer be read';

it('the report and the first page say so, and nothing of it elsewhere', async () => {
  const [row] = await persons();
  const { files } = await exportedWithout(row, spoil);
  expect(textIn(files, 'data/report.html').includes(said)).toBe(true);
  expect(textIn(files, 'READ-ME-FIRST.txt')).toContain('Lost:      some of what was written of the case');
});

it.each([
  [1, spoilWords],
  [2, takeOutWords],
] as const)(
  'words about an exhibit that are lost do not keep the exhibit from being exported: version %i',
  async (version, damage) => {
    const row = (await database.words.toArray()).find(each => each.version === version);
    const { files, verdict, findings } = await exportedWithoutWords(row!, damage);
    expect(found({ findings }, 'failure')).toEqual([]);
    expect(verdict).toBe('incomplete');
    expect(found({ findings }, 'missing').sort()).toEqual([
      'case.outcome.incomplete',
      'exhibit.words.unreadable',
    ]);
    expect(textIn(files, 'data/report.html').includes(said)).toBe(true);
    const [first] = getCase(files).exhibits;
    expect(first).toMatchObject({ reference: 'PC/1', lostWords: [version] });
    const saying = async (lostWords: readonly number[] | undefined) => {
      const exhibits = getCase(files).exhibits.map((each, index) =>
        index === 0 ? { ...each, lostWords } : each,
      );
      return found(await sealedAgain(files, { exhibits }), 'failure');
    };
    expect(await saying(undefined)).not.toEqual([]);
    expect(await saying([1, 2])).toContain('exhibit.words.unchained');
    expect(await saying([version, 7])).toContain('exhibit.words.not-lost');
    expect(await saying([version, version])).toContain('exhibit.words.not-lost');
  },
);

it('a recipient who is told nothing is told nothing of it', async () => {
  const [row] = await persons();
  const after = await exportedWithout(row, spoil, { recipient: 'platform' });
  expect(getCase(after.files)['lostNotes']).toBeUndefined();
  expect(after.verdict).toBe('intact');
});

it('whoever has the key can neither hide a loss nor make one up', async () => {
  const [row, other] = await persons();
  const { files } = await exportedWithout(row, spoil);
  const lost = getCase(files)['lostNotes'] as readonly object[];
  const findings = async (record: object) => found(await sealedAgain(files, record), 'failure');
  expect(await findings({ lostNotes: undefined })).toContain('case.note.missing');
  expect(await findings({ outcome: 'complete' })).toContain('case.outcome.contradicted');
  const there = { noteId: other.noteId, version: other.version };
  expect(await findings({ lostNotes: [...lost, there] })).toContain('case.note.not-lost');
  expect(await findings({ lostNotes: [...lost, ...lost] })).toContain('case.note.not-lost');
  const never = { noteId: row.noteId, version: 99 };
  expect(await findings({ lostNotes: [...lost, never] })).toContain('case.note.not-lost');
  expect(await findings({ notes: undefined, lostNotes: lost })).toContain('case.note.not-lost');
});
