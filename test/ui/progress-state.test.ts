import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/model/identifiers.ts';
import {
  isRecent,
  isRunning,
  progressShare,
  progressWords,
  reasonsOf,
} from '../../src/ui/popup/progress-state.ts';
import { faultWords } from '../../src/words/faults.ts';
import { now, progress } from './fake-ports.ts';

describe('progress of a capture', () => {
  it('is told in words, with shots when there are several', () => {
    expect(progressWords(progress())).toBe('Starting');
    expect(progressWords(progress({ step: 'tiles', done: 3, total: 7 }))).toBe('Taking the pictures: 3 of 7');
    expect(progressWords(progress({ step: 'tiles', done: 1, total: 1 }))).toBe('Taking the pictures');
    expect(progressWords(progress({ state: 'picking' }))).toContain('Escape');
  });

  it('never runs backwards and ends at one', () => {
    const shares = (['guard', 'tiles', 'snapshot', 'time-stamp'] as const).map(step =>
      progressShare(progress({ step, done: 2, total: 2 })),
    );
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('runs while it can be stopped, and is recent for three minutes after its end', () => {
    expect(isRunning(progress({ state: 'picking' }))).toBe(true);
    expect(isRunning(progress({ state: 'committed' }))).toBe(false);
    expect(isRecent(progress(), now())).toBe(true);
    const startedAt = toInstant(now().getTime() - 600_000);
    const endedAgo = (seconds: number) =>
      progress({ startedAt, endedAt: toInstant(now().getTime() - seconds * 1000) });
    expect(isRecent(endedAgo(179), now())).toBe(true);
    expect(isRecent(endedAgo(180), now())).toBe(false);
  });

  it('says why it is partial: the fault in its own words, then failed steps, each once', () => {
    const reason = faultWords['capture.tab.closed'].happened;
    const steps = [
      { step: 'tiles', outcome: 'failed', reason },
      { step: 'post', outcome: 'failed' },
    ] as const;
    expect(reasonsOf(progress({ fault: 'capture.tab.closed', steps: [...steps] }))).toEqual([
      reason,
      'Reading the post: failed',
    ]);
    expect(reasonsOf(progress({ fault: 'no.such.fault' }))).toEqual([]);
  });
});
