import type { Parameters } from 'fast-check';
import { isThorough } from '../thorough.ts';

/** Cases of one run over all readers, unless `HOLDFAST_FUZZ_RUNS` says another number. */
const runs = Number(process.env['HOLDFAST_FUZZ_RUNS'] ?? (isThorough ? 20_000 : 1_000));
/** Always the same, so that a run does not depend on chance; `HOLDFAST_FUZZ_SEED` takes another. */
const seed = Number(process.env['HOLDFAST_FUZZ_SEED'] ?? 20_260_304);

/**
 * How many of the cases a property gets, as a share of them all, and the cases that once failed, which always
 * run first. What fails is printed with its seed and, made as small as it goes, as the line to keep in `found.ts`.
 */
export function fuzz<Case>(share: number, found: readonly Case[] = []): Parameters<[Case]> {
  return {
    seed,
    numRuns: found.length + Math.ceil(runs * share),
    examples: found.map(one => [one]),
  };
}

/** A guard against hanging only, in milliseconds, on the slowest machine too. More cases take longer. */
export const hangs = Math.max(1_800_000, runs * 90);
