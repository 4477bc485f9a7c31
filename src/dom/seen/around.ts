import { documentOf, isElement, parentNodeOf, rootOf } from '../tree.ts';
import { boxOf, isEmpty } from './box.ts';

/** Whether the page has a layout; without one, style alone decides. */
export function isLaidOut(root: Element): boolean {
  const page = rootOf(documentOf(root) ?? document) ?? root;
  const width: number = Reflect.get(Element.prototype, 'clientWidth', page);
  return width > 0 && !isEmpty(boxOf(page));
}

/** The element's ancestors in the flat tree, outermost first. */
export function ancestorsOf(root: Element): Element[] {
  const chain: Element[] = [];
  for (let node = outerElement(root); node !== undefined; node = outerElement(node)) chain.push(node);
  return chain.reverse();
}

/** The parent in the flat tree: its slot, its parent, or the host of its tree. */
function outerElement(element: Element): Element | undefined {
  const slot: unknown = Reflect.get(Element.prototype, 'assignedSlot', element);
  if (slot instanceof Element) return slot;
  const parent = parentNodeOf(element);
  if (parent instanceof ShadowRoot) return Reflect.get(ShadowRoot.prototype, 'host', parent);
  // An element of a frame is no instance of this window's class.
  return parent !== null && isElement(parent) ? parent : undefined;
}
