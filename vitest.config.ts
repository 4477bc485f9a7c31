import { defineConfig } from 'vitest/config';

/**
 * `unit` needs Node alone. `e2e` drives the built extensions in real browsers, one at a time. `faults` kills
 * browsers, backgrounds and disks under them; it takes as long as all others together and runs by itself.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/faults-*.test.ts'],
          fileParallelism: false,
          // The way into Firefox's own window now and then never answers; a second try asks anew.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/e2e/faults-*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
