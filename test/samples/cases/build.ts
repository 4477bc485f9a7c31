import canonicalize from 'canonicalize';
import { type BundleRecipient, type CaseRecord, wordsSchema } from '../../../src/model/case.ts';
import {
  type CustodyAction,
  type CustodyDetail,
  type CustodyEvent,
  custodyActions,
  custodyEventSchema,
} from '../../../src/model/custody.ts';
import { untoldDetails } from '../../../src/model/details.ts';
import { type ExportedNote, exportedNoteSchema } from '../../../src/model/note.ts';
import { noteActions } from '../../../src/model/note-events.ts';
import { salted } from '../../../src/model/salt.ts';
import { matterOfInput, type ReportInput } from '../../../src/reports/input.ts';
import { recipientRules } from '../../../src/reports/recipients.ts';
import { wordingEdition } from '../../../src/reports/remake.ts';
import { sampleCaseRecord, sampleEntry } from '../case.ts';
import { digestOf } from '../digest.ts';
import { captureIdOf, later } from './record.ts';
import { type InventedCase, type NoteOfStory, noteOf, type Story } from './story.ts';

/** The case that a story makes, built through the schemas that a bundle is read with. */
export function inventedCase(story: Story): InventedCase {
  const custody = custodyOf(story);
  const inputFor = (recipient: BundleRecipient) => inputOf(story, custody, recipient);
  return {
    name: story.name,
    story,
    details: matterOfInput(inputFor('own-copy')).details ?? untoldDetails,
    inputFor,
    notes: notesOf({ ...story, notes: [...story.notes, ...keptBack(story)] }),
    custody,
    confidential: story.confidential,
    privateNotes: story.privateNotes,
  };
}

function inputOf(story: Story, custody: readonly CustodyEvent[], recipient: BundleRecipient): ReportInput {
  const caseRecord = caseRecordOf(story, custody, recipient);
  const left = new Set(story.notChosen ?? []);
  const chosen = story.records.filter((_, index) => !left.has(numberOf(story, index)));
  return {
    caseRecord,
    exhibits: caseRecord.exhibits.flatMap((entry, index) => {
      const record = chosen[index];
      if (record === undefined) return [];
      const hidesPictures = story.intimate?.includes(Number(entry.reference.split('/')[1])) ?? false;
      return [{ entry, record, ...(hidesPictures && { hidesPictures }) }];
    }),
    custody,
    signerFingerprint: caseRecord.signerFingerprint,
    volume: 1,
    reporter: story.reporter,
    ...(story.reporter.capacity === 'officer' && {
      unused: story.records.filter(record => !chosen.includes(record)),
    }),
  };
}

/** The running number of the record at this place of the story. */
function numberOf({ records }: Story, index: number): number {
  return Number(records[index]?.reference.split('/')[1]);
}

function caseRecordOf(
  story: Story,
  custody: readonly CustodyEvent[],
  recipient: BundleRecipient,
): CaseRecord {
  const { getsOwnWords } = recipientRules[recipient];
  const left = new Set(story.notChosen ?? []);
  const { initials } = story.producer;
  return sampleCaseRecord({
    wording: wordingEdition,
    ...(story.reporter.capacity !== 'officer' &&
      story.intimate === undefined && { reportMadeFrom: 'record' }),
    case: { id: caseIdOf(story), title: story.title, openedAt: story.openedAt, producer: story.producer },
    exportedAt: story.exportedAt,
    group: { id: uuidOf(`group of ${story.name}`), volume: 1, volumes: 1 },
    custodyHead: custody.at(-1)?.digest,
    signerFingerprint: digestOf(`certificate of ${story.name}`),
    ...(story.records[0] && { software: story.records[0].software }),
    exhibits: story.records
      .filter((_, index) => !left.has(numberOf(story, index)))
      .map(record => ({
        ...sampleEntry(record),
        words: getsOwnWords ? wordsOf(story, Number(record.reference.split('/')[1])) : [],
        ...(recipient !== 'own-copy' &&
          story.intimate?.includes(Number(record.reference.split('/')[1])) && {
            heldBack: record.artifacts.filter(({ path }) => path !== 'text.txt').map(({ path }) => path),
          }),
      })),
    absent: [
      ...(story.notChosen ?? []).map(number => ({
        reference: `${initials}/${number}`,
        captureId: captureIdOf(initials, number),
        reason: 'not-chosen' as const,
      })),
      ...(story.erased ?? []).map(([number, at]) => ({
        reference: `${initials}/${number}`,
        captureId: captureIdOf(initials, number),
        reason: 'erased' as const,
        at,
      })),
    ],
    recipient,
    ...(getsOwnWords && { notes: [...notesOf(story)] }),
  });
}

function wordsOf({ words }: Story, number: number) {
  return words
    .filter(each => each.number === number)
    .flatMap(({ versions }) => versions)
    .map(([writtenAt, said], index) => {
      const whole = wordsSchema.parse({ whatHappened: '', impact: '', tags: [], people: [], ...said });
      return { version: index + 1, writtenAt, words: whole, ...sealed(whole, writtenAt) };
    });
}

function notesOf({ notes }: Story): readonly ExportedNote[] {
  return notes.map(({ id, versions }) =>
    exportedNoteSchema.parse({
      id,
      versions: versions.map(([writtenAt, note], index) => ({
        version: index + 1,
        writtenAt,
        note,
        ...sealed(note, writtenAt),
      })),
    }),
  );
}

/** The digest of what was written, and the salt that goes into it, which here follows from the moment. */
function sealed(written: unknown, writtenAt: string) {
  const salt = digestOf(`salt of ${writtenAt}`).slice(0, 32);
  return { salt, sha256: digestOf(canonicalize(salted(written, salt)) ?? '') };
}

/** The notes that never leave the device by themselves, as the log holds them. */
function keptBack({ openedAt, confidential, privateNotes }: Story): readonly NoteOfStory[] {
  const privates = privateNotes.map(text => ({ kind: 'private', text }));
  return [confidential, ...privates].map((note, index) =>
    noteOf(900 + index, later(openedAt, 60_000 * (index + 1)), note),
  );
}

interface Act {
  readonly at: string;
  readonly action: CustodyAction;
  readonly number?: number;
  readonly detail: CustodyDetail;
}

/** The chain of the case: everything that the story tells, in the order of its moments. */
function custodyOf(story: Story): readonly CustodyEvent[] {
  const { initials } = story.producer;
  const acts = [...actsOf(story)].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return acts.reduce<CustodyEvent[]>((events, { at, action, number, detail }) => {
    const event = {
      sequence: events.length + 1,
      previous: events.at(-1)?.digest ?? '0'.repeat(64),
      at,
      category: custodyActions[action].category,
      action,
      actor: initials,
      subject: {
        caseId: caseIdOf(story),
        ...(number !== undefined && {
          captureId: captureIdOf(initials, number),
          reference: `${initials}/${number}`,
        }),
      },
      detail,
    };
    events.push(custodyEventSchema.parse({ ...event, digest: digestOf(canonicalize(event) ?? '') }));
    return events;
  }, []);
}

function actsOf(story: Story): readonly Act[] {
  const { title, openedAt, exportedAt, records, erased = [] } = story;
  const opened: Act = { at: openedAt, action: 'case.opened', detail: { titleSha256: digestOf(title) } };
  const captured = records.map(
    ({ reference, completedAt, outcome, artifacts }): Act => ({
      at: completedAt,
      action: 'capture.committed',
      number: Number(reference.split('/')[1]),
      detail: { recordSha256: digestOf(`record ${reference}`), outcome, files: artifacts.length },
    }),
  );
  const described = story.words.flatMap(({ number }) =>
    wordsOf(story, number).map(
      ({ version, writtenAt, sha256: digest }): Act => ({
        at: writtenAt,
        action: 'exhibit.described',
        number,
        detail: { version, sha256: digest },
      }),
    ),
  );
  const noted = notesOf({ ...story, notes: [...story.notes, ...keptBack(story)] }).flatMap(
    ({ id, versions }) =>
      versions.map(
        ({ version, writtenAt, note, sha256: digest }): Act => ({
          at: writtenAt,
          action: noteActions[note.kind],
          detail: { noteId: id, version, sha256: digest },
        }),
      ),
  );
  const gone = erased.map(
    ([number, at, reason]): Act => ({ at, action: 'exhibit.erased', number, detail: { reason } }),
  );
  const prepared: Act = {
    at: exportedAt,
    action: 'bundle.prepared',
    detail: { exhibits: records.length - (story.notChosen?.length ?? 0) },
  };
  return [opened, ...captured, ...described, ...noted, ...gone, prepared];
}

function caseIdOf({ name }: Story): string {
  return uuidOf(`case of ${name}`);
}

function uuidOf(text: string): string {
  const hex = digestOf(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
