import { bodyOf, containsNode, documentOf, nameOf, queryAll } from '../tree.ts';
import { type Box, boxOf, common, isEmpty } from './box.ts';
import { alphaOf } from './colour.ts';
import { isSet } from './paint-order.ts';

/**
 * Whether something painted elsewhere on the page, neither in the root nor around it, lies under or over a line and may
 * be the background of its words. The page is searched on the first call.
 */
export function groundElsewhere(root: Element): (line: Box) => boolean {
  let boxes: Box[] | undefined;
  return line => {
    boxes ??= boxesElsewhere(root);
    return boxes.some(box => !isEmpty(common(box, line)));
  };
}

function boxesElsewhere(root: Element): Box[] {
  const document = documentOf(root);
  const body = document === null ? null : bodyOf(document);
  if (body === null || containsNode(root, body)) return [];
  return queryAll(body, '*')
    .filter(element => !containsNode(root, element) && !containsNode(element, root) && isPainted(element))
    .map(boxOf);
}

function isPainted(element: Element): boolean {
  if (/^(?:img|video|canvas|iframe|svg|embed|object)$/.test(nameOf(element))) return true;
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return alphaOf(backgroundColor) > 0 || isSet(backgroundImage);
}
