import { documentOf, isElement, parentNodeOf, rootOf } from '../tree.ts';
import { boxOf, isEmpty } from './box.ts';

/** Whether the page has boxes at all: without them, style alone decides. */
export function isLaidOut(root: Element): boolean {
  const page = rootOf(documentOf(root) ?? document) ?? root;
  const width: number = Reflect.get(Element.prototype, 'clientWidth', page);
  return width > 0 && !isEmpty(boxOf(page));
}

/** The elements around this one as they are drawn, the outermost first. */
export function ancestorsOf(root: Element): Element[] {
  const chain: Element[] = [];
  for (let node = outerElement(root); node !== undefined; node = outerElement(node)) chain.push(node);
  return chain.reverse();
}

/** The element around this one as it is drawn: the slot it was given to, its parent, or the host of its tree. */
function outerElement(element: Element): Element | undefined {
  const slot: unknown = Reflect.get(Element.prototype, 'assignedSlot', element);
  if (slot instanceof Element) return slot;
  const parent = parentNodeOf(element);
  if (parent instanceof ShadowRoot) return Reflect.get(ShadowRoot.prototype, 'host', parent);
  // An element of a frame is none of this window's own class.
  return parent !== null && isElement(parent) ? parent : undefined;
}
