import type { ExhibitReference } from '../../model/exhibit.ts';
import type { LostEvents } from '../../model/lost-events.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { LostNote } from '../../model/lost-texts.ts';

/** What keeps an export from being whole, either as found or as the user agreed to it. */
export interface Damage {
  /** References of exhibits that could not be read back as they were recorded. */
  readonly damaged: readonly string[];
  /** References of exhibits that the check of the written files did not pass. */
  readonly refused: readonly string[];
  /** Events that the log has lost. */
  readonly lost: readonly LostEvents[];
  /** Versions of notes that can no longer be read. */
  readonly lostNotes: readonly LostNote[];
  /** Versions of the words about exhibits that can no longer be read: `ABC/1 2` is version 2 for ABC/1. */
  readonly lostWords: readonly string[];
  /** Received files that can no longer be read as they came. */
  readonly lostReceived: readonly LostReceived[];
}

export const noDamage: Damage = {
  ...{ damaged: [], refused: [], lost: [] },
  ...{ lostNotes: [], lostWords: [], lostReceived: [] },
};

/** Whether there is any damage. */
export function isAny(damage: Damage): boolean {
  const { damaged, refused, lost, lostNotes, lostWords, lostReceived } = damage;
  return [damaged, refused, lost, lostNotes, lostWords, lostReceived].some(({ length }) => length > 0);
}

/** The agreed damage with `more`. Lost events, notes and words in `more` are complete and replace the former. */
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

/** The lost received files, in any order; empty when all of them were agreed to. */
export function newlyLostReceived(
  { lostReceived }: Damage,
  found: readonly LostReceived[],
): readonly LostReceived[] {
  const known = new Set(lostReceived.map(({ receivedId }) => receivedId));
  return found.every(({ receivedId }) => known.has(receivedId)) ? [] : found;
}

/** Why an exhibit is left out of an export with agreed damage; undefined when it is not left out. */
export function reasonToLeaveOut(
  { damaged, refused }: Damage,
  reference: ExhibitReference,
): 'damaged' | 'refused' | undefined {
  if (damaged.includes(reference)) return 'damaged';
  return refused.includes(reference) ? 'refused' : undefined;
}

/** Everything found lost, or nothing when it is exactly what was agreed to. */
export function newlyLost<T>(agreed: readonly T[], found: readonly T[]): readonly T[] {
  return JSON.stringify(found) === JSON.stringify(agreed) ? [] : found;
}
