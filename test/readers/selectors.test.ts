import { describe, expect, it } from 'vitest';
import { selectorParts } from '../../scripts/readers/selector-parts.ts';
import { readerSources, sourceLine } from '../../scripts/readers/source-lines.ts';

describe('a list of selectors', () => {
  it.each([
    ['article', ['article']],
    ['h2, h3 > a,h4', ['h2', 'h3 > a', 'h4']],
    ['p:not(.a, .b), q', ['p:not(.a, .b)', 'q']],
    ['[title="a, b)"], [data-x=\'","\'], i', ['[title="a, b)"]', '[data-x=\'","\']', 'i']],
    ['.a\\,b, c', ['.a\\,b', 'c']],
  ])('%s', (list, parts) => {
    expect(selectorParts(list)).toEqual(parts);
  });
});

describe('the line of a selector', () => {
  const sources = [
    { path: 'sites/x/page.ts', lines: ['const mark = {', `  post: 'article',`, `  name: '.name, .user',`] },
    {
      path: 'reading/names.ts',
      lines: [`const controls = 'button, time';`, `const quoted = 'a[b=\\'c\\']';`],
    },
    {
      path: 'sites/web/read.ts',
      lines: [`const also = '.name';`, `const one = 'video';`, `const two = 'video';`],
    },
  ];
  it.each([
    ['article', 'sites/x/page.ts:2'],
    ['.user', 'sites/x/page.ts:3'],
    ['.name', 'sites/x/page.ts:3'],
    ['button, time', 'reading/names.ts:1'],
    ["a[b='c']", 'reading/names.ts:2'],
    ['video', undefined],
    ['butto', undefined],
    ['absent', undefined],
  ])('%s: %s', (selector, line) => {
    expect(sourceLine(selector, 'x', sources)).toBe(line);
  });

  it('is found in the files of today', () => {
    const line = sourceLine('[data-testid="tweetText"]', 'x', readerSources());
    expect(line).toMatch(/^sites\/x\/page\.ts:\d+$/);
  });
});
