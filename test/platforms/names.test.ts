// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isName, nameIn, profileIn } from '../../src/platforms/names.ts';

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
  ])('is not %s', text => expect(isName(text)).toBe(false));

  it('is read of no element with a control or with hidden letters in it', () => {
    expect(nameIn(element('<b>Kim <i>Invented</i></b>'))).toBe('Kim Invented');
    expect(nameIn(element('<b style="text-transform:uppercase">Kim</b>'))).toBe('Kim');
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
    'mailto:kim@example.org',
    '/uploads/a.png',
  ])('is not at %s', href => expect(profile(href)).toBeUndefined());

  it('is where the page says that the link is the author’s', () => {
    expect(profile('/team/kim', 'rel="author"')).toBe('https://forum.example.org/team/kim');
    expect(profile('https://x.com/kim', 'rel="author"')).toBeUndefined();
  });
});
