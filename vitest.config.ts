import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { sharedWorkers } from './scripts/shared-workers.ts';
import { isThorough } from './test/thorough.ts';

/** In milliseconds. No test is timed: these end only what hangs, on the slowest machine too. */
const patience = { testTimeout: 900_000, hookTimeout: 900_000 };

/**
 * Whole tables of pages and generated pages, each of them recorded, exported and read back. They take far longer than
 * all other tests together and run with `test:thorough`.
 */
const longOnes = [
  'test/e2e/cases/*.test.ts',
  'test/e2e/copy-*.test.ts',
  'test/e2e/late-parts.test.ts',
  'test/e2e/text-oracle.test.ts',
];

const browsers = {
  globalSetup: 'test/e2e/build-once.ts',
  // Two side by side take little longer than one; a third takes from them what they need to record in time.
  maxWorkers: 2,
  ...patience,
};

/**
 * `unit` needs Node alone. `e2e` drives the built extensions in real browsers; what needs none fills the end of it.
 * `faults` kills browsers, backgrounds and disks under them; it takes half as long as all others together and runs by
 * itself.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [sharedWorkers()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          // Vitest leaves one core of two unused unless it is told.
          maxWorkers: 2,
          ...patience,
        },
      },
      {
        test: {
          ...browsers,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/faults-*.test.ts', ...(isThorough ? [] : longOnes)],
        },
      },
      {
        test: {
          ...browsers,
          name: 'faults',
          include: ['test/e2e/faults-*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
