import { describe, expect, it } from 'vitest';
import type { CaptureDraft } from '../../src/capture/log.ts';
import { notSeenRestored } from '../../src/capture/restored.ts';
import { runCapture } from '../../src/capture/run.ts';
import type { CaptureRecord, CaptureScope } from '../../src/model/capture.ts';
import { type CaptureCheckName, captureChecks } from '../../src/model/capture-check.ts';
import { Fault } from '../../src/model/fault.ts';
import { faultWords } from '../../src/words/faults.ts';
import { createFakes, type Fakes, helloParts, requestOf } from './fakes.ts';

/** Runs a capture to its end, kept or not, and gives what the log holds of it. */
async function run(fakes: Fakes, scope: CaptureScope, signal = new AbortController().signal) {
  const ended = await runCapture(requestOf(scope), fakes, signal).then(
    committed => ({ committed, error: undefined }),
    (error: unknown) => ({ committed: undefined, error }),
  );
  const { record, abandoned } = fakes.log;
  return { ...ended, record, abandoned };
}

function outcomesOf(record: { steps: readonly { step: string; outcome: string }[] } | undefined) {
  return record?.steps.map(({ step, outcome }) => `${step} ${outcome}`);
}

function pathsOf(record: { artifacts: readonly { path: string }[] } | undefined) {
  return record?.artifacts.map(({ path }) => path);
}

function checkOf(record: Pick<CaptureRecord, 'checks'> | undefined, name: CaptureCheckName) {
  return record?.checks?.find(({ check }) => check === name);
}

describe('a capture with nothing in its way', () => {
  it('of the viewport is one shot, the copy and the text', async () => {
    const fakes = createFakes();
    const { record, committed } = await run(fakes, 'viewport');
    expect(outcomesOf(record)).toEqual([
      'guard done',
      'clocks done',
      'settle done',
      'tiles done',
      'stitch skipped',
      'snapshot done',
      'post done',
      'commit done',
      'time-stamp skipped',
    ]);
    expect(record?.outcome).toBe('complete');
    expect(pathsOf(record)).toEqual(['screenshot-viewport.png', 'page.html', 'text.txt']);
    expect(record?.page).toMatchObject({
      recordedRange: { top: 0, bottom: 600, left: 0, right: 800 },
      sidePanelOpen: false,
    });
    expect(committed).toMatchObject({ reference: 'EX/1', outcome: 'complete' });
    expect(fakes.log.committedAfter).toMatchObject({ state: 'running', step: 'commit' });
    expect(fakes.log.committedAfter?.steps).toEqual(record?.steps.slice(0, 7));
    expect(fakes.log.thumbnail).toBeDefined();
  });

  it.each(['viewport', 'page', 'post'] as const)(
    'of the %s says of every check what came of it',
    async scope => {
      const { record } = await run(createFakes(), scope);
      expect(record?.checks?.map(({ check }) => check)).toEqual(captureChecks);
    },
  );

  it('of a post in view takes one shot in all and cuts the post out of it', async () => {
    const fakes = createFakes();
    const { record } = await run(fakes, 'post');
    expect(fakes.browser.shots).toBe(1);
    expect(record?.compositions).toEqual([
      {
        path: 'screenshot-post.png',
        width: 600,
        height: 200,
        parts: [
          {
            path: 'screenshot-viewport.png',
            from: { x: 50, y: 100, width: 600, height: 200 },
            to: { x: 0, y: 0 },
          },
        ],
      },
    ]);
    expect(record?.page?.region).toEqual({ x: 50, y: 100, width: 600, height: 200 });
    expect(record?.artifacts.find(({ role }) => role === 'screenshot-post')?.method).toBe('crop');
    expect(fakes.browser.asked).not.toContain('walkThrough');
  });

  it('of a post draws the copy while its picture is taken, once where the page stays the same', async () => {
    const fakes = createFakes();
    const { record } = await run(fakes, 'post');
    expect(fakes.browser.asked.indexOf('copyAhead')).toBeLessThan(fakes.browser.asked.indexOf('read'));
    expect(fakes.copies.drawn).toHaveLength(1);
    expect(checkOf(record, 'copy')).toMatchObject({ result: 'held' });
  });

  it.each(['html', 'view'] as const)(
    'draws the copy of a post again when its %s has changed',
    async changed => {
      const fakes = createFakes();
      fakes.browser.early =
        changed === 'html'
          ? { html: '<!doctype html><p>Goodbye', view: helloParts.view }
          : { html: '<!doctype html><p>Hello', view: { ...helloParts.view, y: 40 } };
      // Only what the early copy shows differs from the page.
      fakes.copies.before = () =>
        fakes.copies.drawn.length === 1 ? { ...helloParts, words: ['Goodbye'] } : helloParts;
      const { record } = await run(fakes, 'post');
      expect(fakes.copies.drawn).toEqual([fakes.browser.early.html, '<!doctype html><p>Hello']);
      expect(checkOf(record, 'copy')).toMatchObject({ result: 'held' });
    },
  );

  it.each(['none', 'mute'])('of a post compares the copy where none came early: %s', async why => {
    const fakes = createFakes();
    fakes.browser.early = null;
    fakes.browser.before = event =>
      event === 'copyAhead' && why === 'mute' ? new Promise(() => undefined) : undefined;
    const { record } = await run(fakes, 'post');
    expect(fakes.copies.drawn).toEqual(['<!doctype html><p>Hello']);
    expect(record?.outcome).toBe('complete');
  });

  it('reads the page again when it moved while the picture was made', async () => {
    const fakes = createFakes();
    changeAt(fakes, 'shot:1', () => {
      fakes.browser.y = 40;
    });
    const { record } = await run(fakes, 'viewport');
    expect(fakes.browser.shots).toBe(2);
    expect(fakes.browser.asked.filter(question => question === 'snapshot')).toHaveLength(2);
    expect(record).toMatchObject({ outcome: 'complete', page: { scroll: { y: 40 } } });
  });

  it('of a post taller than the window joins as many shots as it needs', async () => {
    const fakes = createFakes();
    fakes.browser.post = { x: 50, y: 300, width: 600, height: 1_500 };
    const { record } = await run(fakes, 'post');
    expect(record?.outcome).toBe('complete');
    expect(record?.compositions?.[0]).toMatchObject({ width: 600, height: 1_500 });
    expect(record?.page?.recordedRange).toEqual({ top: 300, bottom: 1_800, left: 50, right: 650 });
  });

  it('of a page joins its tiles, keeps them, and puts the page back before the copy is made', async () => {
    const fakes = createFakes();
    const { record } = await run(fakes, 'page');
    expect(record?.compositions?.[0]).toMatchObject({ width: 800, height: 2_000 });
    expect(pathsOf(record)).toContain('tiles/tile-004.png');
    expect(record?.page?.recordedRange).toEqual({ top: 0, bottom: 2_000, left: 0, right: 800 });
    expect(fakes.browser.asked.indexOf('restore')).toBeLessThan(fakes.browser.asked.indexOf('snapshot'));
    expect(record?.pageChanges.map(({ kind }) => kind)).toEqual(['hidden', 'scrolled', 'restored']);
  });

  it('of a page where the browser shoots rectangles takes it in one call', async () => {
    const fakes = createFakes();
    fakes.browser.canShootRegion = true;
    const { record } = await run(fakes, 'page');
    // One of what the window showed, one of it at the page's end to compare with, one of the whole.
    expect(fakes.browser.shots).toBe(3);
    expect(pathsOf(record)).toContain('screenshot-full-page.png');
    expect(record?.outcome).toBe('complete');
  });

  it('of a page that grows for ever ends at the limit and says so', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event === 'lookAt' || event === 'walkThrough') fakes.browser.height += 700;
    };
    const { record } = await run(fakes, 'page');
    expect(fakes.browser.shots).toBeLessThanOrEqual(161);
    expect(record?.outcome).toBe('partial');
    expect(record?.steps.find(({ step }) => step === 'tiles')?.reason).toMatch(
      /longer than Holdfast records/,
    );
    expect(record?.pageChanges.map(({ kind }) => kind)).toContain('truncated');
  });
});

describe('a tab that may not be recorded', () => {
  const cases: readonly [string, (fakes: Fakes) => void, string][] = [
    ['a page of the browser', f => setTab(f, { url: 'chrome://settings' }), 'capture.tab.not-permitted'],
    ['a page nobody may see', f => setTab(f, { url: undefined }), 'capture.tab.not-permitted'],
    ['a closed tab', f => closeTab(f), 'capture.tab.closed'],
    ['a tab behind another', f => setTab(f, { active: false }), 'capture.tab.switched'],
    [
      'a store',
      f => throwAt(f, 'inject', new Fault('capture.tab.not-permitted')),
      'capture.tab.not-permitted',
    ],
    [
      'an error page',
      f => throwAt(f, 'inject', new Fault('capture.page.unreachable')),
      'capture.page.unreachable',
    ],
  ];

  it.each(cases)('%s: abandoned with its code', async (_name, arrange, code) => {
    const fakes = createFakes();
    arrange(fakes);
    const { error, abandoned, record } = await run(fakes, 'page');
    expect(error).toMatchObject({ code });
    expect(abandoned).toBe(code);
    expect(record).toBeUndefined();
  });
});

describe('a tab that changes at any shot', () => {
  const changes: readonly [string, (fakes: Fakes) => void, string][] = [
    ['switched', f => setTab(f, { active: false }), 'Another tab came to the front'],
    ['navigated', f => leave(f), 'The page was reloaded or left'],
    ['closed', f => closeTab(f), 'The tab was closed'],
  ];
  const shots = [1, 2, 3, 4, 5];

  for (const [name, change, words] of changes) {
    it.each(shots)(`${name} at shot %i: what was recorded before is kept, or nothing began`, async shot => {
      const fakes = createFakes();
      changeAt(fakes, `shot:${shot}`, () => change(fakes));
      const { record, abandoned, error } = await run(fakes, 'page');
      if (shot === 1) {
        expect(record === undefined || record.outcome === 'partial').toBe(true);
        if (record === undefined) expect(error).toMatchObject({ code: `capture.tab.${name}` });
      } else {
        expect(record?.outcome).toBe('partial');
        const tiles = record?.steps.find(({ step }) => step === 'tiles');
        expect(tiles).toMatchObject({ outcome: 'failed', reason: expect.stringContaining(words) });
        expect(abandoned).toBeUndefined();
      }
      if (shot > 2) {
        expect(pathsOf(record)).toContain('screenshot-full-page.png');
        expect(record?.pageChanges.some(({ kind }) => kind === 'truncated')).toBe(true);
      }
      expect(fakes.browser.asked).toContain('restore');
    });
  }

  it('goes on with copy and text of a page that is only behind another tab', async () => {
    const fakes = createFakes();
    changeAt(fakes, 'shot:3', () => setTab(fakes, { active: false }));
    const { record } = await run(fakes, 'page');
    expect(outcomesOf(record)).toContain('snapshot done');
    expect(outcomesOf(record)).toContain('post done');
  });

  it('goes on when the page changes its own address without leaving its document, and says so', async () => {
    const fakes = createFakes();
    changeAt(fakes, 'shot:3', () => setTab(fakes, { url: 'https://forum.example/thread/1/page/2' }));
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('complete');
    expect(record?.page).toMatchObject({
      address: 'https://forum.example/thread/1',
      finalAddress: 'https://forum.example/thread/1/page/2',
    });
    expect(record?.pageChanges.some(({ detail }) => detail.includes('/page/2'))).toBe(true);
  });
});

describe('a page that goes on after its last picture', () => {
  it('leaves its record the address of what was recorded, and the changes say where it went', async () => {
    const fakes = createFakes();
    const address = 'https://forum.example/thread/1';
    const { before } = fakes.copies;
    fakes.copies.before = () => {
      setTab(fakes, { url: `${address}#/room/2` });
      return before();
    };
    const { record } = await run(fakes, 'viewport');
    expect(record?.outcome).toBe('complete');
    expect(record?.page).toMatchObject({ address, finalAddress: address });
    expect(record?.pageChanges).toContainEqual({
      kind: 'other',
      detail: expect.stringMatching(/^After its last picture.*#\/room\/2\.$/),
    });
  });
});

describe('a page that does not do as it is asked', () => {
  const questions = ['measure', 'settle', 'view', 'walkThrough', 'lookAt', 'snapshot', 'read', 'limits'];

  it.each(questions)('mute at %s: partial with its picture, never for ever', async question => {
    const fakes = createFakes();
    fakes.browser.before = event => (event === question ? new Promise(() => undefined) : undefined);
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('partial');
    expect(pathsOf(record)).toContain('screenshot-viewport.png');
    expect(record?.steps.some(({ reason }) => reason === 'The page did not answer in time.')).toBe(true);
  });

  it.each(questions)('nonsense at %s: partial, and the rest goes on', async question => {
    const fakes = createFakes();
    const { ask } = fakes.browser;
    fakes.browser.ask = (tabId, asked, args) =>
      asked === question ? Promise.resolve({ nonsense: 1 }) : ask.call(fakes.browser, tabId, asked, args);
    const { record } = await run(fakes, 'viewport');
    const used = !['walkThrough', 'lookAt'].includes(question);
    expect(record?.outcome).toBe(used ? 'partial' : 'complete');
  });

  it('says where a mute page was, as far as the browser knows', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => (event === 'measure' ? new Promise(() => undefined) : undefined);
    const { record } = await run(fakes, 'viewport');
    expect(record?.page).toBeUndefined();
    expect(record?.pageChanges[0]?.detail).toContain('https://forum.example/thread/1');
  });

  it('whose post is gone when it is to be recorded: partial with what the window showed', async () => {
    const fakes = createFakes();
    changeAt(fakes, 'shot:1', () => {
      fakes.browser.post = null;
    });
    const { record } = await run(fakes, 'post');
    expect(record?.outcome).toBe('partial');
    expect(pathsOf(record)).toEqual(['screenshot-viewport.png', 'page.html', 'text.txt']);
  });

  it('whose words are not those that its box shows: partial, with both kept and the difference in the record', async () => {
    const fakes = createFakes();
    fakes.browser.box = 'Good morning';
    const { record } = await run(fakes, 'post');
    const differs =
      'The read text differs from the shown text. Read, and not shown in the post’s box: “Hello”.';
    expect(record?.outcome).toBe('partial');
    expect(record?.post).toMatchObject({ text: 'Hello', notes: [differs] });
    expect(checkOf(record, 'text')).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining(differs),
    });
    expect(pathsOf(record)).toContain('text.txt');
  });

  it('in a layout that is not known, where the address names one: partial, with pictures, text and copy', async () => {
    const fakes = createFakes();
    fakes.browser.isLayoutKnown = false;
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('partial');
    expect(record?.steps.find(({ step }) => step === 'post')).toMatchObject({
      outcome: 'failed',
      reason: faultWords['capture.layout.unknown'].happened,
    });
    expect(record?.post).toBeDefined();
    expect(pathsOf(record)).toEqual(
      expect.arrayContaining(['screenshot-full-page.png', 'page.html', 'text.txt']),
    );
  });

  it('cannot put lone surrogates or endless strings into the record', async () => {
    const fakes = createFakes();
    fakes.browser.box = `\uFFFD${'a'.repeat(300_000)}`;
    const { ask } = fakes.browser;
    fakes.browser.ask = async (tabId, asked, args) => {
      const answer = await ask.call(fakes.browser, tabId, asked, args);
      if (asked !== 'read') return answer;
      const { post } = answer as { post: object };
      return { ...(answer as object), post: { ...post, text: `\uD800${'a'.repeat(300_000)}` } };
    };
    const { record } = await run(fakes, 'viewport');
    expect(record?.post?.text?.startsWith('\uFFFDaaa')).toBe(true);
    expect(record?.post?.text?.length).toBe(200_000);
  });
});

describe('a browser that gives no pixels', () => {
  it.each(['viewport', 'page', 'post'] as const)('draws the %s again and says so', async scope => {
    const fakes = createFakes();
    throwAt(fakes, 'shot:1', new Fault('capture.pixels.refused'));
    const { record } = await run(fakes, scope);
    // What was drawn again is none of the browser's pictures: nothing of it could be checked.
    expect(record?.outcome).toBe('partial');
    expect(checkOf(record, 'frames')?.result).toBe('not-made');
    expect(record?.artifacts[0]).toMatchObject({ method: 're-render' });
    expect(record?.pageChanges.some(({ detail }) => detail.includes('drawn again'))).toBe(true);
  });

  it('and no drawing either: partial with copy and text', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event === 'shot:1' || event === 'rerender') throw new Fault('capture.pixels.refused');
    };
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('partial');
    expect(pathsOf(record)).toEqual(['page.html', 'text.txt']);
  });
});

describe('a browser that never answers when it is asked for a picture', () => {
  const never = new Promise<void>(() => undefined);

  it.each(['shot:1', 'shot:3'])('at %s alone: asked once more, and complete', async event => {
    const fakes = createFakes();
    fakes.browser.before = now => (now === event ? never : undefined);
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('complete');
  });

  it('and whose tab is behind another by then: no picture of that one', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event !== 'shot:1') return undefined;
      setTab(fakes, { active: false });
      return never;
    };
    const { record } = await run(fakes, 'viewport');
    expect(fakes.browser.shots).toBe(1);
    expect(record?.outcome).toBe('partial');
    expect(pathsOf(record)).toEqual(['page.html', 'text.txt']);
    expect(record?.steps.find(({ step }) => step === 'tiles')).toMatchObject({
      outcome: 'failed',
      reason: faultWords['capture.tab.switched'].happened,
    });
  });

  it('at all: draws the page again and says so', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => (event.startsWith('shot:') ? never : undefined);
    const { record } = await run(fakes, 'viewport');
    expect(record?.outcome).toBe('partial');
    expect(record?.artifacts[0]).toMatchObject({ method: 're-render' });
  });

  it('can be stopped meanwhile', async () => {
    const fakes = createFakes();
    const controller = new AbortController();
    fakes.browser.before = event => {
      if (event !== 'shot:1') return undefined;
      controller.abort(new Fault('capture.stopped'));
      return never;
    };
    const { record, abandoned } = await run(fakes, 'viewport', controller.signal);
    expect(record).toBeUndefined();
    expect(abandoned).toBe('capture.stopped');
  });
});

describe('a defect in Holdfast', () => {
  it('while joining leaves the tiles', async () => {
    const fakes = createFakes();
    fakes.pixels.before = () => {
      throw new Error('canvas of another size');
    };
    const { record } = await run(fakes, 'page');
    expect(outcomesOf(record)).toContain('stitch failed');
    expect(pathsOf(record)).toContain('tiles/tile-001.png');
    expect(record?.outcome).toBe('partial');
  });
});

describe('a log that refuses', () => {
  it('everything: abandoned with the log’s code', async () => {
    const fakes = createFakes();
    fakes.log.before = () => {
      throw new Fault('log.disk.full');
    };
    const { abandoned, error } = await run(fakes, 'page');
    expect(error).toMatchObject({ code: 'log.disk.full' });
    expect(abandoned).toBe('log.disk.full');
    expect(fakes.browser.asked).toContain('restore');
  });

  it('at the third file: partial with the first two, and its step says why', async () => {
    const fakes = createFakes();
    fakes.log.before = path => {
      if (path === 'tiles/tile-002.png') throw new Fault('log.disk.full');
    };
    const { record } = await run(fakes, 'page');
    expect(pathsOf(record)).toEqual(['screenshot-viewport.png', 'tiles/tile-001.png']);
    expect(record?.steps.find(({ step }) => step === 'tiles')).toMatchObject({
      outcome: 'failed',
      reason: 'There is no room left on this device.',
    });
  });

  it('the commit: abandoned', async () => {
    const fakes = createFakes();
    fakes.log.before = event => {
      if (event === 'commit') throw new Fault('log.disk.full');
    };
    const { abandoned } = await run(fakes, 'viewport');
    expect(abandoned).toBe('log.disk.full');
  });
});

describe('a capture that the user stops', () => {
  const events = ['inject', 'measure', 'settle', 'shot:1', 'walkThrough', 'shot:3', 'snapshot', 'read'];

  it.each(events)('at %s: kept as partial when there is anything, else abandoned', async event => {
    const fakes = createFakes();
    const controller = new AbortController();
    changeAt(fakes, event, () => controller.abort(new Fault('capture.stopped')));
    const { record, abandoned } = await run(fakes, 'page', controller.signal);
    if (record === undefined) expect(abandoned).toBe('capture.stopped');
    else {
      expect(record.outcome).toBe('partial');
      expect(record.artifacts.length).toBeGreaterThan(0);
      expect(record.steps.some(({ reason }) => reason === 'You stopped the recording.')).toBe(true);
    }
    expect(record === undefined).toBe(['inject', 'measure', 'settle', 'shot:1'].includes(event));
    expect(fakes.browser.asked.at(-1)).toBe('restore');
  });
});

function setTab(fakes: Fakes, changes: { url?: string | undefined; active?: boolean }): void {
  const tab = { ...fakes.browser.tabNow, ...changes };
  fakes.browser.tabNow = tab as NonNullable<typeof fakes.browser.tabNow>;
}

function closeTab(fakes: Fakes): void {
  fakes.browser.tabNow = undefined;
  fakes.browser.ask = goneWith(fakes, 'capture.tab.closed');
}

function leave(fakes: Fakes): void {
  setTab(fakes, { url: 'https://elsewhere.example/' });
  fakes.browser.ask = goneWith(fakes, 'capture.tab.navigated');
}

function goneWith(fakes: Fakes, code: 'capture.tab.closed' | 'capture.tab.navigated') {
  return (_tabId: number, question: string) => {
    fakes.browser.asked.push(question);
    return Promise.reject(new Fault(code));
  };
}

function throwAt(fakes: Fakes, event: string, fault: Fault): void {
  changeAt(fakes, event, () => {
    throw fault;
  });
}

function changeAt(fakes: Fakes, event: string, change: () => void): void {
  let done = false;
  fakes.browser.before = happening => {
    if (happening !== event || done) return;
    done = true;
    change();
  };
}

describe('the page, when it was recorded', () => {
  const restoredOf = (record: CaptureRecord | undefined) =>
    record?.checks?.find(({ check }) => check === 'restored');

  it('is said to be as it was when it was put back, and to have been left alone when it was', async () => {
    expect(restoredOf((await run(createFakes(), 'page')).record)?.result).toBe('held');
    expect(restoredOf((await run(createFakes(), 'viewport')).record)?.result).toBe('not-needed');
  });

  it('makes the capture partial when it is not as it was', async () => {
    const fakes = createFakes();
    answerRestore(fakes, async () => ({ changes: [], differs: ['The bar is not as it was.'] }));
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('partial');
    expect(restoredOf(record)).toMatchObject({ result: 'failed', detail: 'The bar is not as it was.' });
    expect(record?.steps).toContainEqual({
      step: 'tiles',
      outcome: 'failed',
      reason: 'The bar is not as it was.',
    });
  });

  it('makes it partial too when it does not answer', async () => {
    const fakes = createFakes();
    answerRestore(fakes, () => new Promise(() => undefined));
    const { record } = await run(fakes, 'page');
    expect(record?.outcome).toBe('partial');
    expect(restoredOf(record)?.result).toBe('not-made');
  });

  it('is known to the log to be altered before it is', async () => {
    const fakes = createFakes();
    let draft: CaptureDraft | undefined;
    fakes.browser.before = async event => {
      if (event !== 'shot:2') return;
      // Longer than the gap between two writes and shorter than what a picture may take, by the fakes' clock.
      await new Promise(resolve => setTimeout(resolve, 10));
      draft = fakes.log.draft;
    };
    await run(fakes, 'page');
    expect(draft?.pageChanges).toContainEqual(expect.objectContaining({ kind: 'hidden' }));
    expect(draft?.checks).toContainEqual(notSeenRestored);
  });
});

function answerRestore(fakes: Fakes, answer: () => Promise<unknown>): void {
  const ask = fakes.browser.ask.bind(fakes.browser);
  fakes.browser.ask = (tabId, question, args) =>
    question === 'restore' ? answer() : ask(tabId, question, args);
}
