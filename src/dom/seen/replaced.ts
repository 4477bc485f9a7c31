import { attributeOf, isElement, nameOf, nodeTypeOf, queryFirst, textContentOf } from '../tree.ts';
import { boxOf, isEmpty } from './box.ts';
import { wordCount } from './letters.ts';

/** Elements whose text is none of the page's words. */
export const silent =
  /^(?:script|style|noscript|template|textarea|select|iframe|object|embed|canvas|video|audio|datalist|title|desc|metadata|link|meta|head)$/;

const labelled = /^(?:button|submit|reset)$/i;

/** The words that stand in the place of a picture or on a button; empty for all others. */
export function replacedText(element: Element, name: string, hasPictures: boolean): string {
  if (name === 'img') return hasPictures || isBroken(element) ? (attributeOf(element, 'alt') ?? '') : '';
  if (name !== 'input') return '';
  return labelled.test(attributeOf(element, 'type') ?? '') ? (attributeOf(element, 'value') ?? '') : '';
}

/** Browsers write the alternative text in the place of a picture that did not come. */
function isBroken(element: Element): boolean {
  if (!(element instanceof HTMLImageElement) || attributeOf(element, 'src') === undefined) return false;
  const isComplete: boolean = Reflect.get(HTMLImageElement.prototype, 'complete', element);
  const width: number = Reflect.get(HTMLImageElement.prototype, 'naturalWidth', element);
  return isComplete && width === 0 && !isEmpty(boxOf(element));
}

/** The words of a node that is never drawn, without those that are no text. */
export function silentWords(node: Node): number {
  if (!isElement(node)) return nodeTypeOf(node) === 3 ? wordCount(textContentOf(node)) : 0;
  if (silent.test(nameOf(node)) || queryFirst(node, 'script, style, template') !== undefined) return 0;
  return wordCount(textContentOf(node));
}
