import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Example } from '../../src/platforms/contract.ts';
import { deriveTime, platformFor, platforms } from '../../src/platforms/index.ts';
import { examples as webExamples } from '../../src/platforms/web.ts';
import { examples as xExamples } from '../../src/platforms/x.ts';

const examples: Readonly<Record<string, readonly Example[]>> = { x: xExamples, web: webExamples };
const notAfter = toInstant(Date.UTC(2026, 10, 21));

describe('the registry', () => {
  it('has examples for every platform, and no other', () => {
    expect(platforms.map(platform => platform.id).sort()).toEqual(Object.keys(examples).sort());
  });

  it('stands in alphabetical order with web last', () => {
    const ids = platforms.map(platform => platform.id);
    expect(ids.at(-1)).toBe('web');
    expect(ids.slice(0, -1)).toEqual(ids.slice(0, -1).sort());
  });
});

for (const platform of platforms) {
  describe(platform.name, () => {
    for (const example of examples[platform.id] ?? []) {
      it(`${'identified' in example ? 'refuses' : 'claims'} ${example.url}`, () => {
        const address = new URL(example.url);
        const claims = platforms.filter(it => it.id !== 'web' && it.identify(address) !== undefined);
        if ('identified' in example) {
          expect(platform.identify(address)).toBeUndefined();
          expect(claims).toEqual([]);
          return;
        }
        expect(claims.map(it => it.id)).toEqual(platform.id === 'web' ? [] : [platform.id]);
        expect(platformFor(address)).toBe(platform);
        const found = platform.identify(address);
        expect(found).toMatchObject(example.expect);
        if (example.postedAt !== undefined) {
          expect(deriveTime(platform.id, found?.postId ?? '', notAfter)?.at).toBe(example.postedAt);
        }
      });
    }
  });
}

describe('deriveTime', () => {
  it.each([
    ['8138669971', 'before snowflakes (gallery-dl)'],
    ['29700859247', 'the last sequential number'],
    ['0', 'nought'],
    ['-1', 'a sign'],
    ['9223372036854775808', 'more than 63 bits'],
    ['9223372036854775807', 'the far future'],
    ['10982309061945466880', 'twenty digits'],
    ['abc', 'letters'],
    ['', 'nothing'],
  ])('refuses %s: %s', id => {
    expect(deriveTime('x', id, notAfter)).toBeUndefined();
  });

  it('refuses a time more than a day after the capture and takes one within', () => {
    const id = '1823945883910279168';
    const day = 86_400_000;
    const made = Date.parse('2024-08-15T04:52:40.657Z');
    expect(deriveTime('x', id, toInstant(made - day))).toMatchObject({ method: 'derived-from-id' });
    expect(deriveTime('x', id, toInstant(made - day - 1))).toBeUndefined();
  });

  it('knows no time for web pages and for platforms it does not know', () => {
    expect(deriveTime('web', '1823945883910279168', notAfter)).toBeUndefined();
    expect(deriveTime('other', '1823945883910279168', notAfter)).toBeUndefined();
  });
});
