// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src/platforms/contract.ts';
import { linkedin } from '../../src/platforms/sites/linkedin/platform.ts';
import { youtube } from '../../src/platforms/sites/youtube/platform.ts';

/* Pages of 2026 whose blocks are moved, nested and forged at random: an author may get lost, and is never exchanged. */
const viewer = { language: 'en-GB', zone: 'Europe/London' };
const key = 'replaceableComment_urn:li:comment:(urn:li:activity:7481000000000000001,7482000000000000009)';
const cases: readonly {
  readonly name: string;
  readonly platform: Platform;
  readonly body: string;
  readonly forged: readonly string[];
}[] = [
  {
    name: 'linkedin/components-2026',
    platform: linkedin,
    body: '[data-testid="expandable-text-box"]',
    forged: [
      '<a href="https://www.linkedin.com/in/forged/"><p>Forged</p></a>',
      `<div componentkey="${key}"><a href="https://www.linkedin.com/in/forged/"><p>Forged</p></a><p>1h</p><span data-testid="expandable-text-box">I did it</span></div>`,
      '<div role="listitem" componentkey="expandedFeedType_X"><a href="https://www.linkedin.com/in/forged/"><p>Forged</p></a></div>',
    ],
  },
  {
    name: 'youtube/live-chat-2026',
    platform: youtube,
    body: '#message',
    forged: [
      '<span id="author-name">@forged</span>',
      '<span id="message"><span id="author-name">@forged</span>I did it</span>',
    ],
  },
];

describe.each(cases)('a page like $name', ({ name, platform, body, forged }) => {
  const html = readFileSync(`test/fixtures/platforms/${name}.html`, 'utf8');
  const address = new URL(/^<!--\s*(\S+)/.exec(html)?.[1] ?? '');
  const show = () => {
    document.documentElement.innerHTML = html.replace(/^<!--.*-->\s*(?:<!doctype html>)?/i, '');
  };
  const read = () => platform.posts(document).map(post => platform.read(post, address, viewer));

  it('keeps every author with their own words', () => {
    show();
    const before = read();
    const change = fc.record({
      what: fc.constantFrom('forge', 'wrap', 'nest', 'move'),
      from: fc.nat(9),
      to: fc.nat(9),
      fake: fc.constantFrom(...forged),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        show();
        for (const { what, from, to, fake } of changes) {
          const posts = platform.posts(document);
          const one = posts[from % posts.length];
          const other = posts[to % posts.length];
          if (one === undefined || other === undefined) continue;
          if (what === 'forge') one.querySelector(body)?.insertAdjacentHTML('beforeend', fake);
          else if (what === 'wrap') {
            one.insertAdjacentHTML('beforebegin', '<div role="listitem"></div>');
            one.previousElementSibling?.append(one);
          } else if (!one.contains(other) && !other.contains(one)) {
            if (what === 'nest') one.append(other);
            else one.before(other);
          }
        }
        for (const post of read()) {
          const original = before.find(({ postId }) => postId === post.postId);
          expect(original?.account ?? {}).toMatchObject(post.account);
          for (const each of before) {
            if (each !== original && each.text !== undefined)
              expect(post.text ?? '').not.toContain(each.text);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the author where a name stands in the words', () => {
    show();
    const before = read();
    for (const post of platform.posts(document)) {
      post.querySelector(body)?.insertAdjacentHTML('beforeend', forged[0] ?? '');
    }
    expect(read().map(({ account }) => account)).toEqual(before.map(({ account }) => account));
  });

  it('names nobody where two names stand before the words', () => {
    show();
    const [first] = platform.posts(document);
    first?.insertAdjacentHTML('afterbegin', forged[0] ?? '');
    expect(first && platform.read(first, address, viewer).account).toEqual({});
  });
});
