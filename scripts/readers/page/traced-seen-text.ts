import * as seen from '../../../src/dom/seen-text.ts';
import { readOf } from './trace.ts';

/* Stands in for `src/dom/seen-text.ts` in the bundle of this tool alone, see `traced.ts`. */
export * from '../../../src/dom/seen-text.ts';

export const seenText: typeof seen.seenText = (node, options) => {
  let whole: seen.SeenText = { text: '', unseen: 0, notes: [], doubtful: 0 };
  readOf({ node }, () => {
    whole = seen.seenText(node, options);
    return whole.text;
  });
  return whole;
};
