import type { ExhibitReference } from '../../model/exhibit.ts';
import type { LostEvents } from '../../model/lost-events.ts';

/** What keeps an export from being whole: found, or agreed to by the person who exports all the same. */
export interface Damage {
  /** References of exhibits that could not be read back as they were recorded. */
  readonly damaged: readonly string[];
  /** References of exhibits that the check of what was written did not pass. */
  readonly refused: readonly string[];
  /** Events that the log has lost. */
  readonly lost: readonly LostEvents[];
}

export const noDamage: Damage = { damaged: [], refused: [], lost: [] };

/** Whether there is anything to ask about. */
export function isAny({ damaged, refused, lost }: Damage): boolean {
  return damaged.length > 0 || refused.length > 0 || lost.length > 0;
}

/** What was agreed to with what is agreed to now. Of lost events those of now: they are always all of them. */
export function withMore(agreed: Damage, more: Damage): Damage {
  return {
    damaged: [...agreed.damaged, ...more.damaged],
    refused: [...agreed.refused, ...more.refused],
    lost: more.lost.length > 0 ? more.lost : agreed.lost,
  };
}

/** Why an exhibit is left out of an export that its holder agreed to; undefined when it is not. */
export function reasonToLeaveOut(
  { damaged, refused }: Damage,
  reference: ExhibitReference,
): 'damaged' | 'refused' | undefined {
  if (damaged.includes(reference)) return 'damaged';
  return refused.includes(reference) ? 'refused' : undefined;
}

/** The lost events, unless they are those that were agreed to. */
export function newlyLost({ lost }: Damage, found: readonly LostEvents[]): readonly LostEvents[] {
  return JSON.stringify(found) === JSON.stringify(lost) ? [] : found;
}
