// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isName, nameIn, profileIn } from '../../src/platforms/reading/names.ts';
import { web } from '../../src/platforms/sites/web/platform.ts';

const page = new URL('https://forum.example.org/thread/12?page=2');

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}

describe('a name', () => {
  it.each([
    'lupa',
    'Alice Adams',
    '@bob_b',
    'Bắc Sea',
    'bad_egg',
    'user1984',
    'Ana María de la Cruz',
    'Anders And',
    '山田 太郎',
    'Sam & Jo',
    'Everett 2000',
  ])('is %s', text => expect(isName(text)).toBe(true));

  // Seen on saved pages, 2026-11.
  it.each([
    'von lupa am 26/10/13, 03:48 pm',
    'Helen on 11/08/2020 at 10:39 Antworten',
    '#1',
    'lupa am Di 24 Sep 2013, 16:44',
    'Kim said:',
    'Lena schrieb',
    '@fern32 said:',
    'by lupa',
    'Posted by Kim Invented',
    'Advertisement',
    '11. August 2020',
    'August 11, 2020',
    '3 days ago',
    'vor 3 Tagen',
    'Kim Reply',
    'Author: Kim',
    '•',
    '1,204 posts',
    'View profile',
    'See original',
    'Lee in reply to Kim',
    'Lee → Kim',
    'Kim and 3 others',
  ])('is not %s', text => expect(isName(text)).toBe(false));

  it('is read of no element with a control or with hidden letters in it', () => {
    expect(nameIn(element('<b>Kim <i>Invented</i></b>'))).toBe('Kim Invented');
    expect(nameIn(element('<b style="text-transform:uppercase">Kim</b>'))).toBe('Kim');
    expect(nameIn(element('<b>Kim <i class="badge">Moderator</i></b>'))).toBe('Kim');
    expect(nameIn(element('<b>Kim<button>Follow</button></b>'))).toBeUndefined();
    expect(nameIn(element('<b><i style="display:none">Kim</i>Lee</b>'))).toBeUndefined();
    expect(nameIn(element('<b style="display:none">Kim</b>'))).toBeUndefined();
  });

  it('never has a moment in it, wherever a line puts it', () => {
    const name = fc.constantFrom('Kim', 'Mean Sample', 'lupa', 'Bắc');
    const moment = fc.constantFrom('10:39', '03:48 pm', '11/08/2020', '2020-08-11', '11. August 2020');
    fc.assert(
      fc.property(name, moment, fc.boolean(), (who, when, isFirst) => {
        expect(isName(isFirst ? `${when} ${who}` : `${who} ${when}`)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a profile', () => {
  const profile = (href: string, more = '') => profileIn(element(`<a href="${href}" ${more}>Kim</a>`), page);

  it.each(['/u/kim', '/u77', '/member.php?u=7', '/members/kim.7/', '/profile/kim', '/@kim', '/user?id=kim'])(
    'is at %s',
    href => expect(profile(href)).toBe(new URL(href, page).href),
  );

  it.each([
    'https://someone-else.example/u/kim',
    '#post-7',
    '/thread/12?page=2#post-7',
    '/thread/12',
    '/thread/12#comment-7',
    '/profile/kim#comment-7',
    '/search?author=kim',
    '/user/login?next=/u/kim',
    'mailto:kim@example.org',
    '/uploads/a.png',
  ])('is not at %s', href => expect(profile(href)).toBeUndefined());

  it('is where the page says that the link is the author’s', () => {
    expect(profile('/team/kim', 'rel="author"')).toBe('https://forum.example.org/team/kim');
    expect(profile('https://x.com/kim', 'rel="author"')).toBeUndefined();
  });
});

/* Pages mark all members alike: only the line around a name tells who wrote from who is answered, likes or moves a post. */
describe('the author of a post', () => {
  const read = (around: string) => {
    document.body.innerHTML = `<div class="comment" id="comment-7">${around}<div class="comment-text">words</div></div>`;
    return web.read(web.posts(document)[0]!, page, { language: 'en-GB', zone: 'Europe/London' }).account;
  };

  it.each([
    '<span class="comment-author">Lee <small>in reply to <a href="/user/kim">Kim</a></small></span>',
    '<b>Lee</b> replying to <a class="username" href="/u/kim">Kim</a>',
    '<b>Uwe</b> <span>Antwort auf</span> <a class="author" href="/profil/kim">Kim</a>',
    '<div>Replying to</div><a class="username" href="/u/kim">Kim</a>',
    '<div>Liked by:</div><ul><li><a class="username" href="/u/kim">Kim</a></li></ul>',
    '<div>edited Jan 2</div><div><a class="author" href="/u/kim">Kim</a></div>',
    'Pinned by <a class="username" href="/u/kim">Kim</a>',
    'Translated by <a rel="author" href="/author/kim">Kim</a>',
    'Last edited by <span class="username">Kim</span>',
    '<a class="username" href="/u/kim">Kim</a> reacted to this post',
    '<div><a class="username" href="/u/kim">Kim</a> and <a class="username" href="/u/lee">Lee</a> liked this</div>',
    '<div class="reactionsBar"><a class="username" href="/u/kim">Kim</a></div>',
    '<div class="author">Lee <a href="/profile/lee">View profile</a></div>',
    '<b>Deleted</b><div class="replies"><div><b class="author">Kim</b> answered</div></div>',
    '<div class="shared-post"><a class="author-name" href="/u/kim">Kim</a><p>shared</p></div>',
    '<h3>What about <a href="/user/kim">Kim</a>?</h3>',
    '<h3><a href="/user/kim">Kim</a> is a liar</h3>',
    '<div class="u-in-reply-to h-cite"><a class="p-author h-card" href="https://kim.example">Kim</a> asked</div>',
    '<div itemprop="about" itemscope>A Book by <span itemprop="author">Kim</span></div>',
    'By <a rel="author" href="/author/kim">Kim</a> and <a rel="author" href="/author/lee">Lee</a>',
  ])('is nobody in %s', around => expect(read(around)).toEqual({}));

  it.each([
    'by <a class="username" href="/u/kim">Kim</a>, 3 days ago',
    'Posted by: <span class="username">Kim</span>',
    '#3 <span class="username">Kim</span> (Moderator) from Leeds',
    'Reply #3 by <a class="username" href="/u/kim">Kim</a> on 3 May',
    'Kommentar Nr. 3 von <span class="author">Kim</span>',
    '<span class="rank">Senior Member</span> <a class="username" href="/u/kim">Kim</a>',
    '<div>Senior Member</div><span class="username">Kim</span>',
    '<span class="username">Kim <i class="rank">Senior Member</i></span>',
    '<h3><a class="username" href="/u/kim">Kim</a> says:</h3>',
    '<a class="author" href="/u/kim">Kim</a> in reply to <a class="author" href="/u/lee">Lee</a>',
    '<a class="username" href="/u/kim">Kim</a><div class="likes"><a class="username" href="/u/lee">Lee</a></div>',
  ])('is Kim in %s', around => expect(read(around)).toMatchObject({ displayName: 'Kim' }));
});
