import { queryAll } from '../../platforms/dom.ts';
import { isInView } from './layout.ts';
import { describe } from './naming.ts';
import type { PageSession } from './session.ts';
import { imagesInView } from './waiting.ts';

export { restless } from './restless.ts';

/**
 * Waits, at most `limitMs`, until what is in view has come. Answers what had not come then, a sentence each in plain
 * words, at most fifty; nothing when all had come.
 */
export async function arrivals(_session: PageSession, limitMs: number): Promise<string[]> {
  if (await imagesInView(limitMs)) return [];
  return queryAll(document, 'img')
    .filter(image => image instanceof HTMLImageElement && !image.complete && isInView(image))
    .slice(0, 50)
    .map(image => `A picture (${describe(image)}) had not come.`);
}
