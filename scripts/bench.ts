import { parseArgs } from 'node:util';
import { fullPageInOneRow, fullPageInShotsRow, postRow } from './bench/capture-rows.ts';
import { bundleRows, logOpenRow } from './bench/log-rows.ts';
import type { Row } from './bench/row.ts';
import { sizeRow } from './bench/size-row.ts';
import { wideRow } from './bench/wide-row.ts';

/** The rows of DESIGN section 5 in its order; each measures its own floor in the same run. */
const measures: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'capture.post': async () => [await postRow()],
  'capture.full-page.chromium': async () => [await fullPageInShotsRow()],
  'capture.full-page.firefox': async () => [await fullPageInOneRow()],
  'export,verify': () => bundleRows(),
  'verify.wide': async () => [await wideRow()],
  'log.open': async () => [await logOpenRow()],
  size: async () => [await sizeRow()],
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, row: { type: 'string', multiple: true } },
});

for (const [names, measure] of Object.entries(measures)) {
  if (values.row && !names.split(',').some(name => values.row?.includes(name))) continue;
  for (const measured of await measure()) print(measured);
}

function print({ row, value, floor, ratio, unit, limit, notes }: Row): void {
  if (values.json) console.log(JSON.stringify({ row, value, floor, ratio, unit }));
  else {
    const within = ratio <= limit ? 'within' : 'OVER';
    const numbers = `${value.toFixed(0)} ${unit} / ${floor.toFixed(0)} ${unit} = ${ratio.toFixed(2)}`;
    console.log(`${row.padEnd(28)} ${numbers.padEnd(38)} ${within} ${limit}${notes ? `  (${notes})` : ''}`);
  }
}
