import type { BundleExhibit, BundleInput } from '../../../src/bundle/bundle-input.ts';
import { textBytes } from '../../../src/bundle/layout.ts';
import { canonicalBytes } from '../../../src/crypto/canonical-json.ts';
import { sha256 } from '../../../src/crypto/digest.ts';
import { appendEvent } from '../../../src/custody/chain.ts';
import { eventsToJsonl } from '../../../src/custody/jsonl.ts';
import type { CaptureRecord, PreviousEvent } from '../../../src/model/capture.ts';
import type { CustodyAction, CustodyDetail, CustodyEntry, CustodyEvent } from '../../../src/model/custody.ts';
import { exhibitDirectory, exhibitReference } from '../../../src/model/exhibit.ts';
import type { FindingCode } from '../../../src/model/finding-codes.ts';
import { instantSchema, sha256Schema } from '../../../src/model/identifiers.ts';
import { type ExportedNote, exportedNoteSchema, type Note, type NoteOf } from '../../../src/model/note.ts';
import { captureIdOf, groupId, linkEvents, sampleInput, sampleSigner, zipOf } from '../../samples/bundle.ts';
import { stampedEvent, stampedExhibit } from '../time-stamped.ts';
import { type Files, reseal, toFiles, toZip } from '../zip-surgery.ts';
import { type CaseJson, getCase, type Row, setCase } from './forgeries.ts';

/** An earlier export of the same case, in the chain alone. */
export const earlierGroup = '5d1a4f38-0c7b-4a9e-8f53-6b2d3a9e1c01';
/** Notes, working copies and received files of the story. */
export const diaryId = '5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a91';
export const sessionId = '5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a92';
export const copyId = '7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a77';

const producer = 'A. B. Carter (ABC)';
const erasedRecord = '1'.repeat(64);

/** What somebody with the key changes, each on top of the one before. Everything is digested, linked and sealed again. */
export interface StoryChanges {
  readonly capture?: (record: CaptureRecord) => object;
  readonly exhibits?: (exhibits: readonly BundleExhibit[]) => readonly BundleExhibit[];
  readonly notes?: (notes: readonly ExportedNote[]) => readonly object[];
  readonly entries?: (entries: readonly CustodyEntry[]) => readonly CustodyEntry[];
  /** What each record names as the event before its own. */
  readonly previous?: (event: PreviousEvent, record: CaptureRecord) => PreviousEvent | undefined;
  /** An authority's reply over each record, which the chain tells of right after the recording. */
  readonly reply?: (imprint: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** What the chain is rewritten to once the records and their time-stamps are there, and stay. */
  readonly afterwards?: (events: readonly CustodyEntry[]) => readonly CustodyEntry[];
  /** Numbers of events that are taken out of the linked chain, and said to be lost, in runs. */
  readonly lost?: readonly number[];
  /** What the record of the case says otherwise, before the bag is made of it. */
  readonly caseRecord?: object;
  readonly record?: (record: CaseJson) => object;
  readonly files?: (files: Files) => void;
}

/**
 * The sample's case with a chain as the program writes it: opened, recorded, described, a diary, an officer's session,
 * a working copy, an erasure, an earlier export, and this one.
 */
export async function storyZip(changes: StoryChanges = {}): Promise<Uint8Array> {
  const input = await sampleInput();
  const exhibits = await Promise.all(
    input.exhibits.map((exhibit, index) =>
      index === 0 && changes.capture !== undefined
        ? recordedAs(exhibit, changes.capture(exhibit.record))
        : exhibit,
    ),
  );
  const notes = await storyNotes();
  const entries = await storyEntries(input, exhibits, notes);
  const told = {
    entries: changes.entries?.(entries) ?? entries,
    exhibits: changes.exhibits?.(exhibits) ?? exhibits,
  };
  const { exhibits: all, events: made } = await recordedIn(told, changes);
  const linked = changes.afterwards === undefined ? made : await linkEvents(changes.afterwards(made));
  const lost = changes.lost ?? [];
  const events = linked.filter(({ sequence }) => !lost.includes(sequence));
  const zip = await zipOf({
    ...input,
    exhibits: all,
    custodyJsonl: eventsToJsonl(events),
    caseRecord: {
      ...input.caseRecord,
      custodyHead: events.at(-1)?.digest ?? input.caseRecord.custodyHead,
      exhibits: all.map(({ entry }) => entry),
      recipient: 'police',
      ...(lost.length > 0 && {
        outcome: 'incomplete',
        lostEvents: lost.map(number => ({ from: number, to: number, reason: 'missing' as const })),
      }),
      notes: (changes.notes?.(notes) ?? notes) as ExportedNote[],
      ...changes.caseRecord,
    },
  });
  if (changes.record === undefined && changes.files === undefined) return zip;
  const files = toFiles(zip);
  if (changes.record !== undefined) setCase(files, changes.record(getCase(files)));
  changes.files?.(files);
  return toZip(await reseal(files, await sampleSigner()));
}

/** Every record made final as the log does it, when the chain has come to its event. */
async function recordedIn(
  told: { readonly entries: readonly CustodyEntry[]; readonly exhibits: readonly BundleExhibit[] },
  { previous = event => event, reply }: StoryChanges,
): Promise<{ readonly events: readonly CustodyEvent[]; readonly exhibits: readonly BundleExhibit[] }> {
  const exhibits = [...told.exhibits];
  const events: CustodyEvent[] = [];
  for (const entry of told.entries) {
    const last = events.at(-1);
    const at = exhibits.findIndex(each => isOf(each, entry));
    const exhibit = exhibits[at];
    if (last === undefined || exhibit === undefined) {
      events.push(await appendEvent(last, entry));
      continue;
    }
    const previousEvent = previous({ sequence: last.sequence, digest: last.digest }, exhibit.record);
    const final = await recordedAs(exhibit, { ...exhibit.record, ...(previousEvent && { previousEvent }) });
    exhibits[at] = final;
    const detail = { ...entry.detail, recordSha256: final.entry.recordSha256 };
    const committed = await appendEvent(last, { ...entry, detail });
    events.push(committed);
    if (reply === undefined) continue;
    const stamped = await stampedExhibit(final, reply);
    exhibits[at] = stamped;
    events.push(
      await appendEvent(committed, { ...(await stampedEvent(stamped)), at: entry.at, actor: producer }),
    );
  }
  return { events, exhibits };
}

function isOf({ entry, record }: BundleExhibit, { action, subject, detail }: CustodyEntry): boolean {
  if (action !== 'capture.committed' || subject.captureId !== record.id) return false;
  return detail['recordSha256'] === entry.recordSha256;
}

/** The exhibit with another record, and the digest of that in its entry. */
async function recordedAs(exhibit: BundleExhibit, record: object): Promise<BundleExhibit> {
  const recordBytes = textBytes(new TextDecoder().decode(canonicalBytes(record)));
  const recordSha256 = sha256Schema.parse(await sha256(recordBytes));
  const entry = { ...exhibit.entry, recordSha256 };
  return { ...exhibit, record: record as CaptureRecord, recordBytes, entry };
}

/** The first exhibit's recording once more, with another number. */
export async function underAnotherNumber(
  exhibit: BundleExhibit,
  number: number,
  change: (record: CaptureRecord) => object = record => record,
): Promise<BundleExhibit> {
  const reference = exhibitReference('ABC', number);
  const id = captureIdOf(number);
  const again = await recordedAs(exhibit, { ...change(exhibit.record), id, reference });
  const directory = `exhibits/${exhibitDirectory(reference)}`;
  return { ...again, entry: { ...again.entry, captureId: id, reference, directory, words: [] } };
}

const diary: NoteOf<'diary'> = {
  kind: 'diary',
  on: '2026-02-03',
  time: 'about nine',
  place: '',
  what: 'He waited in the car park.',
  impact: '',
  people: [],
  target: '',
  witnesses: '',
  categories: ['loitering'],
  breachesOrder: false,
};

const session = {
  kind: 'session',
  ...{ name: 'C. Doe', rank: 'PC', number: '1', force: 'Some Force', caseReference: '42/1' },
  ...{ purpose: 'To look at the posts.', authority: '', discussion: '' },
} as const;

async function storyNotes(): Promise<readonly ExportedNote[]> {
  const version = async (note: Note, number: number, writtenAt: string) => ({
    ...{ version: number, writtenAt, note },
    sha256: await sha256(canonicalBytes(note)),
  });
  return [
    {
      id: diaryId,
      versions: [
        await version(diary, 1, '2026-03-02T12:00:00.000Z'),
        await version({ ...diary, place: 'Outside the school' }, 2, '2026-03-02T12:30:00.000Z'),
      ],
    },
    { id: sessionId, versions: [await version(session, 1, '2026-03-02T13:00:00.000Z')] },
  ].map(note => exportedNoteSchema.parse(note));
}

async function storyEntries(
  { caseRecord }: BundleInput,
  exhibits: readonly BundleExhibit[],
  notes: readonly ExportedNote[],
): Promise<readonly CustodyEntry[]> {
  const [post, page] = exhibits;
  if (post === undefined || page === undefined) throw new Error('a sample without exhibits');
  const entry = (at: string, action: CustodyAction, detail: CustodyDetail, number?: number) => ({
    at: instantSchema.parse(at),
    ...{ action, actor: producer, detail },
    subject: {
      caseId: caseRecord.case.id,
      ...(number !== undefined && {
        captureId: captureIdOf(number),
        reference: exhibitReference('ABC', number),
      }),
    },
  });
  const committed = ({ entry: { recordSha256 }, record }: BundleExhibit) => ({
    ...{ recordSha256, outcome: record.outcome, scope: record.scope },
    artifacts: record.artifacts.length,
  });
  const prepared = (id: string, references: string[], absent: string[]) => ({
    ...{ groupId: id, references, absent, recipient: 'police', documentsLeftOut: ['police/'] },
    ...{ contactSheet: false, vulnerabilityTold: false },
  });
  const picture = post.record.artifacts[0];
  const copy = {
    ...{ copyId, original: picture?.path ?? '', originalSha256: picture?.sha256 ?? '' },
    ...{ copySha256: '2'.repeat(64), madeAt: '2026-03-02T14:00:00.000Z', covered: ['0,0 9x9'] },
  };
  const fingerprint = caseRecord.signerFingerprint;
  const opened = {
    caseSha256: await sha256(canonicalBytes(caseRecord.case)),
    signerFingerprint: fingerprint,
  };
  const written = notes.flatMap(({ id, versions }) =>
    versions.map(({ version, writtenAt, note, sha256: digest }) =>
      entry(writtenAt, note.kind === 'session' ? 'session.opened' : 'diary.written', {
        ...{ noteId: id, version, sha256: digest },
        ...(note.kind === 'session' && {
          ...{ officer: 'PC, C. Doe, 1, Some Force', caseReference: note.caseReference },
          purpose: note.purpose,
        }),
      }),
    ),
  );
  return [
    entry('2026-03-01T09:00:00.000Z', 'case.opened', opened),
    entry('2026-03-01T10:00:02.500Z', 'capture.committed', committed(post), 1),
    entry('2026-03-02T09:00:00.000Z', 'capture.committed', { recordSha256: erasedRecord }, 2),
    ...post.entry.words.map(({ version, writtenAt, sha256: digest }) =>
      entry(writtenAt, 'exhibit.described', { version, sha256: digest }, 1),
    ),
    ...written,
    entry('2026-03-02T14:00:00.500Z', 'copy.made', copy, 1),
    entry('2026-03-02T15:00:00.000Z', 'bundle.prepared', prepared(earlierGroup, ['ABC/1', 'ABC/2'], [])),
    entry('2026-03-02T15:00:09.000Z', 'bundle.exported', {
      ...{ groupId: earlierGroup, volumes: [`earlier.zip ${'3'.repeat(64)}`] },
      signerFingerprint: fingerprint,
    }),
    entry('2026-03-03T10:00:02.500Z', 'capture.committed', committed(page), 3),
    entry('2026-03-03T11:00:00.000Z', 'exhibit.viewed', {}, 3),
    entry('2026-03-03T12:00:00.000Z', 'exhibit.erased', { recordSha256: erasedRecord, reason: '' }, 2),
    entry('2026-03-04T05:06:07.000Z', 'bundle.prepared', prepared(groupId, ['ABC/1', 'ABC/3'], ['ABC/2'])),
  ];
}

/** The event that the story has as its nth of this action, changed. */
export function changed(
  action: CustodyAction,
  change: (entry: CustodyEntry) => Partial<CustodyEntry>,
  nth = 0,
) {
  return (entries: readonly CustodyEntry[]): readonly CustodyEntry[] => {
    const chosen = entries.filter(entry => entry.action === action).at(nth);
    if (chosen === undefined) throw new Error(`no such event: ${action}`);
    return entries.map(entry => (entry === chosen ? { ...entry, ...change(entry) } : entry));
  };
}

/** The same for its details alone; one that becomes undefined is left out. */
export function retold(
  action: CustodyAction,
  detail: Readonly<Record<string, CustodyDetail[string] | undefined>>,
  nth = 0,
) {
  return changed(
    action,
    entry => ({
      detail: Object.fromEntries(
        Object.entries({ ...entry.detail, ...detail }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    }),
    nth,
  );
}

/** An event put in at a place, or behind all others, like the one there but for what is given. */
export function putIn(at: number, entry: Partial<CustodyEntry>) {
  return (entries: readonly CustodyEntry[]): readonly CustodyEntry[] => {
    const model = entries.at(at) ?? entries.at(-1);
    if (model === undefined) throw new Error('no such place');
    return entries.toSpliced(at, 0, { ...model, ...entry });
  };
}

/** What somebody with the key tells otherwise, as a row of a table. */
export const row = (
  what: string,
  changes: StoryChanges,
  code: FindingCode,
  subject: string,
  ...verdict: 'intact'[]
): Row => {
  const alter = () => storyZip(changes);
  return verdict[0] === undefined ? [what, alter, code, subject] : [what, alter, code, subject, verdict[0]];
};
