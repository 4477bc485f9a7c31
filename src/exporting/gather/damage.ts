import type { ExhibitReference } from '../../model/exhibit.ts';
import type { LostEvents } from '../../model/lost-events.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { LostNote } from '../../model/lost-texts.ts';

/** What keeps an export from being whole: found, or agreed to by the person who exports all the same. */
export interface Damage {
  /** References of exhibits that could not be read back as they were recorded. */
  readonly damaged: readonly string[];
  /** References of exhibits that the check of what was written did not pass. */
  readonly refused: readonly string[];
  /** Events that the log has lost. */
  readonly lost: readonly LostEvents[];
  /** Versions of notes that can no longer be read. */
  readonly lostNotes: readonly LostNote[];
  /** Versions of the words about exhibits that can no longer be read: `ABC/1 2`. */
  readonly lostWords: readonly string[];
  /** Received files that can no longer be read as they came. */
  readonly lostReceived: readonly LostReceived[];
}

export const noDamage: Damage = {
  ...{ damaged: [], refused: [], lost: [] },
  ...{ lostNotes: [], lostWords: [], lostReceived: [] },
};

/** Whether there is anything to ask about. */
export function isAny(damage: Damage): boolean {
  const { damaged, refused, lost, lostNotes, lostWords, lostReceived } = damage;
  return [damaged, refused, lost, lostNotes, lostWords, lostReceived].some(({ length }) => length > 0);
}

/** What was agreed to with what is agreed to now. Of lost events and texts those of now: they are always all of them. */
export function withMore(agreed: Damage, more: Damage): Damage {
  return {
    damaged: [...agreed.damaged, ...more.damaged],
    refused: [...agreed.refused, ...more.refused],
    lost: more.lost.length > 0 ? more.lost : agreed.lost,
    lostNotes: more.lostNotes.length > 0 ? more.lostNotes : agreed.lostNotes,
    lostWords: more.lostWords.length > 0 ? more.lostWords : agreed.lostWords,
    lostReceived: eachOnce([...agreed.lostReceived, ...more.lostReceived]),
  };
}

function eachOnce(received: readonly LostReceived[]): readonly LostReceived[] {
  return [...new Map(received.map(each => [each.receivedId, each])).values()];
}

/** The received files that are lost, unless all of them were agreed to, in whatever order they were found. */
export function newlyLostReceived(
  { lostReceived }: Damage,
  found: readonly LostReceived[],
): readonly LostReceived[] {
  const known = new Set(lostReceived.map(({ receivedId }) => receivedId));
  return found.every(({ receivedId }) => known.has(receivedId)) ? [] : found;
}

/** Why an exhibit is left out of an export that its holder agreed to; undefined when it is not. */
export function reasonToLeaveOut(
  { damaged, refused }: Damage,
  reference: ExhibitReference,
): 'damaged' | 'refused' | undefined {
  if (damaged.includes(reference)) return 'damaged';
  return refused.includes(reference) ? 'refused' : undefined;
}

/** What is lost, unless it is what was agreed to. */
export function newlyLost<T>(agreed: readonly T[], found: readonly T[]): readonly T[] {
  return JSON.stringify(found) === JSON.stringify(agreed) ? [] : found;
}
