// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://forum.example.org/thread/view.php?page=2" }
import { beforeEach, describe, expect, it } from 'vitest';
import { measure } from '../../src/capture/page/measure.ts';
import { web } from '../../src/platforms/sites/web/platform.ts';

const viewer = { language: 'en-GB', zone: 'Europe/London' };
const address = new URL('https://forum.example.org/thread/view.php?page=2');

function read(head: string) {
  document.documentElement.innerHTML = `<head>${head}<link rel="canonical" href="post/77"></head>
    <body><article class="post" id="post-77"><a rel="author" class="username" href="member/robin">Robin Sample</a>
    <a rel="bookmark" href="post/77"><time datetime="2026-10-01T10:00:00Z">1 Oct</time></a>
    <p>Words with a base.</p><img src="../../pic.svg" alt="pic"></article></body>`;
  return web.read(web.posts(document)[0] ?? document.body, address, viewer);
}

describe('relative links', () => {
  beforeEach(() => {
    document.documentElement.innerHTML = '';
  });

  it('are read against the page’s own address where no base says otherwise', () => {
    const post = read('');
    expect(post.permalink).toBe('https://forum.example.org/thread/post/77');
    expect(post.account.profileAddress).toBe('https://forum.example.org/thread/member/robin');
    expect(measure().canonicalAddress).toBe('https://forum.example.org/thread/post/77');
  });

  it('are read against the base of the document', () => {
    const post = read('<base href="https://forum.example.org/a/b/">');
    expect(post.permalink).toBe('https://forum.example.org/a/b/post/77');
    expect(post.account.profileAddress).toBe('https://forum.example.org/a/b/member/robin');
    expect(post.media?.[0]?.address).toBe('https://forum.example.org/pic.svg');
    expect(measure().canonicalAddress).toBe('https://forum.example.org/a/b/post/77');
  });

  it('name no post and no profile of this site where the base leads to another site', () => {
    const post = read('<base href="https://x.com/robin_sample/status/">');
    expect(post.permalink).toBe('https://forum.example.org/thread/view.php?page=2#post-77');
    expect(post.account).toEqual({ displayName: 'Robin Sample' });
  });
});
