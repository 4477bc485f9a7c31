import { bodyOf, firstChildOf, isElement, nextSiblingOf, parentNodeOf, rootOf } from '../../dom/tree.ts';

/** The window's inside without scroll bars, in CSS pixels. Allows for quirks mode. */
export function clientSize(): { width: number; height: number } {
  const root = rootOf(document);
  const isQuirky = Reflect.get(Document.prototype, 'compatMode', document) === 'BackCompat';
  const box = isQuirky ? (bodyOf(document) ?? root) : root;
  const width = box === null ? 0 : Reflect.get(Element.prototype, 'clientWidth', box);
  const height = box === null ? 0 : Reflect.get(Element.prototype, 'clientHeight', box);
  return { width: width > 0 ? width : window.innerWidth, height: height > 0 ? height : window.innerHeight };
}

/** The whole document's size in CSS pixels, never less than the window's. */
export function documentSize(): { width: number; height: number } {
  const client = clientSize();
  let { width, height } = client;
  for (const element of [rootOf(document), bodyOf(document)]) {
    if (element === null) continue;
    width = Math.max(width, Reflect.get(Element.prototype, 'scrollWidth', element));
    height = Math.max(height, Reflect.get(Element.prototype, 'scrollHeight', element));
  }
  return { width, height };
}

/** The element's box in the window, in CSS pixels. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** The element's open shadow root; null when it has none or a closed one. */
export function shadowOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, 'shadowRoot', element);
}

/** The parent, where a shadow root's host stands for the root. Null at the document. */
export function outerParentOf(node: Node): Node | null {
  const parent = parentNodeOf(node);
  return parent instanceof ShadowRoot ? Reflect.get(ShadowRoot.prototype, 'host', parent) : parent;
}

/** Whether `inner` is `outer` or a descendant of it, shadow trees included. */
export function holds(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node !== null; node = outerParentOf(node))
    if (node === outer) return true;
  return false;
}

/** Every element of the document, with those in open shadow roots; a shadow tree follows its host at once. */
export function* everyElement(): Generator<Element> {
  const root = rootOf(document);
  const waiting: Node[] = root === null ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const following = nextSiblingOf(node);
    if (following !== null && node !== root) waiting.push(following);
    if (!isElement(node)) continue;
    yield node;
    const child = firstChildOf(node);
    if (child !== null) waiting.push(child);
    const shadow = shadowOf(node);
    const inner = shadow === null ? null : firstChildOf(shadow);
    if (inner !== null) waiting.push(inner);
  }
}
