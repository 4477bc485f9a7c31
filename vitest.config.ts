import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { sharedWorkers } from './scripts/shared-workers.ts';
import { isThorough } from './test/thorough.ts';

/** In milliseconds. No test is timed: these end only what hangs, on the slowest machine too. */
const patience = { testTimeout: 900_000, hookTimeout: 900_000 };

/**
 * What runs with `test:thorough` alone. Whole tables of pages, each of them recorded, exported and read back, for which
 * the rulers, pages that nobody thought of, stand in `npm test`; and jobs that a launch and an export of their own make
 * long, for which the whole job in both browsers stands, and the same choices and files made in `test/ui` and `test/bundle`.
 */
const longOnes = [
  'test/e2e/cases/{cases,busy}-*.test.ts',
  'test/e2e/copy-*.test.ts',
  'test/e2e/late-parts.test.ts',
  'test/e2e/old-logs-*.test.ts',
  'test/e2e/text-oracle.test.ts',
  'test/e2e/pixels.test.ts',
  'test/e2e/{export-choice,hostile-firefox,page-view,platforms,reading,readers,receive}.test.ts',
  'test/e2e/{screens,time-stamps,working-copies}.test.ts',
];

const browsers = {
  globalSetup: 'test/e2e/build-once.ts',
  // Two side by side take little longer than one; a third takes from them what they need to record in time.
  maxWorkers: 2,
  ...patience,
};

/** Tests of pages and screens, which change the document that they are in. */
const inDocuments = ['test/ui/**', 'test/dom/**', 'test/platforms/**', 'test/capture/page/**'].map(
  folder => `${folder}/*.test.{ts,tsx}`,
);

const nodeAlone = {
  environment: 'node',
  // Vitest leaves one core of two unused unless it is told.
  maxWorkers: 2,
  ...patience,
};

/**
 * `unit` and `unit-document` need Node alone. `e2e` drives the built extensions in real browsers. `faults` kills browsers, backgrounds and disks under them; it takes half as long as all others together
 * and runs by itself.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [sharedWorkers()],
        test: {
          ...nodeAlone,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...inDocuments],
          // Files of one worker share what they import, which takes longer than what most of them do with it. The log
          // looks for a database when it is imported first.
          isolate: false,
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      {
        plugins: [sharedWorkers()],
        test: {
          ...nodeAlone,
          name: 'unit-document',
          isolate: false,
          include: inDocuments,
          setupFiles: ['test/ui/nothing-left.ts'],
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
