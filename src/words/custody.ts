import type { AbsentExhibit } from '../model/case.ts';
import type { CustodyAction, CustodyCategory, CustodyDetail } from '../model/custody.ts';
import { type LostEvents, lostEventsWords } from '../model/lost-events.ts';
import { lostReceivedWords } from '../model/lost-received.ts';
import { lostTextsWords } from '../model/lost-texts.ts';

/** What was done, as one sentence. */
export const custodyWords: Readonly<Record<CustodyAction, string>> = {
  'case.opened': 'The case was opened.',
  'case.described': 'The case’s title or producer was changed.',
  'capture.committed': 'The exhibit was recorded and sealed into the log.',
  'capture.stamped': 'An authority time-stamped the record of the exhibit.',
  'exhibit.described': 'The producer’s own words about the exhibit were written or changed.',
  'exhibit.viewed': 'The exhibit was looked at.',
  'exhibit.erased': 'The exhibit was erased for good. Its number is not used again.',
  'bundle.prepared': 'The making of a signed ZIP was begun.',
  'bundle.exported': 'A signed ZIP was handed over.',
  'bundle.stopped': 'The making of a signed ZIP was stopped.',
  'person.described': 'The name of a person whom the producer names was written or changed.',
  'account.attributed':
    'The producer wrote down, or changed, whom they take an account to belong to, and why.',
  'note.erased': 'Something that the producer wrote beside the exhibits was erased for good.',
  'preservation.tracked': 'The producer wrote down how far a request to keep data is.',
  'preservation.saved': 'The papers that ask a platform to keep data were made.',
  'case.told': 'What is told of the case as a whole was written or changed.',
  'case.told-in-confidence': 'Something that is not given out unless it is chosen was written or changed.',
  'order.described': 'An order or condition in force was written down or changed.',
  'police.contacted': 'A contact with the police was written down or changed.',
  'platform.reported': 'A report to a platform was written down or changed.',
  'diary.written': 'A diary entry was written or changed.',
  'occasion.grouped': 'Exhibits and diary entries were put together as one occasion.',
  'exhibit.looked-at-again': 'Somebody looked whether the address still shows the post.',
  'private.written': 'A note that stays on the producer’s computer was written or changed.',
  'session.opened': 'An officer wrote down why they work on the case.',
  'copy.made':
    'A working copy of a picture was made, with areas covered or cut off. The original was not touched.',
  'copy.erased': 'A working copy of a picture was erased for good. The original was not touched.',
  'bundle.received': 'A bundle was received, checked and kept byte for byte.',
  'bundle.combined': 'A further bundle was received, checked, and kept byte for byte beside the ones before.',
  'received.erased': 'A received bundle was erased for good. Its digest stands in the event of its receipt.',
  'signer.replaced': 'The key that seals bundles was replaced by another.',
  'log.restored': 'The log was put back from a backup and goes on from there.',
};

/** The six words of the Data Protection Act 2018, section 62, for readers who keep such a log. */
export const categoryWords: Readonly<Record<CustodyCategory, string>> = {
  collection: 'Collection',
  alteration: 'Alteration',
  consultation: 'Consultation',
  disclosure: 'Disclosure',
  combination: 'Combination',
  erasure: 'Erasure',
};

/** What a reader has to know of texts that the log had lost. */
export function lostTextsSentence(count: number): string {
  return `${lostTextsWords(count)} could no longer be read in the log that it was made from. The record of the case names ${count === 1 ? 'it' : 'each'} by number; what was written there cannot be told from this file.`;
}

/** What a reader has to know of received files that the log had lost. */
export function lostReceivedSentence(count: number): string {
  return `${lostReceivedWords(count)} could no longer be read, as ${count === 1 ? 'it' : 'they'} came, in the log that it was made from. The part about received files names ${count === 1 ? 'it' : 'each'}; what stood in ${count === 1 ? 'it' : 'them'} cannot be told from this file.`;
}

/** What a reader has to know of events that the log had lost. */
export function lostEventsSentence(lost: readonly LostEvents[]): string {
  return `The log that it was made from had lost part of its list of what was done: ${lost.map(lostEventsWords).join('; ')}. What stood there cannot be checked: it may have been anything.`;
}

/** Why a number is not in this bundle. */
export const absentWords: Readonly<Record<AbsentExhibit['reason'], string>> = {
  erased: 'Erased by its holder. The continuity table says when.',
  damaged: 'Left out: at least one of its files could not be read back as it was recorded.',
  refused: 'Left out: Holdfast’s check found something wrong with it before it was given out.',
  'not-chosen': 'Left out: its holder did not choose it for this export.',
};

/** The facts of an event as `name: value`, by name, as the chain has them; digests and empty lists are left to the data file. */
export function detailWords(detail: CustodyDetail): readonly string[] {
  return Object.entries(detail)
    .filter(([, value]) => !isDigest(value) && !(Array.isArray(value) && value.length === 0))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${spaced(name)}: ${Array.isArray(value) ? value.join(', ') : String(value)}`);
}

function isDigest(value: unknown): boolean {
  const digest = /^[0-9a-f]{64}$/;
  return Array.isArray(value)
    ? value.length > 0 && value.every(isDigest)
    : typeof value === 'string' && digest.test(value);
}

/** `groupId` → `group id`. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
