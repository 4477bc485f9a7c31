// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAgent, type PageAgent } from '../../../src/capture/page/agent.ts';
import { pageAnswers } from '../../../src/messaging/page-protocol.ts';

const page = `<head><title>A \uD800 title</title></head><body><article id="post-1"><span class="author">Ann Imaginary</span>
  <time datetime="2024-01-01T00:00:00Z">New Year</time><p>ugly words</p></article>
  <article id="post-2"><p>other words</p></article></body>`;

/** happy-dom lays nothing out: every element gets a box, one below the other. */
beforeEach(() => {
  document.documentElement.innerHTML = page;
  vi.restoreAllMocks();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return this.id === 'post-2' ? new DOMRect(0, 200, 300, 100) : new DOMRect(0, 50, 300, 100);
  });
});

const agent = () => createAgent();

/** What the page answers about its post, its text and how both lie. */
async function readOf(asked: PageAgent) {
  return pageAnswers.read.parse(await asked.ask('read', { target: 'post', addressAlone: false }));
}

describe('the page agent', () => {
  it('answers in the shapes that the background parses', async () => {
    const asked = agent();
    await asked.ask('choosePost', {});
    const args: Record<string, unknown> = {
      settle: { timeLimitMs: 500 },
      view: { target: 'page', frames: false },
      read: { target: 'page', addressAlone: false },
      lookAt: { target: 'post', x: 0, y: 0, settleMs: 10 },
      walkThrough: { target: 'page', from: 0, to: 900, settleMs: 10, budgetMs: 500 },
    };
    const names = Object.keys(pageAnswers).filter(name => !/^(?:pick|rerender)$/.test(name));
    for (const name of names) {
      const answer = await asked.ask(name, args[name] ?? {});
      const schema = pageAnswers[name as keyof typeof pageAnswers];
      expect(schema.safeParse(answer), name).toMatchObject({ success: true });
    }
  });

  it('refuses what is no question', async () => {
    await expect(agent().ask('constructor', {})).rejects.toThrow('no such question');
  });

  it('lets no lone surrogate out', async () => {
    expect(await agent().ask('measure', {})).toMatchObject({ title: 'A \uFFFD title' });
  });

  it('takes the first post when the address names none, and reads that one', async () => {
    const asked = agent();
    expect((await readOf(asked)).post).toBeNull();
    expect(await asked.ask('choosePost', {})).toEqual({ outcome: 'chosen' });
    const { post, text: seen } = await readOf(asked);
    expect(post).toMatchObject({ platform: 'web', account: { displayName: 'Ann Imaginary' } });
    const { text } = seen;
    expect(text).toContain('ugly words');
    expect(text).not.toContain('other words');
  });

  it('finds a post again that the page has replaced, and says when it is gone', async () => {
    const asked = agent();
    (window as unknown as { happyDOM: { setURL(address: string): void } }).happyDOM.setURL(
      'https://forum.example.org/thread',
    );
    document.documentElement.innerHTML = page;
    await asked.ask('choosePost', {});
    const post = document.querySelector('#post-1')!;
    const again = post.cloneNode(true);
    post.replaceWith(again);
    const view = { target: 'post', frames: false };
    expect(await asked.ask('view', view)).toMatchObject({ whole: { height: 100 }, at: { y: 0 } });
    (again as Element).remove();
    expect(await asked.ask('view', view)).toBeNull();
    expect((await readOf(asked)).post).toBeNull();
  });

  it('settles in time on a page that never rests', async () => {
    vi.useFakeTimers();
    try {
      const timer = setInterval(() => document.body.toggleAttribute('data-restless'), 5);
      const answer = agent().ask('settle', { timeLimitMs: 300 });
      await vi.advanceTimersByTimeAsync(2_000);
      clearInterval(timer);
      expect(await answer).toMatchObject({ quiet: false });
    } finally {
      vi.useRealTimers();
    }
  });
});
