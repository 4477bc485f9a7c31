/**
 * Whether nothing is left to a share, as with `npm run test:thorough`. `npm test` takes a fixed share of the longest
 * tables, so that it stays under ten minutes: what a share leaves out must be more of what it takes.
 */
export const isThorough = process.env['HOLDFAST_THOROUGH'] === '1';

/** Both browsers when thorough; else the one that stands for both. */
export function browsersOr(usual: 'chromium' | 'firefox'): readonly ('chromium' | 'firefox')[] {
  return isThorough ? ['chromium', 'firefox'] : [usual];
}

/** All of them when thorough; else every `step`-th, from `first` on. */
export function shareOf<T>(all: readonly T[], step: number, first = 0): readonly T[] {
  return isThorough ? all : all.filter((_, index) => index % step === first);
}

/** All of them when thorough; else the first of each kind, in their order. */
export function oneOfEach<T>(all: readonly T[], kindOf: (one: T) => string): readonly T[] {
  const seen = new Set<string>();
  return all.filter(one => isThorough || (!seen.has(kindOf(one)) && seen.add(kindOf(one))));
}
