import { canonicalBytes } from '../../../crypto/canonical-json.ts';
import { sha256 } from '../../../crypto/digest.ts';
import { mapTogether } from '../../../crypto/together.ts';
import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import type { CodeOf } from '../../../model/finding-codes.ts';
import type { LostNote } from '../../../model/lost-texts.ts';
import { type ExportedNote, keptBackKinds } from '../../../model/note.ts';
import { noteActions, noteFacts } from '../../../model/note-events.ts';
import { salted } from '../../../model/salt.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { compareMoments } from '../exhibits/moments.ts';
import { lastErasures, unreadWritings, versionKey, writingsIn } from './unread-notes.ts';

/**
 * Whether the recipient was given nothing that people wrote. A bundle made before there was a choice names no recipient
 * and has the words but no notes.
 */
export function isWithheld(record: CaseRecord): boolean {
  return record.recipient !== undefined && record.notes === undefined;
}

/** Compares every version of every note with the chain, and the chain with the notes. */
export async function checkNotes(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): Promise<readonly Finding[]> {
  return [...checkWithheld(record), ...(await checkGiven(record, events, losses))];
}

/** A platform is given nothing that a person wrote or that others handed over. */
function checkWithheld(record: CaseRecord): readonly Finding[] {
  const { recipient, notes, received, lostReceived, exhibits } = record;
  const isGiven = [notes, received, lostReceived].some(each => each !== undefined);
  const hasOwnWords = isGiven || exhibits.some(({ words }) => words.length > 0);
  if (recipient !== 'platform' || !hasOwnWords) return [];
  const detail =
    'It was made for a platform, and holds what people wrote. Holdfast gives none of that to a platform.';
  return [altered('case.recipient.contradicted', bundlePaths.caseRecord, detail)];
}

async function checkGiven(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): Promise<readonly Finding[]> {
  const written = writingsIn(events);
  if (record.notes === undefined)
    return [...withheld(record, written), ...checkNamedLost(record.lostNotes ?? [], [])];
  const chained = {
    ...eventsByWriting(written),
    lastErasure: lastErasures(events),
    losses,
  };
  const findings = await mapTogether(record.notes, note => checkNote(note, chained));
  return [
    ...findings.flat(),
    ...checkTwice(record.notes),
    ...record.notes.flatMap(checkForm),
    ...checkMissing(record, events, chained),
  ];
}

/** Versions are oldest first, all of one kind, and never of a kind that is kept back. The last one applies. */
function checkForm({ id, versions }: ExportedNote): readonly Finding[] {
  const kinds = new Set(versions.map(({ note }) => note.kind));
  const [kind = 'note'] = kinds;
  const isInOrder = versions.every(
    ({ version }, index) => index === 0 || version >= (versions[index - 1]?.version ?? 0),
  );
  const find = (code: CodeOf<'failure'>, detail: string) => altered(code, `${kind} ${id}`, detail);
  return [
    ...(isInOrder
      ? []
      : [
          find(
            'case.note.disordered',
            'Its versions are not in their order. The last one is not what holds.',
          ),
        ]),
    ...(kinds.size > 1
      ? [find('case.note.mixed', 'Its versions are of different kinds. A note stays of one kind.')]
      : []),
    ...(keptBackKinds.some(each => kinds.has(each))
      ? [find('case.note.kept-back', 'Holdfast gives no note of this kind to anybody.')]
      : []),
  ];
}

/** A note has each version only once in the record. */
function checkTwice(notes: readonly ExportedNote[]): readonly Finding[] {
  const seen = new Set<string>();
  return notes.flatMap(({ id, versions }) =>
    versions.flatMap(({ version, note }) => {
      const key = versionKey(id, version);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const subject = `${note.kind} ${key.replace(' ', ' version ')}`;
      return [altered('case.note.duplicate', subject, 'The record of the case holds it twice.')];
    }),
  );
}

/** The chain's events about notes, by note, so that a long chain is read once. */
interface Chained {
  /** The last event that writes these words as this version of this note. */
  readonly byWriting: ReadonlyMap<string, CustodyEvent>;
  /** The sequence number of the last event that writes this version of this note, whatever its words. */
  readonly lastWriting: ReadonlyMap<string, number>;
  /** The sequence number of the event that last erased a note. */
  readonly lastErasure: ReadonlyMap<string, number>;
  readonly losses: Losses;
}

function eventsByWriting(written: readonly CustodyEvent[]): Pick<Chained, 'byWriting' | 'lastWriting'> {
  const byWriting = new Map<string, CustodyEvent>();
  const lastWriting = new Map<string, number>();
  for (const event of written) {
    const { noteId, version, sha256: digest } = event.detail;
    byWriting.set(`${versionKey(noteId, version)} ${String(digest)}`, event);
    lastWriting.set(versionKey(noteId, version), event.sequence);
  }
  return { byWriting, lastWriting };
}

function withheld(record: CaseRecord, written: readonly CustodyEvent[]): readonly Finding[] {
  if (written.length === 0 || !isWithheld(record)) return [];
  const detail = 'What people wrote of the case was not given to this recipient.';
  return [noted('case.notes.withheld', bundlePaths.caseRecord, detail)];
}

async function checkNote(note: ExportedNote, chained: Chained): Promise<readonly Finding[]> {
  const findings = await mapTogether(note.versions, async version => {
    const subject = `${version.note.kind} ${note.id} version ${version.version}`;
    const isAsWritten = (await digestOf(salted(version.note, version.salt))) === version.sha256;
    const event = chained.byWriting.get(`${versionKey(note.id, version.version)} ${version.sha256}`);
    if (!isAsWritten)
      return [altered('case.note.mismatch', subject, 'What was written here has been changed.')];
    if (event === undefined && isWritingLost(note.id, version.version, chained))
      return [unwitnessed('case.note.lost', subject, 'that this was written')];
    if (event === undefined)
      return [altered('case.note.unchained', subject, 'The chain does not name what is written here.')];
    return checkWriting({ subject, version, event, erasedAt: chained.lastErasure.get(note.id) });
  });
  return findings.flat();
}

/** Whether this version's event may be lost: an event between those of its neighbouring versions is. */
function isWritingLost(id: string, version: number, { lastWriting, lastErasure, losses }: Chained): boolean {
  if (lastWriting.has(versionKey(id, version))) return false;
  const after = Math.max(lastWriting.get(versionKey(id, version - 1)) ?? 1, lastErasure.get(id) ?? 1);
  const before = lastWriting.get(versionKey(id, version + 1)) ?? Number.POSITIVE_INFINITY;
  return losses.between(after, before) > 0;
}

interface Writing {
  readonly subject: string;
  readonly version: ExportedNote['versions'][number];
  readonly event: CustodyEvent;
  /** The sequence number of the event that erased the note, if any. */
  readonly erasedAt: number | undefined;
}

/** Compares the event's facts about the note, other than its digest, and its time. */
function checkWriting({ subject, version, event, erasedAt }: Writing): readonly Finding[] {
  if (erasedAt !== undefined && erasedAt > event.sequence)
    return [altered('case.note.erased', subject, 'The chain says that this was erased, yet it is here.')];
  const { note, writtenAt } = version;
  const facts = Object.entries(noteFacts(note));
  const isSame = facts.every(([name, value]) => isSameFact(event.detail[name] ?? value, value));
  if (event.action !== noteActions[note.kind] || !isSame)
    return [
      altered('case.note.contradicted', subject, 'The chain tells of something else than is written here.'),
    ];
  return [
    held('case.note.match', subject, 'What was written is as the chain has it.'),
    ...compareMoments({ subject, claim: 'this was written', at: writtenAt, event }),
  ];
}

function isSameFact(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each, index) => each === other[index])
    : one === other;
}

/** Versions in the chain that were not erased and are not here, and those that the record declares lost. */
function checkMissing(
  { notes = [], lostNotes = [] }: CaseRecord,
  events: readonly CustodyEvent[],
  { losses }: Chained,
): readonly Finding[] {
  const left = new Set<string>(notes.map(({ id }) => id));
  const unread = unreadWritings(events, notes);
  const named = new Set(lostNotes.map(({ noteId, version }) => versionKey(noteId, version)));
  return [
    ...unread.map(event => {
      const subject = `${bundlePaths.custody}:${event.sequence}`;
      const detail = 'The chain says that something was written here, and it is not among the notes.';
      const isErasureLost = losses.between(event.sequence, Number.POSITIVE_INFINITY) > 0;
      if (isErasureLost && !left.has(String(event.detail['noteId'])))
        return missing('case.note.absent', subject, `${detail} A lost event may have erased it.`);
      return named.has(versionKey(event.detail['noteId'], event.detail['version']))
        ? missing('case.note.unreadable', subject, `${detail} ${unreadableDetail}`)
        : altered('case.note.missing', subject, detail);
    }),
    ...checkNamedLost(lostNotes, unread),
  ];
}

const unreadableDetail =
  'The log that this was exported from could no longer read it, and the record of the case says so. Ask the sender what was written there.';

/** A version declared lost must be in the chain and must not be here; each is declared once. */
function checkNamedLost(lost: readonly LostNote[], unread: readonly CustodyEvent[]): readonly Finding[] {
  const known = new Set(unread.map(({ detail }) => versionKey(detail['noteId'], detail['version'])));
  return lost
    .map(({ noteId, version }) => versionKey(noteId, version))
    .filter(key => !known.delete(key))
    .map(key =>
      altered(
        'case.note.not-lost',
        `note ${key.replace(' ', ' version ')}`,
        'The record of the case calls this lost. It is here, was erased, or was never written.',
      ),
    );
}

async function digestOf(written: unknown): Promise<string | undefined> {
  try {
    return await sha256(canonicalBytes(written));
  } catch {
    return undefined; // a lone surrogate, over which no digest can exist
  }
}
