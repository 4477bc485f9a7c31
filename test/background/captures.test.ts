import { describe, expect, it } from 'vitest';
import { type CaptureEnd, Captures } from '../../src/background/captures.ts';
import { createFakes, type Fakes } from '../capture/fakes.ts';
import { eventually } from '../patience.ts';

interface Bench {
  readonly fakes: Fakes;
  readonly captures: Captures;
  readonly ends: CaptureEnd[];
  /** Resolves when this many captures have ended. */
  readonly ended: (count: number) => Promise<void>;
}

function createBench(): Bench {
  const fakes = createFakes();
  const ends: CaptureEnd[] = [];
  const captures = new Captures({
    ...fakes,
    createId: () => crypto.randomUUID(),
    keepAwake: work => work(),
    ready: Promise.resolve(),
    onEnd: end => ends.push(end),
  });
  const ended = (count: number) => eventually(() => expect(ends).toHaveLength(count));
  return { fakes, captures, ends, ended };
}

const viewport = { tabId: 7, scope: 'viewport', gesture: 'popup' } as const;
const post = { tabId: 7, scope: 'post', gesture: 'shortcut' } as const;

/** A picker that waits until it is dismissed. */
function holdPicker(fakes: Fakes): void {
  fakes.browser.before = event => (event === 'pick' ? new Promise(() => undefined) : undefined);
}

describe('captures of one window', () => {
  it('run one after the other, ten in a row, and none is lost', async () => {
    const { fakes, captures, ends, ended } = createBench();
    let atOnce = 0;
    let most = 0;
    fakes.browser.before = async event => {
      if (!event.startsWith('shot')) return;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise(resolve => setTimeout(resolve, 2));
      atOnce -= 1;
    };
    const ids = await Promise.all(Array.from({ length: 10 }, () => captures.start(viewport)));
    await ended(10);
    expect(most).toBe(1);
    expect(new Set(ids).size).toBe(10);
    expect(ends.map(end => end.fault)).toEqual(new Array(10).fill(undefined));
    expect(captures.running().size).toBe(0);
  });

  it('go on after one that failed', async () => {
    const { fakes, captures, ends, ended } = createBench();
    const { tabNow } = fakes.browser;
    await captures.start(viewport);
    fakes.browser.tabNow = undefined;
    await ended(1);
    fakes.browser.tabNow = tabNow;
    await captures.start(viewport);
    await ended(2);
    expect(ends.map(end => end.fault)).toEqual(['capture.tab.closed', undefined]);
  });

  it('refuse a tab that is gone, before anything is journalled', async () => {
    const { fakes, captures } = createBench();
    fakes.browser.tabNow = undefined;
    await expect(captures.start(viewport)).rejects.toMatchObject({ code: 'capture.tab.closed' });
    expect(fakes.log.progress).toEqual([]);
  });
});

describe('choosing a post', () => {
  it('is journalled, and then captured', async () => {
    const { fakes, captures, ends, ended } = createBench();
    const { ask } = fakes.browser;
    fakes.browser.ask = (tabId, question, args) =>
      question === 'pick'
        ? Promise.resolve({ outcome: 'chosen' })
        : ask.call(fakes.browser, tabId, question, args);
    await captures.start(post);
    expect(fakes.log.progress[0]).toMatchObject({ state: 'picking', scope: 'post' });
    await ended(1);
    expect(ends[0]?.fault).toBeUndefined();
    expect(fakes.log.record?.scope).toBe('post');
  });

  it.each([
    ['cancelled', 'capture.post.not-chosen'],
    ['none', 'capture.post.not-found'],
    ['removed', 'capture.picker.removed'],
  ])('that ends with %s is abandoned', async (outcome, code) => {
    const { fakes, captures, ends, ended } = createBench();
    fakes.browser.ask = () => Promise.resolve({ outcome });
    await captures.start(post);
    await ended(1);
    expect(ends[0]?.fault).toBe(code);
    expect(fakes.log.abandoned).toBe(code);
  });

  it('makes ready for the copy while the user chooses, and for none when nothing was chosen', async () => {
    const { fakes, captures, ends, ended } = createBench();
    holdPicker(fakes);
    const captureId = await captures.start(post);
    await eventually(() => expect(fakes.browser.asked).toContain('pick'));
    expect(fakes.copies.users).toBe(1);
    captures.stop(captureId);
    await ended(1);
    expect(ends[0]?.fault).toBe('capture.stopped');
    expect(fakes.copies.users).toBe(0);
  });

  it('gives way to another gesture in the same window', async () => {
    const { fakes, captures, ends, ended } = createBench();
    holdPicker(fakes);
    await captures.start(post);
    await eventually(() => expect(fakes.browser.asked).toContain('pick'));
    await captures.start(viewport);
    await ended(2);
    expect(ends.map(end => end.fault)).toEqual(['capture.post.not-chosen', undefined]);
    expect(fakes.browser.asked).toContain('dismissPicker');
  });

  it.each([
    ['is let in', 'inject'],
    ['is asked to choose', 'pick'],
  ])('on a page that hangs when it %s: can be stopped, and the next one begins', async (_, hung) => {
    const { fakes, captures, ends, ended } = createBench();
    let isHung = true;
    const reached = new Set<string>();
    fakes.browser.before = event => {
      reached.add(event);
      return isHung && (event === hung || reached.has(hung)) ? new Promise(() => undefined) : undefined;
    };
    const captureId = await captures.start(post);
    await eventually(() => expect(reached).toContain(hung));
    captures.stop(captureId);
    await ended(1);
    isHung = false;
    await captures.start(viewport);
    await ended(2);
    expect(ends.map(end => end.fault)).toEqual(['capture.stopped', undefined]);
  });

  it('can be stopped', async () => {
    const { fakes, captures, ends, ended } = createBench();
    holdPicker(fakes);
    const captureId = await captures.start(post);
    await eventually(() => expect(fakes.browser.asked).toContain('pick'));
    captures.stop(captureId);
    await ended(1);
    expect(ends[0]?.fault).toBe('capture.stopped');
  });
});
