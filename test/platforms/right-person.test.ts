// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformById } from '../../src/platforms/index.ts';
import { openShadows } from './shadows.ts';

/*
 * A wrong name on a threat harms an innocent person. Whatever a page does to its blocks, and whatever somebody puts into
 * the words of a post, an author may get lost and is never exchanged. Each page says whose the words are, by a piece of
 * them; the names allowed beside them are the only ones that may be read.
 */

interface Page {
  readonly platform: string;
  readonly page: string;
  /** A piece of the words of a post, and every value that may stand for its author. */
  readonly authors: Readonly<Record<string, readonly string[]>>;
}

const pages: readonly Page[] = [
  {
    platform: 'telegram',
    page: 'app-group',
    authors: {
      never: ['Mean Sample', '55501'],
      'and you know it': ['Mean Sample', '55501'],
      'I will find you': ['Mean Sample', '55501'],
      'nobody beside this one': [],
      'name and avatar differ': [],
    },
  },
  { platform: 'telegram', page: 'app-forwarded', authors: { 'I know where you live': ['777000111'] } },
  { platform: 'telegram', page: 'app-a', authors: { 'I heard Phuket': ['891274018', 'Bee Demo'] } },
  {
    platform: 'facebook',
    page: 'permalink-2026-08',
    authors: {
      'Chuẩn bị': ['sample_page', 'Sample Page'],
      'must never become': ['nell.ash', 'Nell Ash'],
      'a reply': ['bac.sea', 'Bắc Sea'],
    },
  },
  {
    platform: 'facebook',
    page: 'group-2026-10',
    authors: { 'a proxy that works': ['679764754', 'Wren Demo'], 'Our scraping': ['100002', 'Amy Lime'] },
  },
  { platform: 'facebook', page: 'telephone-2026', authors: { 'acme API': ['100500', 'Amy Lime'] } },
  { platform: 'facebook', page: 'share-2026', authors: { 'Words of the one': ['origin_demo', '原作者'] } },
  {
    platform: 'facebook',
    page: 'feed-logged-in',
    authors: {
      'second line': ['robin.sample', 'Robin Sample', '100066300129450'],
      'Go away': ['mean.sample', 'Mean Sample', '100077000000007'],
      'Look at this': ['sharer.sample', 'Sharer Sample'],
      'Somebody else wrote': ['other.sample', 'Other'],
    },
  },
  {
    platform: 'messenger',
    page: 'chat-2026',
    authors: { 'hello~ first message': ['Ash Moor'], 'who are you': [] },
  },
  { platform: 'messenger', page: 'log-unmarked', authors: { 'come to your house': [], 'please stop': [] } },
  {
    platform: 'instagram',
    page: 'comments-2025',
    authors: {
      'the caption': ['op_account'],
      'I hate you': ['angry_person'],
      nice: ['third_person'],
    },
  },
  { platform: 'instagram', page: 'messages-2026', authors: { 'still on for tonight': [], '7pm': [] } },
  {
    platform: 'instagram',
    page: 'post',
    authors: {
      'A walk': ['robin.sample', '55512345678'],
      'I know where you live': ['mean_sample', '44400000001'],
      'so do I': ['second_mean'],
    },
  },
  {
    platform: 'threads',
    page: 'post-2026',
    authors: {
      'Full Stack Developer': ['threads_demo'],
      'We are hiring too': ['zuck'],
      Навайбкодили: ['troll.x'],
    },
  },
  {
    platform: 'x',
    page: 'status',
    authors: {
      'The first post of the thread': ['parent_sample', 'Parent Sample'],
      'You will': ['robin_sample', 'Robin 🐦'],
      'Quoted words': ['quoted_sample', 'Quoted Person'],
    },
  },
  {
    platform: 'x',
    page: 'chat-2026',
    authors: { 'I will find you': ['abuser_demo', 'Abuser Demo'], 'leave me alone': ['Kim Demo'] },
  },
  {
    platform: 'whatsapp',
    page: 'chat-2026-10',
    authors: { 'a note to myself': ['Kim'], never: ['Mean Sample'], 'to me again': ['Kim'] },
  },
  {
    platform: 'tiktok',
    page: 'video',
    authors: {
      'Look at this': ['robin.sample', 'Robin 🐦', '6822222222222222222'],
      'Go away': ['mean.sample', 'Mean Sample'],
    },
  },
];

/** Marks of every site with the name of somebody who has nothing to do with it. */
const innocent = 'Innocent Third';
const forgeries = [
  `<div class="name"><span class="peer-title" data-peer-id="555000222">${innocent}</span></div>`,
  `<div class="bubbles-group"><div class="bubbles-group-avatar" data-peer-id="555000222"></div><div class="bubble is-in" data-mid="1" data-peer-id="555000222" data-timestamp="1767225600"><div class="message"><span class="translatable-message">forged</span></div></div></div>`,
  `<div class="sender-group-container"><div class="Avatar" data-peer-id="555000222"></div><div class="Message" data-message-id="9"><div class="message-title"><span class="sender-title">${innocent}</span></div><div class="text-content">forged</div></div></div>`,
  `<div data-ad-rendering-role="profile_name"><h2><a href="https://www.facebook.com/innocent.third">${innocent}</a></h2></div>`,
  `<div role="article"><h4><a href="/innocent.third">${innocent}</a></h4><a href="/innocent.third/posts/pfbid0InnocentInnocent">1h</a><div data-ad-preview="message">forged</div></div>`,
  `<div role="article" aria-label="Comment by ${innocent} 1 hour ago"><a href="/innocent.third">${innocent}</a><div dir="auto">forged</div><a href="/innocent.third/posts/pfbid0InnocentInnocent?comment_id=9">1h</a></div>`,
  `<strong><a href="/profile.php?id=555000222">${innocent}</a></strong>`,
  `<div data-scope="messages_table" data-message-id="mid.$innocent" role="row" aria-label="At 3:08 AM, ${innocent}: forged"><h5>${innocent}</h5><div dir="auto">forged</div></div>`,
  `<div><a href="/innocent_third/"><span dir="auto">innocent_third</span></a><a href="/p/DJAbCdEfGhI/c/55500022200000000/"><time datetime="2025-04-20T11:00:00.000Z">1h</time></a><span dir="auto">forged</span></div>`,
  `<div data-pressable-container="true"><a href="/@innocent.third">innocent.third</a><a href="/@innocent.third/post/DbInnocent"><time datetime="2026-07-24T10:00:00.000Z">1h</time></a><span dir="auto">forged</span></div>`,
  `<span id="11111111-1111-4111-8111-111111111111-sender" hidden>${innocent}</span>`,
  `<div data-pre-plain-text="[20:20, 13/06/2026] ${innocent}: " data-id="false_555000222@c.us_3EB0E65E341B647932F5B7"><span class="selectable-text">forged</span></div>`,
  `<span data-e2e="browse-username"><a href="/@innocent.third">innocent.third</a></span>`,
  `<div data-e2e="comment-username-1"><a href="/@innocent.third">innocent.third</a></div><span data-e2e="comment-level-1">forged</span>`,
  `<div data-testid="User-Name"><a href="/innocent_third"><span>${innocent}</span></a><span>@innocent_third</span></div>`,
  `<article data-testid="tweet"><div data-testid="User-Name"><a href="/innocent_third">${innocent}</a></div><a href="/innocent_third/status/1823945883910279111"><time datetime="2024-08-15T04:52:40.000Z">1h</time></a><div data-testid="tweetText">forged</div></article>`,
  `<blockquote cite="/innocent.third"><a rel="author" href="/innocent.third">${innocent}</a> wrote: forged</blockquote>`,
];

/** One thing done to a page; the numbers choose where. */
type Deed =
  | { readonly what: 'wrap' | 'nest' | 'swap'; readonly at: number; readonly other: number }
  | {
      readonly what: 'forge';
      readonly at: number;
      readonly forgery: number;
      readonly how: 'before' | 'after' | 'hidden';
    };

const deeds = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constantFrom('wrap', 'nest', 'swap'),
      at: fc.nat(),
      other: fc.nat(),
    }),
    fc.record({
      what: fc.constant('forge' as const),
      at: fc.nat(),
      forgery: fc.nat(forgeries.length - 1),
      how: fc.constantFrom('before', 'after', 'hidden'),
    }),
  ),
  { minLength: 1, maxLength: 4 },
) as fc.Arbitrary<Deed[]>;

/** The elements of the page in its order, those in open shadow roots among them. */
function elements(root: Document | ShadowRoot = document): Element[] {
  return Array.from(root.querySelectorAll('*')).flatMap(each => [
    each,
    ...(each.shadowRoot === null ? [] : elements(each.shadowRoot)),
  ]);
}

function blocks(): Element[] {
  const kept = /^(?:html|head|body|script|title|svg|br|img|meta|video)$/;
  return elements().filter(each => !kept.test(each.localName) && each.closest('head, svg') === null);
}

/** The innermost element that holds a piece of somebody's words. */
function wordsWith(piece: string): Element | undefined {
  return blocks()
    .filter(each => each.textContent?.includes(piece))
    .at(-1);
}

function act(deed: Deed, page: Page, posts: readonly Element[]): void {
  if (deed.what === 'forge') {
    const pieces = Object.keys(page.authors);
    const words = wordsWith(pieces[deed.at % pieces.length] ?? '');
    const forgery = document.createElement('span');
    forgery.innerHTML = forgeries[deed.forgery] ?? '';
    if (deed.how === 'hidden') forgery.style.display = 'none';
    if (deed.how === 'before') words?.prepend(forgery);
    else words?.append(forgery);
    return;
  }
  const all = blocks();
  const chosen = all[deed.at % all.length];
  if (chosen === undefined) return;
  const box = document.createElement('div');
  if (deed.what === 'wrap') {
    chosen.replaceWith(box);
    box.append(chosen);
  } else if (deed.what === 'nest') {
    box.append(...Array.from(chosen.childNodes));
    chosen.append(box);
  } else {
    const post = posts[deed.at % Math.max(1, posts.length)];
    const beside = posts.filter(each => each !== post && each.parentNode === post?.parentNode);
    const other = beside[deed.other % Math.max(1, beside.length)];
    if (post !== undefined && other !== undefined) other.after(post);
  }
}

const viewer = { language: 'en-GB', zone: 'Europe/London' };

describe.each(pages)('$platform/$page', page => {
  const html = readFileSync(`test/fixtures/platforms/${page.platform}/${page.page}.html`, 'utf8');
  const address = new URL(/^<!--\s*(\S+)/.exec(html)?.[1] ?? '');
  const body = html.replace(/^<!--.*-->\s*/, '').replace(/^<!doctype html>/i, '');
  const platform = platformById(page.platform);

  function read() {
    return platform?.posts(document).map(post => platform.read(post, address, viewer)) ?? [];
  }

  function show(): void {
    document.documentElement.innerHTML = body;
    openShadows();
  }

  it('names everybody whom the page names', () => {
    show();
    const said = JSON.stringify(read());
    for (const value of Object.values(page.authors).flat()) expect(said).toContain(value);
  });

  it('loses an author and never exchanges one', () => {
    fc.assert(
      fc.property(deeds, done => {
        show();
        for (const deed of done) act(deed, page, platform?.posts(document) ?? []);
        for (const post of read()) {
          const said = JSON.stringify(post.account);
          expect(said).not.toMatch(/innocent|555000222/i);
          const pieces = Object.keys(page.authors).filter(piece => post.text?.includes(piece));
          expect(new Set(pieces.map(piece => page.authors[piece]?.join())).size).toBeLessThanOrEqual(1);
          const [piece] = pieces;
          if (piece === undefined) continue;
          const allowed = page.authors[piece] ?? [];
          const { handle, displayName, accountId } = post.account;
          for (const value of [handle, displayName, accountId]) {
            if (value !== undefined) expect(allowed).toContain(value);
          }
        }
      }),
      { numRuns: 12, seed: 13 },
    );
  });
});
