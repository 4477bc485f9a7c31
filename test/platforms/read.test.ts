// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/platforms/contract.ts';
import { web } from '../../src/platforms/sites/web/platform.ts';
import { x } from '../../src/platforms/sites/x/platform.ts';

const viewer: Viewer = { language: 'en-GB', zone: 'Europe/London' };
const fixture = (name: string) =>
  readFileSync(`test/fixtures/platforms/${name}`, 'utf8').replace(/^<!--.*-->\s*/, '');

function show(html: string): void {
  document.documentElement.innerHTML = html.replace(/^<!doctype html>/, '');
}

describe('x', () => {
  const address = new URL('https://x.com/robin_sample/status/1823945883910279168');
  beforeEach(() => show(fixture('x/status.html')));

  it('reads the post that the address names, which is not the first on the page', () => {
    const post = x.postAt(document, address);
    expect(post).toBe(x.posts(document)[1]);
  });

  it('takes a quoted post for part of the post that quotes it', () => {
    const inner = document.querySelector('img[alt="Quoted picture"]');
    expect(x.postAround(inner!)).toBe(x.posts(document)[1]);
  });

  it('names nobody when the name shown and the post’s own link differ', () => {
    const links = x.posts(document)[1]!.querySelectorAll('[data-testid="User-Name"] a');
    for (const link of Array.from(links)) link.setAttribute('href', '/somebody_else');
    const read = x.read(x.posts(document)[1]!, address, viewer);
    expect(read.account).toEqual({});
    expect(read.notes?.join()).toContain('@somebody_else');
  });

  it('finds no post for an address that is not on the page', () => {
    expect(x.postAt(document, new URL('https://x.com/a/status/1823945883910279169'))).toBeUndefined();
    expect(x.postAt(document, new URL('https://x.com/home'))).toBeUndefined();
  });

  it('reads an article with nothing in it', () => {
    show('<body><article data-testid="tweet"></article></body>');
    const read = x.read(x.posts(document)[0]!, address, viewer);
    expect(read).toMatchObject({ kind: 'post', account: {} });
    expect(read).not.toHaveProperty('postId');
  });
});

describe('web', () => {
  const address = new URL('https://forum.example.org/viewtopic.php?f=3&t=123&p=4567#p4567');

  it('reads the post that the fragment names; a quoted name is not its author', () => {
    show(fixture('web/forum.html'));
    const post = web.postAt(document, address);
    expect(post?.id).toBe('p4567');
    expect(web.read(post!, address, viewer).text).toContain('An ugly answer');
  });

  it('names nobody, and no moment, where the page leaves a doubt', () => {
    show(fixture('web/forum.html'));
    const read = web.read(web.posts(document)[2]!, address, viewer);
    expect(read.account).toEqual({});
    expect(read).not.toHaveProperty('machineTime');
    expect(read.displayedTime?.text).toBe('a moment ago');
    expect(read.notes).toHaveLength(1);
  });

  it('offers the posts of a forum and not its menu', () => {
    show(fixture('web/forum.html'));
    expect(web.posts(document).map(post => post.id)).toEqual(['p4566', 'p4567', 'p4568']);
  });

  it('offers one block for an article inside its wrapper, and answers by themselves', () => {
    show(`<body><ol><li class="comment" id="outer"><article id="one">First words of the thread</article></li>
      <li class="comment" id="two">Second words of the thread
        <ul><li class="comment" id="three">An answer to it</li></ul></li></ol></body>`);
    expect(web.posts(document).map(post => post.id)).toEqual(['one', 'two', 'three']);
    expect(web.postAround(document.querySelector('#three')!)?.id).toBe('three');
  });

  it('knows rows of similar blocks by their times', () => {
    const row = (n: number) =>
      `<div class="k"><b>N${n}</b><time datetime="2024-01-0${n}T00:00:00Z">d${n}</time><p>words</p></div>`;
    show(`<body><div>${[1, 2, 3].map(row).join('')}</div></body>`);
    expect(web.posts(document)).toHaveLength(3);
    expect(web.postAround(document.querySelectorAll('p')[1]!)).toBe(web.posts(document)[1]);
    expect(web.read(web.posts(document)[0]!, address, viewer).machineTime?.at).toBe(
      '2024-01-01T00:00:00.000Z',
    );
  });

  it('knows the messages of a chat', () => {
    show(`<body><div role="log"><div data-message-id="m1" data-time="1700000000"><span class="author">@lou</span>
      <p>hello</p></div><div data-message-id="m2">again</div></div></body>`);
    const [first] = web.posts(document);
    expect(web.read(first!, address, viewer)).toMatchObject({
      kind: 'message',
      postId: 'm1',
      account: { handle: 'lou' },
      machineTime: { at: '2023-11-14T22:13:20.000Z' },
    });
  });

  it('reads through named elements that shadow the properties of a form', () => {
    show(`<body><form class="x"><input name="children"><input name="getAttribute"><input name="querySelectorAll">
      <input name="closest"><input name="parentElement"><article>words</article></form></body>`);
    expect(web.posts(document)).toHaveLength(1);
    expect(web.read(web.posts(document)[0]!, address, viewer).text).toBe('words');
  });

  it('cuts long text, says so, and leaves no lone surrogate', () => {
    show('<body><article></article></body>');
    document.querySelector('article')!.textContent = `\uD800${'a'.repeat(300_000)}`;
    const read = web.read(web.posts(document)[0]!, address, viewer);
    expect(read.text).toHaveLength(200_000);
    expect(read.text?.startsWith('\uFFFD')).toBe(true);
    expect(read.notes?.[0]).toContain('300001');
  });
});
