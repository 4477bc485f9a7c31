import * as shadow from '../../../src/dom/shadow.ts';
import { queried } from './trace.ts';

/* Stands in for `src/dom/shadow.ts` in the bundle of this tool alone, see `traced.ts`. */
export * from '../../../src/dom/shadow.ts';

export const queryDeep: typeof shadow.queryDeep = (from, selector) =>
  queried({ from, selector, toward: 'below' }, () => shadow.queryDeep(from, selector));

export const closestDeep: typeof shadow.closestDeep = (from, selector) =>
  queried({ from, selector, toward: 'around' }, () => {
    const found = shadow.closestDeep(from, selector);
    return found === undefined ? [] : [found];
  })[0];
