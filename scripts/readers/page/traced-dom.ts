import * as dom from '../../../src/dom/tree.ts';
import { queried, readOf } from './trace.ts';

/* Stands in for `src/dom/tree.ts` in the bundle of this tool alone, see `traced.ts`. */
export * from '../../../src/dom/tree.ts';

export const queryAll: typeof dom.queryAll = (from, selector) =>
  queried({ from, selector, toward: 'below' }, () => dom.queryAll(from, selector));

export const queryFirst: typeof dom.queryFirst = (from, selector) =>
  queried({ from, selector, toward: 'below' }, () => listOf(dom.queryFirst(from, selector)))[0];

export const closestOf: typeof dom.closestOf = (from, selector) =>
  queried({ from, selector, toward: 'around' }, () => listOf(dom.closestOf(from, selector)))[0];

export const attributeOf: typeof dom.attributeOf = (node, attribute) =>
  readOf({ node, attribute }, () => dom.attributeOf(node, attribute));

export const textContentOf: typeof dom.textContentOf = node =>
  readOf({ node }, () => dom.textContentOf(node)) ?? '';

function listOf(found: Element | undefined): Element[] {
  return found === undefined ? [] : [found];
}
