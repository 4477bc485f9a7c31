import type { Fact } from '../../platforms/preservation.ts';

/** The mark after everything that was not read in the platform's own text. */
export const notConfirmed = 'not confirmed – check before sending';

/** The fact, marked where it is not confirmed. */
export function factWords({ text, confirmed }: Fact): string {
  return confirmed ? text : `${text} [${notConfirmed}]`;
}
