/**
 * Whether nothing is left to a share, as with `npm run test:thorough`. `npm test` takes a fixed share of the longest
 * tables, so that it stays under ten minutes; every tampered bundle goes through the verifier itself even then.
 */
export const isThorough = process.env['HOLDFAST_THOROUGH'] === '1';

/** All of them when thorough; else every `step`-th, from `first` on. */
export function shareOf<T>(all: readonly T[], step: number, first = 0): readonly T[] {
  return isThorough ? all : all.filter((_, index) => index % step === first);
}
