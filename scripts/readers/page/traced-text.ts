import * as text from '../../../src/platforms/reading/text.ts';
import { readOf } from './trace.ts';

/* Stands in for `src/platforms/reading/text.ts` in the bundle of this tool alone, see `traced.ts`. */
export * from '../../../src/platforms/reading/text.ts';

export const textWithPictures: typeof text.textWithPictures = node =>
  readOf({ node }, () => text.textWithPictures(node)) ?? '';
