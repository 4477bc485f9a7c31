import type { CaptureRecord } from '../../../src/model/capture.ts';
import type { BundleRecipient, Words } from '../../../src/model/case.ts';
import type { Confidential } from '../../../src/model/confidential.ts';
import type { CustodyEvent } from '../../../src/model/custody.ts';
import type { CaseDetails } from '../../../src/model/details.ts';
import type { NoteHistory, NoteId } from '../../../src/model/note.ts';
import type { Reporter } from '../../../src/model/reporter.ts';
import type { ReportInput } from '../../../src/reports/input.ts';

/** A moment as a story tells it; builders parse it into an `Instant`. */
export type Moment = string;

/** What a person wrote of one exhibit: each version with its moment, oldest first. */
export interface WordsOfStory {
  readonly number: number;
  readonly versions: readonly (readonly [at: Moment, words: Partial<Words>])[];
}

/** One note of the case: each version with its moment, oldest first. Ids come of {@link noteIdOf}. */
export interface NoteOfStory {
  readonly id: NoteId;
  readonly versions: readonly (readonly [at: Moment, note: Readonly<Record<string, unknown>>])[];
}

/** An invented matter, from which a whole case is built. Nothing in it is of anybody who lives. */
export interface Story {
  /** The file name of its golden documents. */
  readonly name: string;
  readonly title: string;
  readonly producer: { readonly initials: string; readonly name: string };
  readonly openedAt: Moment;
  readonly exportedAt: Moment;
  /** Every capture, also those that are not chosen. */
  readonly records: readonly CaptureRecord[];
  readonly words: readonly WordsOfStory[];
  readonly notes: readonly NoteOfStory[];
  readonly confidential: Confidential;
  readonly privateNotes: readonly string[];
  readonly reporter: Reporter;
  /** Numbers that were recorded and stay out of the bundle. */
  readonly notChosen?: readonly number[];
  /** Numbers whose pictures are tagged as intimate, and go to nobody by themselves. */
  readonly intimate?: readonly number[];
  /** Numbers that were erased, with the moment and the reason. */
  readonly erased?: readonly (readonly [number: number, at: Moment, reason: string])[];
}

/** A case that tests read: what documents are made from, and what must stand in none of them. */
export interface InventedCase {
  readonly name: string;
  readonly story: Story;
  readonly details: CaseDetails;
  /** What the documents for this recipient are made from, as an export gathers it. */
  readonly inputFor: (recipient: BundleRecipient) => ReportInput;
  /** Everything that the log has of the case beside its records: also what no export may hold. */
  readonly notes: readonly NoteHistory[];
  readonly custody: readonly CustodyEvent[];
  /** Values of the confidential answers, each so marked that it can be found wherever it leaks. */
  readonly confidential: Confidential;
  readonly privateNotes: readonly string[];
}

/** The nth note of a story. */
export function noteIdOf(number: number): NoteId {
  return `00000000-0000-4000-9000-${String(number).padStart(12, '0')}` as NoteId;
}

/** A note that was written once and not changed. */
export function noteOf(number: number, at: Moment, note: Readonly<Record<string, unknown>>): NoteOfStory {
  return { id: noteIdOf(number), versions: [[at, note]] };
}
