import { closedShadowOf } from '../../../dom/shadow.ts';
import { childrenOf, firstChildOf, isElement, nameOf, parentNodeOf, queryAll } from '../../../dom/tree.ts';
import { shadowOf } from '../layout.ts';

/** Elements other than custom ones that may have a shadow root (DOM standard, "valid shadow host name"). */
const plainHosts = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

const closed = new WeakMap<Element, ShadowRoot>();

/** The element's shadow root, also a closed one where extensions can reach it; null when it has none. */
export function innerRootOf(element: Element): ShadowRoot | null {
  const known = shadowOf(element) ?? closed.get(element);
  if (known !== undefined) return known;
  const name = nameOf(element);
  // Of plain elements only empty ones are checked, because the check is slow and a page has thousands.
  const mayHost = name.includes('-') || (plainHosts.test(name) && firstChildOf(element) === null);
  const root = mayHost ? closedShadowOf(element) : null;
  if (root !== null) closed.set(element, root);
  return root;
}

/** Every element in document order; a shadow tree follows its host at once. */
export function flatElements(): Element[] {
  const found: Element[] = [];
  const visit = (root: Document | ShadowRoot) => {
    for (const element of queryAll(root, '*')) {
      found.push(element);
      const inner = innerRootOf(element);
      if (inner !== null) visit(inner);
    }
  };
  visit(document);
  return found;
}

/** Every element laid out inside this one, through shadow roots and slots, but not the element itself. */
export function elementsIn(outer: Element): Element[] {
  const found = new Set<Element>();
  const add = (element: Element) => {
    if (found.has(element)) return;
    found.add(element);
    visit(element);
  };
  const visit = (element: Element) => {
    const root = innerRootOf(element);
    for (const each of root === null ? childrenOf(element) : queryAll(root, '*')) add(each);
    if (element instanceof HTMLSlotElement) {
      for (const each of HTMLSlotElement.prototype.assignedElements.call(element)) add(each);
    }
  };
  visit(outer);
  return Array.from(found);
}

/** The parent in the flat tree: the slot, the parent, or the host of a shadow root. Null for the root element. */
export function flatParentOf(element: Element): Element | null {
  const parent = parentNodeOf(element);
  if (parent === null) return null;
  if (parent instanceof ShadowRoot) return Reflect.get(ShadowRoot.prototype, 'host', parent);
  if (!isElement(parent)) return null;
  const root = innerRootOf(parent);
  return root === null ? parent : (slotOf(element, root) ?? parent);
}

function slotOf(element: Element, root: ShadowRoot): Element | undefined {
  const open: Element | null = Reflect.get(Element.prototype, 'assignedSlot', element);
  if (open !== null) return open;
  return queryAll(root, 'slot').find(
    slot =>
      slot instanceof HTMLSlotElement && HTMLSlotElement.prototype.assignedNodes.call(slot).includes(element),
  );
}

/** Whether `inner` is `outer` or laid out inside it. */
export function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node !== null; node = flatParentOf(node)) {
    if (node === outer) return true;
  }
  return false;
}

/** The element and all its ancestors in the flat tree, innermost first. */
export function lineOf(element: Element): Element[] {
  const line: Element[] = [];
  for (let node: Element | null = element; node !== null; node = flatParentOf(node)) line.push(node);
  return line;
}

/** The topmost element at a point of the window, shadow roots included; undefined where there is none. */
export function topAt(x: number, y: number): Element | undefined {
  let hit = Document.prototype.elementFromPoint.call(document, x, y);
  for (let depth = 0; hit !== null && depth < 50; depth += 1) {
    const inner: Element | null = innerRootOf(hit)?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit ?? undefined;
}
