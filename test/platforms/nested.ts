import { describe, expect, it } from 'vitest';
import { platformFor } from '../../src/platforms/index.ts';
import { openShadows } from './shadows.ts';

/*
 * A third examination (2026-11-30): pages on which the words or the name of one stand within, above or behind those of
 * another. What is right was decided before the readers were asked: of the last block with a piece of its words, who may be
 * named and which words may be read. Nothing else may, and nine values of ten must.
 */
export interface Row {
  readonly what: string;
  readonly address: string;
  readonly page: string;
  readonly piece: string;
  /** All that may be said of the author. */
  readonly account: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  /** A relation that must be told where the words are. */
  readonly related?: string | undefined;
}

export const threat = 'I will find you';

type Values = Readonly<Record<string, string | undefined>>;

function read({ address, page, piece }: Row) {
  document.documentElement.innerHTML = `<head></head><body>${page}</body>`;
  openShadows();
  const url = new URL(address);
  const platform = platformFor(url);
  const post = platform.posts(document).findLast(each => each.textContent?.includes(piece));
  return post && platform.read(post, url, { language: 'en-GB', zone: 'Europe/London' });
}

function valuesOf(row: Row): { said: Values; right: Values; relations: readonly string[] } {
  const post = read(row);
  const relations = post?.related?.map(({ relation }) => relation) ?? [];
  return {
    said: { ...post?.account, text: post?.text },
    right: { ...row.account, text: row.text },
    relations,
  };
}

/** Tests that nothing but what is right is read of each page, and nine of ten of the values that are. */
export function expectNothingWrong(rows: readonly Row[]): void {
  describe('of a page', () => {
    it.each(rows.map(row => [row.what, row] as const))('with %s nothing wrong is read', (_what, row) => {
      const { said, right, relations } = valuesOf(row);
      for (const [name, value] of Object.entries(said)) {
        if (value !== undefined) expect(value, name).toBe(right[name]);
      }
      if (row.related !== undefined && said['text'] !== undefined) expect(relations).toContain(row.related);
    });

    it('nine values of ten are read', () => {
      const wanted = rows.map(valuesOf).flatMap(({ said, right }) =>
        Object.keys(right)
          .filter(name => right[name] !== undefined)
          .map(name => said[name] !== undefined),
      );
      expect(wanted.filter(isFound => isFound).length).toBeGreaterThanOrEqual(wanted.length * 0.9);
    });
  });
}
