// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { seenText } from '../../src/dom/seen-text.ts';
import { pictureText, shownText } from '../../src/dom/shown-text.ts';
import { web } from '../../src/platforms/web.ts';

function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

describe('text where there is no layout', () => {
  it('leaves out what style hides, and counts it', () => {
    const body = show(`<p>one <span style="display:none">two three</span></p>
      <p style="visibility:hidden">four <b style="visibility:visible">five</b></p>
      <p style="opacity:0">six</p><p style="font-size:1px">seven</p><p style="color:transparent">eight</p>`);
    const { text, unseen, doubtful } = seenText(body);
    expect(text).toBe('one\n\nfive');
    expect({ unseen, doubtful }).toEqual({ unseen: 6, doubtful: 0 });
  });

  it('shows letters as style changes them, and says so', () => {
    const { text, notes } = seenText(show('<p style="text-transform:uppercase">never</p>'));
    expect(text).toBe('NEVER');
    expect(notes).toHaveLength(1);
  });

  it('reads the words of open shadow roots and of their slots', () => {
    const body = show('<section>given</section>');
    const shadow = body.querySelector('section')?.attachShadow({ mode: 'open' });
    if (shadow === undefined) throw new Error('no shadow root');
    shadow.innerHTML = '<p>before</p><slot></slot>';
    expect(shownText(body)).toBe('before\n\ngiven');
  });

  it('tells pictures by their words only where asked, and never hidden ones', () => {
    const body = show('<p>you <img alt="😡"> <span style="display:none"><img alt="x"></span></p>');
    expect(pictureText(body)).toBe('you 😡');
    expect(shownText(body)).toBe('you');
  });
});

describe('posts in open shadow roots', () => {
  it('are found, read and found again by their address', () => {
    const body = show('<h1>Forum</h1><forum-thread></forum-thread>');
    const shadow = body.querySelector('forum-thread')?.attachShadow({ mode: 'open' });
    if (shadow === undefined) throw new Error('no shadow root');
    shadow.innerHTML = [1, 2, 3]
      .map(
        at =>
          `<article class="post" id="post-${at}"><b class="author">Robin Sample</b> <p>Words ${at}</p></article>`,
      )
      .join('');
    const posts = web.posts(document);
    expect(posts.map(post => post.id)).toEqual(['post-1', 'post-2', 'post-3']);
    const address = new URL('https://forum.example.org/thread#post-2');
    const post = web.postAt(document, address);
    expect(post).toBe(posts[1]);
    const inner = shadow.querySelectorAll('p')[2];
    expect(inner && web.postAround(inner)).toBe(posts[2]);
    expect(post && web.read(post, address, { language: 'en', zone: 'UTC' })).toMatchObject({
      postId: '2',
      account: { displayName: 'Robin Sample' },
      text: 'Robin Sample Words 2'.replace(' Words', '\n\nWords'),
    });
  });
});
