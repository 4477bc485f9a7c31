import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that drive browsers, those that take longest first. One that is not named here comes before them all. */
const slowest = [
  'rulers-chromium',
  'rulers-firefox',
  'hostile-chromium',
  'hostile-firefox',
  'screens',
  'page-view',
  'tamper',
  'platforms',
  'working-copies',
  'export-choice',
  'firefox',
  'chromium',
  'receive',
  'time-stamps',
  'manifest',
];

/** Starts what takes longest first, so that no worker is left alone with it at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ project, moduleId }: TestSpecification): number {
  const group = project.config.sequence.groupOrder * 1_000;
  return group + slowest.findIndex(name => moduleId.endsWith(`/${name}.test.ts`));
}
