import { attributeOf, isElement, nameOf, nodeTypeOf, queryFirst, textContentOf } from '../tree.ts';
import { boxOf, isEmpty } from './box.ts';
import { wordCount } from './letters.ts';

/** Elements whose text is not part of the page's words. */
export const silent =
  /^(?:script|style|noscript|template|textarea|select|iframe|object|embed|canvas|video|audio|datalist|title|desc|metadata|link|meta|head)$/;

const labelled = /^(?:button|submit|reset)$/i;

/** The alternative text of a picture or the label of a button; empty for all others. */
export function replacedText(element: Element, name: string, hasPictures: boolean): string {
  if (name === 'img') return hasPictures || isBroken(element) ? (attributeOf(element, 'alt') ?? '') : '';
  if (name !== 'input') return '';
  return labelled.test(attributeOf(element, 'type') ?? '') ? (attributeOf(element, 'value') ?? '') : '';
}

/** Whether the picture failed to load, so that browsers show its alternative text. */
function isBroken(element: Element): boolean {
  if (!(element instanceof HTMLImageElement) || attributeOf(element, 'src') === undefined) return false;
  const isComplete: boolean = Reflect.get(HTMLImageElement.prototype, 'complete', element);
  const width: number = Reflect.get(HTMLImageElement.prototype, 'naturalWidth', element);
  return isComplete && width === 0 && !isEmpty(boxOf(element));
}

/** The number of words in a node that is never drawn; 0 for elements that hold no text or also hold code. */
export function silentWords(node: Node): number {
  if (!isElement(node)) return nodeTypeOf(node) === 3 ? wordCount(textContentOf(node)) : 0;
  if (silent.test(nameOf(node)) || queryFirst(node, 'script, style, template') !== undefined) return 0;
  return wordCount(textContentOf(node));
}
