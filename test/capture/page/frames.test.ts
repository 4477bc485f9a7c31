// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneFrame, presented } from '../../../src/capture/page/frames.ts';

/** Frames that begin when the test says so, on a clock that stands still. */
let waiting: Map<number, FrameRequestCallback>;
let last = 0;

beforeEach(() => {
  waiting = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    waiting.set(++last, callback);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => waiting.delete(handle));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function beginFrame(): void {
  const now = [...waiting.values()];
  waiting.clear();
  for (const callback of now) callback(0);
}

/** What the promise came to so far. */
async function soFar(promise: Promise<boolean>): Promise<boolean | undefined> {
  return await Promise.race([promise, Promise.resolve(undefined)]);
}

describe('whether the screen shows what was changed', () => {
  it('is not known before the fourth frame, however long that takes', async () => {
    const shown = presented(10_000);
    for (let frame = 1; frame <= 3; frame++) {
      vi.advanceTimersByTime(2_000);
      beginFrame();
      expect(await soFar(shown), `after frame ${frame}`).toBeUndefined();
    }
    beginFrame();
    expect(await shown).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is denied where the browser holds frames back', async () => {
    const shown = presented(3_000);
    beginFrame();
    vi.advanceTimersByTime(2_999);
    expect(await soFar(shown)).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(await shown).toBe(false);
    expect(waiting.size).toBe(0);
  });

  it('needs one frame alone for the pace of a walk', async () => {
    const begun = oneFrame();
    beginFrame();
    expect(await begun).toBe(true);
  });
});
