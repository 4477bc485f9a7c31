import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, by their end, the longest first. One that is not named here comes after them all. */
const slowest = [
  'e2e/cases/rulers-chromium',
  'e2e/cases/rulers-firefox',
  'e2e/hostile-chromium',
  'e2e/tamper',
  'e2e/hostile-names',
  'e2e/firefox',
  'e2e/chromium',
  'bundle/tamper',
  'bundle/seal-time-stamps',
  'cli/cli',
  'bundle/hostile-records',
  'reports/leaks',
  'fuzz/json',
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
  const place = slowest.findIndex(name => moduleId.endsWith(`/${name}.test.ts`));
  return group + (place < 0 ? slowest.length : place);
}
