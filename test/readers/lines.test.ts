import { describe, expect, it } from 'vitest';
import { linesOf } from '../../scripts/readers/lines.ts';
import type { PageReading, Place, PostReading } from '../../scripts/readers/reading.ts';

const place: Place = {
  element: 'article > h3 > a',
  isOutside: false,
  rules: [{ selector: 'h3 a', toward: 'below' }],
  isWalked: false,
  isOnly: true,
};

const post: PostReading = {
  element: 'main > article',
  rules: [{ selector: 'article', toward: 'below' }],
  isWalked: false,
  read: { kind: 'post', reader: 'x/2026', account: { displayName: 'Robin' }, text: 'Two\nlines' },
  places: { displayName: place },
  matched: ['h3 a'],
  unmatched: ['.time', '.count'],
  tried: {
    handle: [
      { page: 'x/whole.html', steps: [{ selector: '.name', matched: 2 }] },
      {
        page: 'x/broken.html',
        steps: [
          { selector: '.author', matched: 0 },
          { selector: 'a', matched: 3 },
        ],
      },
    ],
  },
};

const reading: PageReading = {
  platform: { id: 'x', name: 'X (Twitter)' },
  identified: { kind: 'post', postId: '1', permalink: 'https://x.com/i/status/1' },
  named: 0,
  asked: [{ selector: 'article', matched: 1 }],
  posts: [post],
};

const sourceOf = (selector: string) => (selector === 'h3 a' ? 'sites/x/page.ts:7' : undefined);

function told(changed: Partial<PageReading> = {}, only?: number): string {
  return linesOf({ ...reading, ...changed }, sourceOf, only)
    .join('\n')
    .replace(/ {2,}/g, '  ');
}

function toldOf(changed: Partial<PostReading>): string {
  return told({ posts: [{ ...post, ...changed }] });
}

describe('what is told of a page', () => {
  it('begins with platform, address and the post that it names', () => {
    expect(told()).toContain('Platform  X (Twitter), src/platforms/sites/x');
    expect(told()).toContain('Address  post, postId 1, permalink https://x.com/i/status/1');
    expect(told()).toContain('Posts  1; the address names post 1');
    expect(told()).toContain(
      'Post 1 of 1, which the address names\n  stands in  main > article\n  found by  article',
    );
  });

  it('says what was asked of the page where there is no post, or none that the address names', () => {
    const asked = 'these were asked of the whole page:\n  1 matched  article';
    expect(told()).not.toContain(asked);
    expect(told({ posts: [] })).toContain(`Posts  none found\n  To find posts, ${asked}`);
    const { named: _, ...unnamed } = reading;
    expect(linesOf(unnamed, sourceOf).join('\n').replace(/ {2,}/g, '  ')).toContain(asked);
  });

  it('can be of one post alone', () => {
    const two = { posts: [post, { ...post, element: 'main > section' }] };
    expect(told(two)).toContain('main > section');
    expect(told(two, 1)).not.toContain('main > section');
  });

  it('shows on a terminal nothing that it acts on', () => {
    const hostile = toldOf({ read: { kind: 'post', text: 'a\u001b[31m\u202eb' } });
    expect(hostile).toContain('text  a\\u{1b}[31m\\u{202e}b');
  });
});

describe('what is told of a value', () => {
  it('is the value in one line, where it stands, and by which selector of which line', () => {
    expect(told()).toContain(
      '  displayName  Robin\n  in  article > h3 > a, its text\n  by  h3 a (sites/x/page.ts:7)',
    );
    expect(told()).toContain('  text  Two lines\n');
  });

  it('names the attribute, and what is uncertain', () => {
    const rules = [...place.rules, { selector: 'li', toward: 'around' as const }];
    const doubtful = { ...place, attribute: 'href', isOutside: true, isOnly: false, isWalked: true, rules };
    expect(toldOf({ places: { displayName: doubtful } })).toContain(
      '  in  article > h3 > a, its href (outside the post, said elsewhere as well)\n  by  h3 a (sites/x/page.ts:7) › around it li › step by step',
    );
  });

  it('says so where the reader put it together', () => {
    expect(toldOf({ places: {} })).toContain('displayName  Robin\n  in  no one place');
  });

  it('that is missing is the selectors that find it elsewhere, those first that match nothing here', () => {
    expect(told()).toContain(
      [
        '  handle  not found',
        'on a known page  x/broken.html by .author [nothing here] › a [3 here]',
        'on a known page  x/whole.html by .name [2 here]',
      ].join('\n  '),
    );
    expect(told()).toContain('  machineTime  not found, and nothing that was asked for here finds it');
  });

  it('is followed by all that was asked for and never matched', () => {
    expect(told()).toContain('  Asked for below this post, and matched by nothing in it:\n  .time\n  .count');
  });

  it('is what the reader threw where it failed', () => {
    expect(toldOf({ fault: 'TypeError: no' })).toContain('  failed  the reader threw TypeError: no');
  });
});
