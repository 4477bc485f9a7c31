// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { choosePost } from '../../../src/capture/page/chosen.ts';
import { isLayoutKnown, postHere, readPost } from '../../../src/capture/page/post.ts';
import { read } from '../../../src/capture/page/read.ts';
import { newSession, type PageSession } from '../../../src/capture/page/session.ts';
import { x } from '../../../src/platforms/sites/x/platform.ts';

/** Shows a page of the fixtures, at an address. */
function show(name: string, address: string): void {
  const html = readFileSync(`test/fixtures/platforms/${name}`, 'utf8');
  document.documentElement.innerHTML = html.replace(/^<!--.*-->\s*/, '').replace(/^<!doctype html>/i, '');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
}

function readHere(session: PageSession, addressAlone?: boolean) {
  return readPost(session, postHere(session), addressAlone);
}

beforeEach(() => show('x/status.html', 'https://x.com/robin_sample/status/1823945883910279168'));

it('names the platform and the account that the page was shown to', () => {
  const post = readHere(newSession());
  expect(post).toMatchObject({
    platform: 'x',
    postId: '1823945883910279168',
    signedIn: { handle: 'kim_sample' },
  });
});

it('adds what the address says of this very post', () => {
  show(
    'facebook/group-logged-out.html',
    'https://www.facebook.com/groups/1645456212344334/posts/3737828833107051/',
  );
  expect(readHere(newSession())?.ids).toEqual({ groupId: '1645456212344334' });
});

it('adds nothing of the address to another post', () => {
  show('x/status.html', 'https://x.com/robin_sample/status/1');
  expect(readHere(newSession())).toBeNull();
});

it('keeps the platform of a page that looks like none of its pages, and claims no author', () => {
  document.body.innerHTML = '<article><b class="author">Somebody</b><p>words</p></article>';
  const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10));
  const session = newSession();
  choosePost(session);
  box.mockRestore();
  const post = readHere(session);
  expect(post).toMatchObject({ platform: 'x', kind: 'other', account: {} });
  expect(post?.notes?.join()).toContain('Only the words');
  expect(post?.reader).toBe('unknown');
  expect(isLayoutKnown(post)).toBe(false);
});

it('names the layout of what it read', () => {
  const post = readHere(newSession());
  expect(post?.reader).toBe('x/2026-10');
  expect(isLayoutKnown(post)).toBe(true);
});

it.each([
  ['a post that the page does not show', 'https://x.com/robin_sample/status/1', 'unknown', false],
  ['an account', 'https://x.com/robin_sample', undefined, true],
])('knows of an address of %s whether more was to be read', (_what, address, reader, isKnown) => {
  show('x/status.html', address);
  const post = readHere(newSession(), true);
  expect(post?.reader).toBe(reader);
  expect(isLayoutKnown(post)).toBe(isKnown);
});

it('expects no layout of a block on a page that is no post’s', () => {
  document.body.innerHTML = '<article><p>words</p></article>';
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://x.com/home');
  const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10));
  const session = newSession();
  choosePost(session);
  box.mockRestore();
  expect(isLayoutKnown(readHere(session))).toBe(true);
});

it('reads the account of a profile page, bound to the address', () => {
  show('x/profile.html', 'https://x.com/Robin_Sample');
  expect(readHere(newSession(), true)).toEqual({
    platform: 'x',
    kind: 'profile',
    permalink: 'https://x.com/Robin_Sample',
    account: {
      handle: 'robin_sample',
      displayName: 'Robin 🐦',
      accountId: '1823945883910279168',
      profileAddress: 'https://x.com/robin_sample',
    },
  });
  expect(readHere(newSession(), false)).toBeNull();
});

it('says what an address alone says, and names nobody for it', () => {
  show(
    'x/feed-german.html',
    'https://www.instagram.com/stories/robin.sample/2724343156064789461/?igsh=c2hhcmVy',
  );
  expect(readHere(newSession(), true)).toMatchObject({
    platform: 'instagram',
    kind: 'story',
    postId: '2724343156064789461',
    permalink: 'https://www.instagram.com/stories/robin.sample/2724343156064789461/',
    account: {},
    notes: [expect.stringContaining('address')],
  });
  show('x/feed-german.html', 'https://x.com/home');
  expect(readHere(newSession(), true)).toBeNull();
});

it('looks for the post that the address names once when the whole page is read', () => {
  const looked = vi.spyOn(x, 'postAt');
  expect(read(newSession(), { target: 'page', addressAlone: false }).post?.postId).toBe(
    '1823945883910279168',
  );
  expect(looked).toHaveBeenCalledTimes(1);
  looked.mockRestore();
});
