import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/capture/copy/align.ts';
import { compareParts, copyCheck } from '../../src/capture/copy/compare-copy.ts';
import type { VisibleParts } from '../../src/messaging/page-protocol.ts';

interface Part {
  readonly words?: string;
  readonly kind?: string;
  readonly box?: readonly [x: number, y: number, width: number, height: number];
}

function partsOf(parts: readonly Part[], y = 0): VisibleParts {
  return {
    kinds: parts.map(({ kind = 'w' }) => kind).join(''),
    words: parts.map(({ words = '' }) => words),
    boxes: parts.flatMap(({ box }, at) => box ?? [10, at * 20 - y, 100, 18]),
    isCut: false,
    view: { width: 800, height: 600, x: 0, y, devicePixelRatio: 1 },
  };
}

const page = partsOf([{ words: 'You are' }, { words: 'not safe' }, { kind: 'p' }, { words: 'at home' }]);

describe('a page and its copy', () => {
  it('agree when every word and box stands where it stood', () => {
    const { result, detail } = copyCheck(page, page, []);
    expect(result).toBe('held');
    expect(detail).toContain('6 words and 1 picture');
  });

  it('agree when the copy is read at another scroll position', () => {
    const scrolled = partsOf(
      [{ words: 'You are' }, { words: 'not safe' }, { kind: 'p' }, { words: 'at home' }],
      300,
    );
    expect(copyCheck(page, scrolled, []).result).toBe('held');
  });

  it('agree when the same words lie in other pieces', () => {
    const pieces = partsOf([
      { words: 'You' },
      { words: 'are not safe' },
      { kind: 'p' },
      { words: 'at home' },
    ]);
    expect(compareParts(page, pieces)).toMatchObject({ missing: [], extra: [] });
  });

  it('differ by words that are lacking, and the first place is named', () => {
    const copy = partsOf([
      { words: 'You are' },
      { kind: 'p', box: [10, 40, 100, 18] },
      { words: 'at home', box: [10, 60, 100, 18] },
    ]);
    expect(copyCheck(page, copy, [])).toEqual({
      result: 'failed',
      detail:
        'The copy lacks 2 words that the page showed, the first at 20 px below the page’s top: “not safe”.',
    });
  });

  it('differ by words that the page did not show', () => {
    const copy = partsOf([
      ...['You are', 'not safe'].map(words => ({ words })),
      { kind: 'p' },
      { words: 'at home' },
      { words: 'Delete' },
    ]);
    expect(copyCheck(page, copy, []).detail).toBe(
      'The copy shows 1 word that the page did not show, at 80 px below the page’s top: “Delete”.',
    );
  });

  it('differ by a picture that is not there', () => {
    const copy = partsOf([
      { words: 'You are' },
      { words: 'not safe' },
      { words: 'at home', box: [10, 60, 100, 18] },
    ]);
    expect(copyCheck(page, copy, [])).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining('lacks 1 picture'),
    });
  });

  it('differ once where everything below stands lower', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ words: `line ${at}` }));
    const lower = many.map((part, at) => ({
      ...part,
      box: [10, at * 20 + (at < 25 ? 0 : 34), 100, 18] as const,
    }));
    expect(compareParts(partsOf(many), partsOf(lower)).moved).toHaveLength(1);
  });

  it('differ once by a part that lies apart from all others', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ words: `line ${at}` }));
    const apart = many.map((part, at) => ({
      ...part,
      box: [at === 25 ? 200 : 10, at * 20, 100, 18] as const,
    }));
    expect(compareParts(partsOf(many), partsOf(apart)).moved).toMatchObject([{ what: 'line 25', y: 500 }]);
  });

  it('agree in what an animation may have moved or faded', () => {
    const moving = partsOf([{ words: 'You are' }, { words: 'turning', kind: 'W' }]);
    expect(
      copyCheck(
        moving,
        partsOf([{ words: 'You are' }, { words: 'turning', kind: 'W', box: [500, 0, 100, 18] }]),
        [],
      ).result,
    ).toBe('held');
    expect(copyCheck(moving, partsOf([{ words: 'You are' }]), []).result).toBe('held');
  });
});

describe('what browsers keep from extensions', () => {
  const sheet = { kind: 'style', detail: '1 style sheet' } as const;
  const more = partsOf([
    { words: 'You are' },
    { words: 'not safe' },
    { kind: 'p' },
    { words: 'at home' },
    { words: 'Skip' },
  ]);
  const fewer = partsOf([
    { words: 'You are' },
    { kind: 'p', box: [10, 40, 100, 18] },
    { words: 'at home', box: [10, 60, 100, 18] },
  ]);

  it('accounts for what a copy shows beside all the words, and is said', () => {
    const { result, detail } = copyCheck(page, more, [sheet]);
    expect(result).toBe('held');
    expect(detail).toMatch(/All 6 words .* in order.*1 style sheet.*shows 1 word/);
  });

  it('accounts for no word that is lacking', () => {
    expect(copyCheck(page, fewer, [sheet]).result).toBe('failed');
  });

  it('does not account for words by a picture or a font', () => {
    expect(
      copyCheck(page, more, [
        { kind: 'picture', detail: '3 pictures' },
        { kind: 'font', detail: '1 font' },
      ]).result,
    ).toBe('failed');
  });
});

describe('an alignment', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });

  it('pairs only equals, in order, and leaves nothing out', () => {
    fc.assert(
      fc.property(list, list, (left, right) => {
        const { pairs, gaps } = align(left, right);
        for (const [l, r] of pairs) expect(left[l]).toBe(right[r]);
        for (const [at, [l, r]] of pairs.entries()) {
          const [lastL, lastR] = pairs[at - 1] ?? [-1, -1];
          expect(l > lastL && r > lastR).toBe(true);
        }
        const lengths = (side: 'left' | 'right') =>
          gaps.reduce((sum, gap) => sum + gap[side][1] - gap[side][0], 0);
        expect(lengths('left') + pairs.length).toBe(left.length);
        expect(lengths('right') + pairs.length).toBe(right.length);
        expect(pairs.length).toBe(longestCommon(left, right));
      }),
    );
  });
});

/** By the table that every textbook has. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const each of left) {
    const next = [0];
    for (const [at, other] of right.entries()) {
      next.push(each === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
