import { isThorough, shareOf } from '../../thorough.ts';
import type { BrowserName, Row, Setting } from './row.ts';
import { bands, late, panes, seams, whole } from './table-pictures.ts';
import { pinched, places, seen, stills } from './table-places.ts';
import { bases, copies, held, texts } from './table-words.ts';

/**
 * Every case, each a line. A new one is a line in `table-pictures.ts`, `table-places.ts` or `table-words.ts`, and at most a variant of a
 * page in `pages`. To run one alone, by its name, at every ratio of one browser:
 *
 *     HOLDFAST_THOROUGH=1 npx vitest run --project e2e test/e2e/cases/cases-chromium.test.ts -t 'G 62'
 *
 * Only the rows that `-t` chooses are captured. A row that fails says what was read, and where its pictures are.
 */
export const rows: readonly Row[] = [
  ...seams,
  ...places,
  ...pinched,
  ...bases,
  ...texts,
  ...stills,
  ...seen,
  ...bands,
  ...whole,
  ...late,
  ...copies,
  ...panes,
  ...held,
];

/** How many rows share one run of `npm test`, by ratio. */
const steps: Readonly<Record<number, number>> = { 1: 5, 1.25: 24, 2: 24 };

/** The settings of a run: `npm test` leaves one of two odd ratios to each browser. */
export function settingsOf(name: BrowserName): readonly Setting[] {
  const ratios = isThorough ? [1, 1.25, 2] : [1, name === 'chromium' ? 1.25 : 2];
  return ratios.map(ratio => settingAt(name, ratio));
}

/** The usual window at a ratio. */
export function settingAt(name: BrowserName, ratio: number): Setting {
  return { name, ratio, width: 1280, height: 900 };
}

/** Rows that are run with both cores busy even in `npm test`. */
const busyRows = ['A 37 plain tall', 'A 36d heavy post by key'];

/** The rows that are run while both cores are kept busy by something else. */
export function rowsWhileBusy(name: BrowserName): readonly Row[] {
  return rows
    .filter(({ browsers = [name] }) => browsers.includes(name))
    .filter(row => isThorough || busyRows.includes(row.name));
}

/** The rows of a run in this setting. The browsers take different shares. */
export function rowsIn({ name, ratio }: Setting): readonly Row[] {
  const possible = rows.filter(({ browsers = [name] }) => browsers.includes(name));
  const share = shareOf(possible, steps[ratio] ?? 24, name === 'chromium' ? 0 : 1);
  return possible.filter(row => share.includes(row) || row.always?.includes(ratio));
}
