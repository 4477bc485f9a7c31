import type { Session } from '../../model/history.ts';

/** Whether an officer spoke with the person about what can be done, as the form says it. */
export const discussedNames: Readonly<Record<NonNullable<Session['optionsDiscussed']>, string>> = {
  yes: 'yes',
  'not-yet': 'not yet',
  'not-possible': 'not possible',
};
