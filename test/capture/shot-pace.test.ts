import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chromiumQuota, ShotPace } from '../../src/capture/shots/shot-pace.ts';

/** A clock that stands still until something sleeps. */
function createClock() {
  let now = 5_000;
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** Chromium's own rule: a window opens with a call, two calls fit into its second. */
function isWithinQuota(times: readonly number[]): boolean {
  let windowStart = Number.NEGATIVE_INFINITY;
  let taken = 0;
  for (const time of times) {
    if (time > windowStart + 1_000) {
      windowStart = time;
      taken = 0;
    }
    taken += 1;
    if (taken > 2) return false;
  }
  return true;
}

describe('the pace of shots', () => {
  it('never exceeds the quota, whatever lies between the shots', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2_500 }), { maxLength: 40 }), async gaps => {
        const clock = createClock();
        const pace = new ShotPace(chromiumQuota, clock);
        const times: number[] = [];
        for (const gap of gaps) {
          clock.pass(gap);
          await pace.turn();
          times.push(clock.now());
        }
        expect(isWithinQuota(times)).toBe(true);
      }),
      // A second shot that comes when the browser's window has just ended begins the next one.
      { examples: [[[0, 1_001, 0, 0]]] },
    );
  });

  it('loses next to nothing against two shots a second', async () => {
    const clock = createClock();
    const pace = new ShotPace(chromiumQuota, clock);
    const start = clock.now();
    for (let shot = 0; shot < 15; shot += 1) {
      await pace.turn();
      clock.pass(150);
    }
    expect(clock.now() - 150 - start).toBeLessThan(14 * 500 * 1.03);
  });

  it('waits a whole window after a refusal', async () => {
    const clock = createClock();
    const pace = new ShotPace(chromiumQuota, clock);
    await pace.turn();
    pace.refused();
    const refusedAt = clock.now();
    await pace.turn();
    expect(clock.now() - refusedAt).toBeGreaterThanOrEqual(1_000);
  });
});
