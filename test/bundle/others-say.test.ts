import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type UnzippedBundle, unzipped, versionOf } from '../../scripts/others-say/ask.ts';
import { foreignPrograms } from '../../scripts/others-say/programs.ts';
import { sampleInput, zipOf } from '../samples/bundle.ts';
import { makePdf } from '../samples/pdf.ts';
import { sampleInput as sampleReport } from '../samples/report.ts';

let folder: string;
let bundle: UnzippedBundle;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-others-'));
  const documents = [{ path: 'report.pdf', bytes: await makePdf(sampleReport()) }];
  writeFileSync(join(folder, 'a.zip'), await zipOf({ ...(await sampleInput()), documents }));
  bundle = unzipped(join(folder, 'a.zip'));
});
afterAll(() => {
  bundle.remove();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['false', 'true', 'basename "$(readlink -e /nowhere/at-all.jar)"'])(
  'a program of which no version can be told is not installed: %s',
  version => {
    expect(versionOf({ name: 'None', package: 'none', version, commands: [] })).toBeUndefined();
  },
);

describe.each(foreignPrograms)('$name, where $package is installed', program => {
  it.skipIf(versionOf(program) === undefined)('accepts a bundle without a word against it', () => {
    expect(bundle.ask(program).filter(({ accepted }) => !accepted)).toEqual([]);
  });
});
