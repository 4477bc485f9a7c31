import { bodyOf, queryFirst } from '../../platforms/dom.ts';
import { pictureText, shownText } from '../../platforms/shown-text.ts';
import { cut, longestText } from '../../platforms/text.ts';
import { chosenElement } from './chosen.ts';
import type { PageSession } from './session.ts';

/**
 * The visible text of the chosen post, or of the page when none was chosen; empty when there is none. Cut at
 * 200,000 UTF-16 units, and then its last line says so.
 */
export function readText(session: PageSession): string {
  const root = session.chosen === undefined ? bodyOf(document) : chosenElement(session);
  if (root === null || root === undefined) return '';
  const isPost = session.chosen !== undefined;
  const hasPictures = isPost && queryFirst(root, 'img[alt]:not([alt=""])') !== undefined;
  const text = hasPictures ? pictureText(root) : shownText(root);
  if (text.length <= longestText) return cut(text, longestText);
  return `${cut(text, longestText)}\n[The text is longer: it has ${text.length} characters, of which the first ${longestText} stand here.]`;
}
