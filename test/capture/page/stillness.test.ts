// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgent } from '../../../src/capture/page/agent.ts';
import { Stillness } from '../../../src/capture/page/stillness.ts';

/** Time stands still but here, so that no machine is too slow for this. */
const pause = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const within = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  return () => Math.max(0, end - performance.now());
};

/** What a promise comes to while time passes. */
async function passing<T>(promise: Promise<T>): Promise<T> {
  await pause(2_000);
  return await promise;
}

let stillness: Stillness;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.innerHTML = '<body><p>A page</p></body>';
  stillness = new Stillness();
  stillness.begin();
});

afterEach(() => vi.useRealTimers());

describe('whether a page is quiet', () => {
  it('is known at once when it was watched for long enough, and not before', async () => {
    expect(stillness.isReached()).toBe(false);
    await pause(60);
    expect(stillness.isReached()).toBe(true);
  });

  it('is waited for longer after a change, and never longer than there is time', async () => {
    await pause(60);
    document.body.append('more');
    await pause(5);
    expect(stillness.isReached()).toBe(false);
    expect(await passing(stillness.reached(within(30)))).toBe(false);
    expect(await passing(stillness.reached(within(1_000)))).toBe(true);
  });

  it('does not depend on what the agent itself adds, styles and takes away', async () => {
    await pause(60);
    const own = document.createElement('div');
    stillness.own(own);
    document.body.append(own);
    own.setAttribute('style', 'color: red');
    await pause(5);
    own.remove();
    document.body.setAttribute('style', 'opacity: 0');
    stillness.disown();
    await pause(5);
    expect(stillness.isReached()).toBe(true);
    expect(stillness.changes).toBe(0);
  });

  it('is watched again from the beginning after the agent has left', async () => {
    await pause(60);
    stillness.end();
    stillness.begin();
    expect(stillness.isReached()).toBe(false);
  });
});

describe('an agent that was placed before', () => {
  it('answers that a quiet page is quiet without watching it once more', async () => {
    const agent = createAgent();
    agent.watch();
    await pause(80);
    const watching = vi.spyOn(Stillness.prototype, 'reached');
    expect(await passing(agent.ask('settle', { timeLimitMs: 10_000 }))).toMatchObject({
      quiet: true,
      pending: [],
    });
    expect(watching).not.toHaveBeenCalled();
    watching.mockRestore();
  });
});
