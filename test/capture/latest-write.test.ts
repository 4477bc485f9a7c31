import { describe, expect, it } from 'vitest';
import { LatestWrite } from '../../src/capture/latest-write.ts';

function newWrite(write: () => Promise<unknown>) {
  const gaps: (() => void)[] = [];
  const sleep = () => new Promise<void>(resolve => gaps.push(resolve));
  return { latest: new LatestWrite({ write, sleep, gapMs: 60 }), endGap: () => gaps.shift()?.() };
}

const turn = () => new Promise(resolve => setTimeout(resolve, 0));

describe('a write of what stands at the moment', () => {
  it('comes at once, and after the gap once more for all that was asked meanwhile', async () => {
    let state = 0;
    const written: number[] = [];
    const { latest, endGap } = newWrite(async () => written.push(state));
    for (state = 1; state <= 3; state += 1) latest.due();
    await turn();
    expect(written).toEqual([1]);
    endGap();
    await turn();
    expect(written).toEqual([1, 4]);
    endGap();
    await latest.idle();
    expect(written).toEqual([1, 4]);
  });

  it('comes without the gap when it must', async () => {
    let writes = 0;
    const { latest } = newWrite(async () => {
      writes += 1;
    });
    latest.due();
    await turn();
    latest.dueNow();
    await turn();
    expect(writes).toBe(2);
  });

  it('is left out when it is no longer wanted, and stops nothing when it fails', async () => {
    let writes = 0;
    const { latest } = newWrite(async () => {
      writes += 1;
      throw new Error('no room');
    });
    latest.due();
    await turn();
    latest.due();
    latest.cancel();
    await latest.idle();
    expect(writes).toBe(1);
    latest.due();
    await turn();
    expect(writes).toBe(2);
  });
});
