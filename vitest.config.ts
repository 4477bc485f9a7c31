import { defineConfig } from 'vitest/config';

/**
 * `unit` needs Node alone. `e2e` drives the built extensions in real browsers; what is in its
 * `faults-*` files kills browsers, backgrounds and disks under them.
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
          globalSetup: 'test/e2e/build-once.ts',
          // A browser waits for its own pace more than it works: two side by side take little longer than one.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
