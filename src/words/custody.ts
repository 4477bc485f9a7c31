import type { AbsentExhibit } from '../model/case.ts';
import type { CustodyCategory, CustodyDetail } from '../model/custody.ts';
import { type LostEvents, lostEventsWords } from '../model/lost-events.ts';
import { lostReceivedWords } from '../model/lost-received.ts';
import { lostTextsWords } from '../model/lost-texts.ts';

/** The six words of the Data Protection Act 2018, section 62, for readers who keep such a log. */
export const categoryWords: Readonly<Record<CustodyCategory, string>> = {
  collection: 'Collection',
  alteration: 'Alteration',
  consultation: 'Consultation',
  disclosure: 'Disclosure',
  combination: 'Combination',
  erasure: 'Erasure',
};

/** The sentence for a reader about texts that the log had lost. */
export function lostTextsSentence(count: number): string {
  return `${lostTextsWords(count)} could no longer be read in the log that it was made from. The record of the case names ${count === 1 ? 'it' : 'each'} by number; what was written there cannot be told from this file.`;
}

/** The sentence for a reader about received files that the log had lost. */
export function lostReceivedSentence(count: number): string {
  return `${lostReceivedWords(count)} could no longer be read, as ${count === 1 ? 'it' : 'they'} came, in the log that it was made from. The part about received files names ${count === 1 ? 'it' : 'each'}; what stood in ${count === 1 ? 'it' : 'them'} cannot be told from this file.`;
}

/** The sentence for a reader about events that the log had lost. */
export function lostEventsSentence(lost: readonly LostEvents[]): string {
  return `The log that it was made from had lost part of its list of what was done: ${lost.map(lostEventsWords).join('; ')}. What stood there cannot be checked: it may have been anything.`;
}

/** Why an exhibit's number is absent from a bundle. */
export const absentWords: Readonly<Record<AbsentExhibit['reason'], string>> = {
  erased: 'Erased by its holder. The continuity table says when.',
  damaged: 'Left out: at least one of its files could not be read back as it was recorded.',
  refused: 'Left out: Holdfast’s check found something wrong with it before it was given out.',
  'not-chosen': 'Left out: its holder did not choose it for this export.',
};

/** The facts of an event as `name: value`, sorted by name. Digests and empty lists are left to the data file. */
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
