import { describe, expect, it } from 'vitest';
import { rewriteSelectors, selectorInCopy, statesIn } from '../../../src/capture/page/snapshot/selectors.ts';

const none = new Set<string>();
const is = (name: string) => `[data-holdfast-is~="${name}"]`;

describe('selectors in a copy', () => {
  it.each([
    ['a:focus', `a${is('focus')}`],
    ['a:hover > b', `a:is(:hover, ${is('hover')}) > b`],
    ['x-y:not(:defined)', `x-y:not(:not(${is('undefined')}))`],
    ['input:read-only', `input:not(${is('read-write')})`],
    ['x-y:state(Open)', `x-y${is('state(Open)')}`],
    [':host:focus-within p', `:host:host(${is('focus-within')}) p`],
    [':host(:focus) p', `:host(${is('focus')}) p`],
    // Nothing but a state may follow a pseudo-element.
    ['div::-webkit-scrollbar-thumb:hover', 'div::-webkit-scrollbar-thumb:hover'],
    ['a:before:hover, b:focus', `a:before:hover, b${is('focus')}`],
    ['::slotted(a:focus)', `::slotted(a${is('focus')})`],
    ['a[title=":focus"]', 'a[title=":focus"]'],
    ['.a\\:focus', '.a\\:focus'],
    ['#focus .focus', '#focus .focus'],
    ['a:focus-visible', `a${is('focus-visible')}`],
    ['input:checked ~ p', 'input:checked ~ p'],
  ])('states: %s', (selector, expected) => {
    expect(selectorInCopy(selector, none)).toBe(expected);
  });

  it.each([
    ['p', ':is(p, holdfast-p)'],
    ['div > p.x', 'div > :is(p, holdfast-p).x'],
    ['.p #p [p] p-p ::part(p)', '.p #p [p] p-p ::part(p)'],
    [':not(p)', ':not(:is(p, holdfast-p))'],
    ['li:nth-child(2n + 1 of p)', 'li:nth-child(2n + 1 of :is(p, holdfast-p))'],
    ['svg|p', 'svg|p'],
    ['P', ':is(P, holdfast-p)'],
  ])('names: %s', (selector, expected) => {
    expect(selectorInCopy(selector, new Set(['p']))).toBe(expected);
  });

  it('are found wherever a sheet has them, and nowhere else', () => {
    const css =
      '@media (hover: hover) { p:focus { --x: {p:focus}; content: "p:focus {"; & p { color: red; } } } @keyframes p { from { top: 0px; } } @font-face { font-family: p; }';
    const name = ':is(p, holdfast-p)';
    expect(rewriteSelectors(css, new Set(['p']))).toBe(
      `@media (hover: hover) { ${name}${is('focus')} { --x: {p:focus}; content: "p:focus {"; & ${name} { color: red; } } } @keyframes p { from { top: 0px; } } @font-face { font-family: p; }`,
    );
  });

  it('names the states that a sheet asks for', () => {
    expect([
      ...statesIn('a:hover{color:red} b:not(:defined),c:read-only,d:state(on){} e:first-child{}'),
    ]).toEqual(['hover', 'undefined', 'read-write', 'state(on)']);
  });
});
