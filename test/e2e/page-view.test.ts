import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageAnswer } from '../../src/messaging/page-protocol.ts';
import {
  bars,
  changing,
  chat,
  covered,
  dialogs,
  fixedBelow,
  leftward,
  panes,
  rooms,
  small,
  smooth,
  stickyByline,
  wide,
} from '../samples/site/view-pages.ts';
import { type AgentBrowser, type AgentPage, startAgentBrowser } from './agent-in-page.ts';

const settleMs = 2_000;
const walkLimits = { from: 0, to: 1e6, settleMs, budgetMs: 60_000 };

describe.each(['chromium', 'firefox'] as const)('the view of a page in %s', name => {
  let browser: AgentBrowser;
  beforeAll(async () => {
    browser = await startAgentBrowser(name);
  });
  afterAll(() => browser?.close());

  async function on(html: string, work: (page: AgentPage) => Promise<void>, fragment = ''): Promise<void> {
    await work(await browser.open(html, fragment));
  }

  it.each(Object.keys(panes) as (keyof typeof panes)[])('finds the pane that is the page: %s', kind =>
    on(panes[kind], async page => {
      const before = await page.ask('view', { target: 'page', frames: true });
      expect(before?.scroller).toContain('scrolls by itself');
      expect(before?.whole.height).toBe(4_000);
      await walk(page, 'page');
      const there = await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      expect(there?.at.y).toBe(700);
      expect(there?.measure.scroll.y).toBe(0);
      expect(await topOfRow(page, 35)).toBeCloseTo(there?.port.y ?? Number.NaN, 1);
      await page.ask('restore');
      expect((await page.ask('view', { target: 'page', frames: true }))?.at).toEqual(before?.at);
    }),
  );

  it('sees of a message what its pane shows, and scrolls the pane to the rest', () =>
    on(chat, async page => {
      await page.run(`log.scrollTop = 0; log.scrollTop += 7; 0`);
      await page.choose();
      const before = await page.ask('view', { target: 'post', frames: true });
      expect(before?.at.y).toBe(7);
      expect(before?.port.height).toBe(113);
      const whole = await page.ask('lookAt', { target: 'post', x: 0, y: 0, settleMs });
      expect(whole?.port.height).toBe(120);
      expect(whole?.covers).toEqual([]);
      const { changes } = await page.ask('restore');
      expect(changes.map(change => change.detail)).toContain(
        'Scrolled a part of the page back to where it stood.',
      );
      expect(await page.run('log.scrollTop')).toBe(7);
    }));

  it('clips a message by the pane that it is half out of', () =>
    on(chat, async page => {
      await page.run(`log.scrollTop = 60; document.title = String(log.scrollTop)`);
      await page.choose();
      const { port } = (await page.ask('view', { target: 'post', frames: true }))!;
      expect(port).toMatchObject({ y: 80, height: 60 });
    }));

  it('reads of a message what its pane can be scrolled to, though something stands beside the pane there', () =>
    on(chat, async page => {
      await page.run(`document.querySelector('footer').style.height = innerHeight - 80 - 30 + 'px'; 0`);
      await page.choose();
      const { text, view } = await page.ask('read', { target: 'post', addressAlone: false });
      expect(view?.port.height).toBe(30);
      expect(text.text).toContain('Message 0: words');
      await page.run(`document.querySelector('footer').style.cssText += ';position:relative;top:-30px'; 0`);
      expect((await page.ask('read', { target: 'post', addressAlone: false })).text.text).not.toContain(
        'Robin',
      );
    }));

  it('waits for content that a program moves after the window', () =>
    on(smooth, async page => {
      expect((await walk(page, 'page')).changes).toEqual([]);
      const there = await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      expect(there?.at.y).toBe(700);
      expect(await topOfRow(page, 35)).toBeCloseTo(0, 0);
    }));

  it('sees a wide page whole in both directions', () =>
    on(wide, async page => {
      const all = await page.ask('lookAt', { target: 'page', x: 1_500, y: 700, settleMs });
      expect(all?.whole).toEqual({ width: 3_000, height: 1_800 });
      expect(all?.at).toEqual({ x: 1_500, y: 700 });
      await page.run('scrollTo(0, 0)');
    }));

  it('scrolls sideways to a post far to the right', () =>
    on(
      wide,
      async page => {
        await page.choose();
        await page.run('scrollTo(0, 0)');
        const seen = await page.ask('lookAt', { target: 'post', x: 0, y: 0, settleMs });
        expect(seen?.port.width).toBe(320);
        expect(seen?.at).toEqual({ x: 0, y: 0 });
        await page.ask('restore');
        expect(await page.run('[scrollX, scrollY]')).toEqual([0, 0]);
      },
      '#post-3',
    ));

  it.runIf(name === 'chromium')('sees what a zoom with two fingers leaves of the window', () =>
    on(small, async page => {
      await page.choose();
      const session = await page.page.createCDPSession();
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 4 });
      const seen = await page.ask('lookAt', { target: 'post', x: 0, y: 0, settleMs });
      expect(seen?.measure.visual.scale).toBe(4);
      expect(seen?.port.width).toBeLessThan(330);
      expect(seen?.whole.width).toBe(540);
      expect(seen?.port.width).toBeLessThanOrEqual((seen?.measure.visual.width ?? 0) + 0.01);
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    }),
  );

  const over = 'position:fixed;left:300px;top:200px;width:40px;height:20px;background:#e33';
  it.each([
    ['a small button', `<div id="w" style="${over}"></div>`, ''],
    ['what the pointer passes through', `<div id="w" style="${over};pointer-events:none"></div>`, ''],
    ['words alone', `<div id="w" style="${over};background:none">Help</div>`, ''],
    ['what a style draws', '<div id="w"></div>', `#w::after{content:"";${over}}`],
    ['what a style draws before the page', '', `body::before{content:"";z-index:1;${over}}`],
    [
      'what stands in a closed root',
      `<x-w></x-w><script>document.querySelector('x-w').attachShadow({ mode: 'closed' }).innerHTML = '<div style="${over}"></div>'</script>`,
      '',
    ],
  ])('finds over a post: %s', (_, body, style) =>
    on(covered(body, style), async page => {
      await page.choose();
      const { covers } = (await page.ask('view', { target: 'post', frames: true }))!;
      expect(covers).toHaveLength(1);
      const { x, y, width, height } = covers[0]!.rect;
      expect(x).toBeGreaterThan(280);
      expect(y).toBeGreaterThan(180);
      expect(x + width).toBeLessThan(360);
      expect(y + height).toBeLessThan(240);
    }),
  );

  it.each([
    [
      'a link laid over all of it',
      '<a style="position:absolute;left:0;top:0;width:1200px;height:600px" href="#a"></a>',
    ],
    ['what is hidden', `<div style="${over};visibility:hidden">Help</div>`],
    ['what is transparent', `<div style="opacity:0"><div style="${over}">Help</div></div>`],
    ['what lies below it', `<div style="${over};z-index:-1;pointer-events:none">Help</div>`],
  ])('takes for no cover of a post: %s', (_, body) =>
    on(covered(body, 'article{position:relative}a{z-index:1}'), async page => {
      await page.choose();
      expect((await page.ask('view', { target: 'post', frames: true }))?.covers).toEqual([]);
    }),
  );

  it('hides what stands still over a post that is seen whole, and puts it back', () =>
    on(covered(`<div id="w" style="${over}">Help</div>`), async page => {
      await page.choose();
      const { changes, still } = await walk(page, 'post');
      expect(changes).toEqual([{ kind: 'hidden', detail: 'Hid a box fixed over the page (div#w, 40×20).' }]);
      expect(still).toEqual([{ x: 300, y: 200, width: 40, height: 20 }]);
      expect((await page.ask('view', { target: 'post', frames: true }))?.covers).toEqual([]);
      await page.ask('restore');
      expect(await page.run('getComputedStyle(w).visibility')).toBe('visible');
      expect(await page.run('scrollY')).toBe(0);
    }));

  it.each([
    ['fixed', 'hidden'],
    ['sticky', 'other'],
    ['progress', 'hidden'],
    ['scripted', 'hidden'],
    ['closed', 'hidden'],
    ['pseudo', 'hidden'],
  ] as const)('treats once a bar that stands still: %s', (kind, change) =>
    on(bars[kind], async page => {
      const { changes } = await walk(page, 'page');
      expect(changes.map(each => each.kind)).toEqual([change]);
      await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      const lies = await page.run('document.elementFromPoint(600, 5)?.textContent ?? ""');
      expect(lies).toMatch(/^row \d+$/);
    }),
  );

  it('hides what is visible by its own style inside a bar', () =>
    on(bars.fixed, async page => {
      await walk(page, 'page');
      expect(await page.run('getComputedStyle(document.querySelector("i")).visibility')).toBe('hidden');
    }));

  it('lets a header that shrinks keep its first height', () =>
    on(bars.shrinking, async page => {
      const { changes, wholeHeight } = await walk(page, 'page');
      expect(changes.map(each => each.kind)).toEqual(['other']);
      expect(wholeHeight).toBe(4_160);
      for (const y of [0, 700, 1_400]) {
        const seen = await page.ask('lookAt', { target: 'page', x: 0, y, settleMs });
        expect(seen?.at.y).toBe(y);
        expect(await topOfRow(page, 50)).toBe(160 + 1_000 - y);
      }
    }));

  it('lets every heading that sticks for a moment stand in its own place', () =>
    on(bars.section, async page => {
      await walk(page, 'page');
      for (const y of [300, 1_000, 2_100]) {
        await page.ask('lookAt', { target: 'page', x: 0, y, settleMs });
        const tops = await page.run(
          `Array.from(document.querySelectorAll('h2'), h => Math.round(h.getBoundingClientRect().top + scrollY))`,
        );
        expect(tops).toEqual(Array.from({ length: 12 }, (_, n) => n * 440));
      }
    }));

  it.each(['inTransform', 'recycled', 'recycledMessages'] as const)(
    'hides nothing that is the page itself: %s',
    kind =>
      on(bars[kind], async page => {
        expect((await walk(page, 'page')).changes).toEqual([]);
        for (const y of [0, 400, 1_200]) await page.ask('lookAt', { target: 'page', x: 0, y, settleMs });
        expect((await page.ask('restore')).changes.filter(change => change.kind === 'hidden')).toEqual([]);
      }),
  );

  it.each(Object.keys(changing) as (keyof typeof changing)[])(
    'hides nothing of a page that was not scrolled when something on it moved: %s',
    kind =>
      on(changing[kind], async page => {
        const end = { target: 'page', x: 0, y: 100_000, settleMs } as const;
        await page.ask('lookAt', { ...end, y: 0 });
        await page.ask('lookAt', end);
        const top = await topOfRow(page, 180);
        await page.run('change(), 0');
        await page.ask('lookAt', end);
        expect(await topOfRow(page, 180)).toBeCloseTo(top, 0);
        const { changes } = await page.ask('restore');
        expect(changes.filter(change => change.kind === 'hidden')).toEqual([]);
      }),
  );

  it('shows a bar again where it stands in its own place', () =>
    on(fixedBelow, async page => {
      const shown = `(({ visibility }, { top }) => [visibility, top])(getComputedStyle(b), b.getBoundingClientRect())`;
      await walk(page, 'page');
      expect(await page.run(shown)).toEqual(['hidden', 0]);
      await page.ask('lookAt', { target: 'page', x: 0, y: 0, settleMs });
      expect(await page.run(shown)).toEqual(['visible', 200]);
      await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      expect(await page.run(shown)).toEqual(['hidden', 0]);
      const { differs } = await page.ask('restore');
      expect(differs).toEqual([]);
      expect(await page.run('b.getAttribute("style")')).toBeNull();
    }));

  it('lets a background that stands still lie behind all of the page', () =>
    on(bars.ground, async page => {
      expect((await walk(page, 'page')).changes.map(each => each.kind)).toEqual(['other']);
      await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      expect(await page.run('g.getBoundingClientRect().top')).toBe(-700);
      await page.ask('restore');
      expect(await page.run('g.getAttribute("style")')).toBeNull();
    }));

  it('lets a byline that sticks inside a post stand in its own place', () =>
    on(stickyByline, async page => {
      await page.choose();
      const { changes } = await walk(page, 'post');
      expect(changes.map(each => each.kind)).toEqual(['other']);
      const seen = await page.ask('lookAt', { target: 'post', x: 0, y: 1_000, settleMs });
      expect(seen?.at.y).toBe(1_000);
      expect(await page.run('document.querySelector(".by").getBoundingClientRect().top')).toBe(-1_000);
    }));

  it.each(['fixed', 'modal'] as const)('takes a dialog in front as the page: %s', kind =>
    on(dialogs[kind], async page => {
      const { changes } = await walk(page, 'page');
      expect(changes).toEqual([]);
      const seen = await page.ask('lookAt', { target: 'page', x: 0, y: 0, settleMs });
      expect(seen?.scroller).toContain('A dialog lay in front of the page');
      expect(seen?.port.width).toBe(seen?.whole.width);
      expect(await page.run('scrollY')).toBe(0);
    }),
  );

  it('scrolls a dialog in front that scrolls by itself', () =>
    on(dialogs.scrolling, async page => {
      await walk(page, 'page');
      const seen = await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      expect(seen?.scroller).toContain('What lies behind it was not recorded.');
      expect(seen?.whole.height).toBe(2_000);
      expect(seen?.at.y).toBe(700);
      expect(await topOfRow(page, 35)).toBe(100);
    }));

  it.each(['bareShade', 'bottomBar'] as const)('takes for no dialog: %s', kind =>
    on(dialogs[kind], async page => {
      const seen = await page.ask('view', { target: 'page', frames: true });
      expect(seen?.scroller).toBeUndefined();
      expect(seen?.whole.height).toBe(3_600);
    }),
  );

  it('counts from the leftmost place in a page that begins at the right', () =>
    on(leftward.rtl, async page => {
      const first = await page.ask('view', { target: 'page', frames: true });
      expect(first?.whole.width).toBe(3_000);
      expect(first?.at.x).toBe(3_000 - (first?.port.width ?? 0));
      const left = await page.ask('lookAt', { target: 'page', x: 0, y: 0, settleMs });
      expect(left?.at.x).toBe(0);
      expect(await page.run('scrollX')).toBe((first?.port.width ?? 0) - 3_000);
      const { isEnd } = await walk(page, 'page');
      expect(isEnd).toBe(true);
    }));

  it('counts from the leftmost place in vertical writing', () =>
    on(leftward.vertical, async page => {
      const first = await page.ask('view', { target: 'page', frames: true });
      expect(first?.whole.width).toBe(4_000);
      expect(first?.at.x).toBe(4_000 - (first?.port.width ?? 0));
      const there = await page.ask('lookAt', { target: 'page', x: 1_000, y: 0, settleMs });
      expect(there?.at.x).toBe(1_000);
    }));

  it('goes on where a walk ended whose time was over, also in the middle of a row', () =>
    on(wide, async page => {
      let from = 0;
      let turns = 0;
      for (let isEnd = false; !isEnd; turns += 1) {
        const walked = await page.ask('walkThrough', { ...walkLimits, target: 'page', from, budgetMs: 0 });
        expect(walked.reached).toBeGreaterThan(from);
        ({ isEnd, reached: from } = walked);
      }
      expect(from).toBe(1_800);
      expect(turns).toBe(9);
    }));

  it('tells in the end what only the last look hid', () =>
    on(bars.fixed, async page => {
      await page.ask('lookAt', { target: 'page', x: 0, y: 0, settleMs });
      await page.ask('lookAt', { target: 'page', x: 0, y: 700, settleMs });
      const { changes } = await page.ask('restore');
      expect(changes.map(each => each.kind)).toEqual(['hidden', 'restored', 'restored']);
    }));

  it('knows the posts in view, and that they are others now', () =>
    on(rooms, async page => {
      const words = async () => (await page.ask('view', { target: 'page', frames: true }))?.identity?.words;
      const before = await words();
      expect(before).toBeDefined();
      expect(await words()).toBe(before);
      await page.run(`m.querySelector('.message').dataset.messageId = 'other'`);
      expect(await words()).not.toBe(before);
    }));

  it('knows a chosen post by its link, its words and its author', () =>
    on(chat, async page => {
      await page.choose();
      const identity = async () => (await page.ask('view', { target: 'post', frames: true }))?.identity;
      const before = await identity();
      expect(before).toMatchObject({ key: 'm0', author: 'Robin Sample' });
      await page.run(`log.querySelector('p').textContent = 'Something else'`);
      const after = await identity();
      expect(after).toMatchObject({ key: 'm0', author: 'Robin Sample' });
      expect(after?.words).not.toBe(before?.words);
    }));

  it('says where the picker drew, in the colours that it used', () =>
    on(small, async page => {
      const picked = page.ask('pick');
      // A key may overtake the question: keys reach a page by another way.
      await page.page.waitForFunction('document.documentElement.childElementCount > 2', { timeout: 0 });
      await page.page.keyboard.press('Enter');
      expect(await picked).toEqual({ outcome: 'chosen' });
      const { marks } = (await page.ask('view', { target: 'post', frames: true }))!;
      const ring = marks.filter(({ color }) => Math.abs(color[2] - 216) <= 6);
      expect(ring.map(({ rect }) => rect)).toContainEqual({ x: 16, y: 16, width: 548, height: 3 });
      expect(marks.filter(({ color }) => Math.abs(color[2] - 39) <= 6).length).toBeGreaterThan(0);
    }));
});

async function walk(page: AgentPage, target: 'page' | 'post'): Promise<PageAnswer<'walkThrough'>> {
  const walked = await page.ask('walkThrough', { ...walkLimits, target });
  expect(walked.isEnd).toBe(true);
  return walked;
}

/** Where a numbered row stands in the window; NaN where there is none. */
async function topOfRow(page: AgentPage, index: number): Promise<number> {
  const top = await page.run(
    `Array.from(document.querySelectorAll('.row')).find(row => row.textContent.endsWith('row ${index}'))?.getBoundingClientRect().top`,
  );
  return typeof top === 'number' ? top : Number.NaN;
}
