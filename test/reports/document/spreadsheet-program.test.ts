import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvText } from '../../../src/reports/document/csv.ts';
import { isThorough } from '../../thorough.ts';
import { spoiling } from './spoiling.ts';

/** UTF-8, commas, British English; `special` has the program look for dates and numbers as Excel does. */
const readings = { 'as it opens by itself': 'false', 'with “detect special numbers”': 'true' } as const;

/** What the cells of a file show in LibreOffice Calc. Undefined where the program is not installed. */
function shownByCalc(text: string, special: string): readonly string[][] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-calc-'));
  try {
    const given = join(folder, 'given.csv');
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(given, text);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        `--infilter=CSV:44,34,76,1,,2057,false,${special}`,
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        '--outdir',
        out,
        given,
      ],
      { stdio: 'pipe', env: { ...process.env, HOME: folder } },
    );
    return rowsOf(readFileSync(join(out, 'given.csv'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(text: string): readonly string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd()).data;
}

// One minute on a quiet machine, and the program is a large one: `npm test` holds the rule alone.
it.skipIf(!isThorough).each(Object.entries(readings))(
  'a spreadsheet program shows every cell as it is written, %s',
  (_, special) => {
    const written = csvText(
      ['text', 'other'],
      spoiling.map(text => ({ text, other: 'x' })),
    );
    const shown = shownByCalc(written, special);
    expect(shown, 'LibreOffice Calc is not installed: apt-get install libreoffice-calc').toBeDefined();
    expect(shown).toEqual(rowsOf(written));
    const bare = Papa.unparse(spoiling.map(text => [text, 'x']));
    expect(shownByCalc(bare, special), 'without the apostrophe it shows something else').not.toEqual(
      rowsOf(bare),
    );
  },
  600_000,
);
