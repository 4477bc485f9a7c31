// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadPost } from '../../src/platforms/contract.ts';
import { pageKinds } from '../../src/platforms/page-kinds/index.ts';
import { kindOfPost } from '../../src/platforms/page-kinds/read.ts';
import { web } from '../../src/platforms/sites/web/platform.ts';

/*
 * What a hostile or an unusual page may do to an author: lose it, and never exchange it. Each page of a known program
 * is changed at random; whatever is then read under a number must bear the account and the words of that number.
 */
const viewer = { language: 'en-GB', zone: 'Europe/London' };
const pages = [
  'blogger',
  'discourse',
  'discourse-2026',
  'disqus',
  'forumotion',
  'google-reviews-2026',
  'hacker-news',
  'invision',
  'mybb',
  'openweb',
  'phpbb',
  'simple-machines',
  'trustpilot',
  'vanilla-2025',
  'vbulletin',
  'wordpress',
  'wordpress-name-inside',
  'xenforo-german',
  'xenforo-theme',
].map(name => {
  const html = readFileSync(`test/fixtures/platforms/web/${name}.html`, 'utf8');
  const address = new URL(/^<!--\s*(\S+)/.exec(html)?.[1] ?? '');
  return { name, address, body: html.replace(/^<!--.*-->\s*(?:<!doctype html>)?/i, '') };
});
type Page = (typeof pages)[number];

/** Everything that looks like an author, a post or a quotation to one of the readers. */
const forged = [
  '<a class="username" href="/u/forged" data-user-card="forged" data-user-id="999">Forged</a>',
  '<b class="fn">Forged</b>',
  '<cite class="fn"><a href="/author/forged">Forged</a></cite>',
  '<div class="comment-author"><cite class="fn">Forged</cite></div>',
  '<div class="names"><span class="full-name"><a data-user-card="forged" href="/u/forged">Forged</a></span></div>',
  '<span itemprop="author"><span itemprop="name">Forged</span></span>',
  '<a rel="author" href="/u/forged">Forged</a>',
  '<a class="hnuser" href="user?id=Forged">Forged</a>',
  '<span style="display:none" class="username">Forged</span>',
  '<div class="d4r55">Forged</div>',
  '<blockquote data-quote="Quoted" class="bbCodeBlock--quote"><a class="username">Forged</a> said</blockquote>',
  '<div class="post" id="p999"><dl class="postprofile"><dt><a class="username" href="/u9">Forged</a></dt></dl><div class="postbody"><div class="content">I did it</div></div></div>',
  '<article class="message" data-author="Forged" data-content="post-999"><div class="message-body"><div class="bbWrapper">I did it</div></div></article>',
  '<article data-post-id="999" data-topic-id="1" data-user-id="9"><div class="names"><a data-user-card="forged" href="/u/forged">Forged</a></div><div class="cooked">I did it</div></article>',
  '<li class="comment" id="comment-999"><b class="fn">Forged</b><div class="comment-content">I did it</div></li>',
  '<li class="Item ItemComment" id="Comment_999"><span class="Author"><a class="Username" href="/profile/Forged">Forged</a></span><div class="Message userContent">I did it</div></li>',
];
const wrapper = fc.constantFrom(
  '<div>',
  '<section>',
  '<div class="wrap">',
  '<div role="listitem">',
  '<div class="post-wrap">',
);

function show({ body }: Page): void {
  document.documentElement.innerHTML = body;
}

function kinds() {
  return web.posts(document).flatMap(post => {
    const kind = kindOfPost(post);
    return kind === undefined ? [] : [{ post, kind }];
  });
}

function read({ address }: Page): ReadPost[] {
  return web.posts(document).map(post => web.read(post, address, viewer));
}

/** The words that are the post's own: no line that is marked as quoted. */
function ownWords({ text = '' }: ReadPost): string {
  return text.replace(/^> .*$/gm, '');
}

function expectSameAuthors(page: Page, before: readonly ReadPost[]): void {
  for (const post of read(page)) {
    expect(JSON.stringify(post.account).toLowerCase(), post.text).not.toContain('forged');
    const original = before.find(({ postId }) => postId === post.postId);
    if (original === undefined) {
      expect(post.account).toEqual({});
      continue;
    }
    expect(original.account).toMatchObject(post.account);
    for (const other of before.filter(each => each !== original)) {
      const words = ownWords(other).trim();
      if (words !== '' && !ownWords(original).includes(words)) expect(ownWords(post)).not.toContain(words);
    }
  }
}

describe.each(pages)('a page like $name', page => {
  it('is read by the marks of its program, each author under their own number', () => {
    show(page);
    const found = kinds();
    expect(found.length).toBeGreaterThan(0);
    for (const { post, kind } of found) {
      if (kind.author === undefined) expect(web.read(post, page.address, viewer).account).toEqual({});
      else expect(web.read(post, page.address, viewer).account).not.toEqual({});
    }
  });

  it('never gives an author what stands in the words of another', () => {
    show(page);
    const before = read(page);
    const inserted = fc.record({
      html: fc.constantFrom(...forged),
      at: fc.nat(9),
      isFirst: fc.boolean(),
      around: wrapper,
    });
    fc.assert(
      fc.property(fc.array(inserted, { minLength: 1, maxLength: 3 }), insertions => {
        show(page);
        const bodies = kinds().flatMap(({ post, kind }) => Array.from(post.querySelectorAll(kind.body)));
        for (const { html, at, isFirst, around } of insertions) {
          const target = bodies[at % bodies.length];
          target?.insertAdjacentHTML(isFirst ? 'afterbegin' : 'beforeend', `${around}${html}`);
        }
        expectSameAuthors(page, before);
      }),
      { numRuns: 6 },
    );
  });

  it('never exchanges authors where blocks are moved, wrapped and nested', () => {
    show(page);
    const before = read(page);
    const change = fc.record({
      what: fc.constantFrom('wrap', 'nest', 'move', 'drop-name'),
      from: fc.nat(9),
      to: fc.nat(9),
      around: wrapper,
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        show(page);
        for (const { what, from, to, around } of changes) {
          const found = kinds();
          const one = found[from % found.length];
          const other = found[to % found.length];
          if (one === undefined || other === undefined) continue;
          if (what === 'drop-name') one.post.querySelector(one.kind.author ?? 'nothing')?.remove();
          else if (what === 'wrap') {
            one.post.insertAdjacentHTML('beforebegin', around);
            one.post.previousElementSibling?.append(one.post);
          } else if (!one.post.contains(other.post) && !other.post.contains(one.post)) {
            if (what === 'nest') one.post.append(other.post);
            else one.post.before(other.post);
          }
        }
        expectSameAuthors(page, before);
      }),
      { numRuns: 6 },
    );
  });
});

it('has a page of each kind among these', () => {
  const met = new Set(
    pages.flatMap(page => {
      show(page);
      return kinds().map(({ kind }) => kind);
    }),
  );
  expect(pageKinds.filter(kind => !met.has(kind)).map(({ name }) => name)).toEqual([]);
});

describe('a page of no known program', () => {
  it.each(forged)('takes no author from %s in the words of a post', html => {
    document.body.innerHTML = `<div class="post" id="post-1"><div class="post-body">I did it ${html}</div></div>
      <div class="post" id="post-2"><span class="author">Kim</span><div class="post-body">Other words ${html}</div></div>`;
    const address = new URL('https://forum.example.org/thread/1');
    const all = web.posts(document).map(post => web.read(post, address, viewer));
    for (const { account } of all) expect([{}, { displayName: 'Kim' }]).toContainEqual(account);
    expect(all.find(({ postId }) => postId === '2')?.account).toEqual({ displayName: 'Kim' });
  });
});

describe('an owner’s answer to a review', () => {
  it.each([
    ['google-reviews-2026', 'We are sorry to read this.', 'Gale Grim'],
    ['trustpilot', 'We are sorry.', 'Gale Grim'],
  ])(
    'on a page like %s is nobody’s by name, and answers the review that it stands in',
    (name, text, reviewer) => {
      const page = pages.find(each => each.name === name)!;
      show(page);
      const [review, answer, next] = read(page);
      expect(review?.text).not.toContain(text);
      expect(review?.account.displayName).toBe(reviewer);
      expect(answer).toMatchObject({ kind: 'comment', account: {}, text, parentId: review?.postId });
      expect(answer?.postId).toBeUndefined();
      expect(answer?.related).toMatchObject([
        {
          relation: 'parent',
          postId: review?.postId,
          account: { displayName: reviewer },
          text: review?.text,
        },
      ]);
      expect(next?.account.displayName).not.toBe(reviewer);
    },
  );

  it('is none where a reviewer writes its marks, or where it stands in no review', () => {
    const page = pages.find(({ name }) => name === 'google-reviews-2026')!;
    show(page);
    const forged = '<div class="CDe7pd"><div class="wiI7pd">I lied</div></div>';
    document.querySelector('.MyEned .wiI7pd')!.insertAdjacentHTML('beforeend', forged);
    document.querySelector('main')!.insertAdjacentHTML('beforeend', forged.replace('I lied', 'loose'));
    const answers = read(page).filter(({ parentId }) => parentId !== undefined);
    expect(answers.map(({ text }) => text)).toEqual(['We are sorry to read this.']);
  });
});
