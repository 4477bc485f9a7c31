// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hideFloating } from '../../../src/capture/page/floating.ts';
import { restore } from '../../../src/capture/page/restore.ts';
import { scrollTo } from '../../../src/capture/page/scroll.ts';
import { newSession } from '../../../src/capture/page/session.ts';
import { web } from '../../../src/platforms/web.ts';

const page = `<body><header class="site-bar" style="position: fixed;  top:0">Menu</header>
  <div class="dialog" style="position:fixed"><article id="post">words</article></div>
  <div id="sticky" style="position: sticky">Section</div><div id="host"></div><p>text</p></body>`;

beforeEach(() => {
  document.documentElement.innerHTML = page;
  document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML =
    '<i style="position:fixed">Chat</i>';
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1024, 64));
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(5_000);
});

describe('hideFloating', () => {
  it('hides what is fixed, lets what sticks stand in its place, and names each', () => {
    const changes = hideFloating(newSession());
    expect(changes.map(change => change.kind).sort()).toEqual(['hidden', 'hidden', 'hidden', 'other']);
    expect(changes.map(change => change.detail)).toContain(
      'Hid a bar fixed to the top of the page (header.site-bar, 1024×64).',
    );
    const bar = document.querySelector<HTMLElement>('.site-bar')!;
    expect(bar.style.getPropertyValue('visibility')).toBe('hidden');
    expect(bar.style.getPropertyPriority('visibility')).toBe('important');
    expect(document.querySelector<HTMLElement>('#sticky')!.style.position).toBe('relative');
  });

  it('hides inside open shadow roots', () => {
    hideFloating(newSession());
    const inner = document.querySelector('#host')!.shadowRoot!.querySelector('i')!;
    expect(inner.style.visibility).toBe('hidden');
  });

  it('never hides the chosen post or what holds it', () => {
    const session = newSession();
    const element = document.querySelector('#post')!;
    session.chosen = { element, platform: web, permalink: undefined };
    hideFloating(session);
    expect(document.querySelector<HTMLElement>('.dialog')!.style.visibility).toBe('');
  });

  it('names nothing twice', () => {
    const session = newSession();
    hideFloating(session);
    expect(hideFloating(session)).toEqual([]);
  });
});

describe('restore', () => {
  it('puts back every attribute exactly as it was', () => {
    const session = newSession();
    const before = document.documentElement.outerHTML;
    hideFloating(session);
    expect(document.documentElement.outerHTML).not.toBe(before);
    expect(restore(session).changes.map(change => change.kind)).toEqual(['restored']);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(restore(session)).toEqual({ changes: [], differs: [] });
  });

  it('keeps what the page wrote to the same element meanwhile', () => {
    const session = newSession();
    hideFloating(session);
    const bar = document.querySelector<HTMLElement>('.site-bar')!;
    bar.style.setProperty('color', 'red');
    restore(session);
    expect(bar.style.color).toBe('red');
    expect(bar.style.visibility).toBe('');
  });

  it('scrolls back to where the page stood at first', async () => {
    const session = newSession();
    window.scrollTo(0, 120);
    await scrollTo(session, { y: 900, settleMs: 10 });
    await scrollTo(session, { y: 1_800, settleMs: 10 });
    expect(restore(session).changes.map(change => change.detail)).toEqual([
      'Scrolled back to where the page stood.',
    ]);
    expect(window.scrollY).toBe(120);
  });
});
