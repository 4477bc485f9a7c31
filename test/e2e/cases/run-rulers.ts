import fc from 'fast-check';
import { isThorough } from '../../thorough.ts';
import { foundRulers } from '../oracles/found-rulers.ts';
import { type RulerSpec, rulerPage, rulerSpec } from '../oracles/ruler-page.ts';
import type { BrowserName, Row, Setting } from './row.ts';
import { ofOneState } from './ruler-verdict.ts';
import { testRows } from './run-table.ts';
import { settingsOf } from './table.ts';

/**
 * The setting of each browser in `npm test`: one launch and one export for all its pages. A picture costs by its pixels,
 * so the window is small, and the pages still are longer.
 */
const small: Readonly<Record<BrowserName, Setting>> = {
  chromium: { name: 'chromium', ratio: 1.25, width: 800, height: 600 },
  firefox: { name: 'firefox', ratio: 1, width: 800, height: 600 },
};

/** Always the same, so that a run does not depend on chance; `HOLDFAST_RULER_SEED` takes another. */
const seed = Number(process.env['HOLDFAST_RULER_SEED'] ?? 20_261_128);
/** Pages over both browsers, unless `HOLDFAST_RULER_PAGES` says another number. */
const pages = Number(process.env['HOLDFAST_RULER_PAGES'] ?? (isThorough ? 300 : 40));
/** One page alone, as a failure prints it. */
const one = process.env['HOLDFAST_RULER_SPEC'];

/**
 * A ruler oracle: pages that nobody thought of, each captured and read back. One page again, in every setting:
 *
 *     HOLDFAST_RULER_SPEC='{"scope":"page",…}' npx vitest run --project e2e test/e2e/cases/rulers-firefox.test.ts
 *
 * or, of the same seed, by its number: `-t 'ruler 17 '`.
 */
export function testRulers(name: BrowserName): void {
  const settings = isThorough || one !== undefined ? settingsOf(name) : [small[name]];
  const specs = specsOf(name);
  settings.forEach((setting, at) => {
    const rows = specs
      .map((spec, index) => rowOf(spec, index))
      .filter((_, index) => one !== undefined || index % settings.length === at);
    testRows(setting, rows);
  });
}

/** Each browser has pages of its own. */
function specsOf(name: BrowserName): readonly RulerSpec[] {
  if (one !== undefined) return [JSON.parse(one) as RulerSpec];
  const sampled = fc.sample(rulerSpec, {
    seed: seed + (name === 'firefox' ? 1 : 0),
    numRuns: Math.ceil(pages / 2),
  });
  return [...foundRulers, ...sampled];
}

function rowOf(spec: RulerSpec, index: number): Row {
  return {
    name: `ruler ${index} of seed ${seed}: ${spec.scope}, ${spec.scroller}, ${spec.direction}`,
    page: JSON.stringify(spec),
    html: rulerPage(spec),
    scope: spec.scope,
    zoom: spec.zoom,
    during: 'arm()',
    moves: spec.change !== 'none' || spec.late !== 'none',
    expect: [ofOneState(spec)],
  };
}
