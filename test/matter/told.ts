import type { CaptureRecord } from '../../src/model/capture.ts';
import type { Words } from '../../src/model/case.ts';
import type { DiaryEntry } from '../../src/model/history.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type Note, type NoteHistory, type NoteId, noteIdSchema } from '../../src/model/note.ts';

const sha256 = sha256Schema.parse('a'.repeat(64));

/** A note id that ends in this number. */
export function noteId(number: number): NoteId {
  return noteIdSchema.parse(`33333333-3333-4333-8333-${String(number).padStart(12, '0')}`);
}

/** A note with these versions, the first written at this moment and each further one a minute later. */
export function written<N extends Note>(number: number, at: string, ...notes: readonly N[]): NoteHistory<N> {
  const versions = notes.map((note, index) => ({
    version: index + 1,
    writtenAt: toInstant(Date.parse(at) + index * 60_000),
    note,
    sha256,
  }));
  return { id: noteId(number), versions };
}

/** A diary entry of which only this is told. */
export function entryOf(change: Partial<DiaryEntry> = {}): DiaryEntry {
  return {
    kind: 'diary',
    time: '',
    place: '',
    what: 'It rang.',
    impact: '',
    people: [],
    target: '',
    witnesses: '',
    categories: [],
    breachesOrder: false,
    ...change,
  };
}

/** Words of which only this is said. */
export function wordsWith(change: Partial<Words> = {}): Words {
  return { whatHappened: '', impact: '', tags: [], people: [], ...change };
}

/** The record as if its page had given this machine-readable time. */
export function postedAt(record: CaptureRecord, ...times: readonly string[]): CaptureRecord {
  if (record.post === undefined) return record;
  const given = times.map(at => ({
    at: toInstant(Date.parse(at)),
    method: 'machine-time' as const,
    toleranceSeconds: 1,
  }));
  return { ...record, post: { ...record.post, postedAt: given } };
}
