/**
 * Reads the document through the prototypes of its classes. A page can shadow the properties of a form and of the
 * document with its own elements (`<input name="attributes">`, `<img name="body">`), also for code in an isolated
 * world, but it cannot shadow what is read from the prototype. Nothing here runs on import, so that Node can import the
 * platforms.
 */

/** Every element below `root` that matches, in document order. */
export function queryAll(root: Document | Element | DocumentFragment, selector: string): Element[] {
  return Array.from(queriesOf(root).querySelectorAll.call(root, selector));
}

/** The first element below `root` that matches; undefined when there is none. */
export function queryFirst(
  root: Document | Element | DocumentFragment,
  selector: string,
): Element | undefined {
  return queriesOf(root).querySelector.call(root, selector) ?? undefined;
}

interface Queries {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): NodeListOf<Element>;
}

function queriesOf(root: Node): Queries {
  switch (nodeTypeOf(root)) {
    case 9:
      return Document.prototype;
    case 11:
      return DocumentFragment.prototype;
    default:
      return Element.prototype;
  }
}

/** The attribute's text; undefined when the element does not have it. */
export function attributeOf(element: Element, name: string): string | undefined {
  return Element.prototype.getAttribute.call(element, name) ?? undefined;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** The nearest of the element and its ancestors that matches; undefined when there is none. */
export function closestOf(element: Element, selector: string): Element | undefined {
  return Element.prototype.closest.call(element, selector) ?? undefined;
}

/** Whether `inner` is `outer` or a descendant of it within one tree. */
export function containsNode(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function parentOf(node: Node): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', node);
}

/** The parent, whatever kind of node it is: an element, a shadow root or the document. */
export function parentNodeOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'parentNode', node);
}

export function nodeTypeOf(node: Node): number {
  return Reflect.get(Node.prototype, 'nodeType', node);
}

export function firstChildOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'firstChild', node);
}

export function lastChildOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'lastChild', node);
}

export function nextSiblingOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'nextSibling', node);
}

export function previousSiblingOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'previousSibling', node);
}

/** The document that the node belongs to; null for a document itself. */
export function documentOf(node: Node): Document | null {
  return Reflect.get(Node.prototype, 'ownerDocument', node);
}

export function isConnected(node: Node): boolean {
  return Reflect.get(Node.prototype, 'isConnected', node);
}

/** The element before this one, under the same parent; undefined when it is the first. */
export function previousElementOf(element: Element): Element | undefined {
  return Reflect.get(Element.prototype, 'previousElementSibling', element) ?? undefined;
}

export function childrenOf(element: Element): Element[] {
  return Array.from(Reflect.get(Element.prototype, 'children', element));
}

export function childNodesOf(parent: Node): Node[] {
  const nodes: Node[] = [];
  for (let node = firstChildOf(parent); node !== null; node = nextSiblingOf(node)) nodes.push(node);
  return nodes;
}

/** The element's name in lower case, without a prefix. */
export function nameOf(element: Element): string {
  return Reflect.get(Element.prototype, 'localName', element).toLowerCase();
}

/** All text of an element, hidden or not, or of a text node. */
export function textContentOf(node: Node): string {
  const prototype = isElement(node) ? Element.prototype : CharacterData.prototype;
  return Reflect.get(prototype, 'textContent', node) ?? '';
}

export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === 1;
}

/** The document's root element; null only for an empty document. */
export function rootOf(document: Document): HTMLElement | null {
  return Reflect.get(Document.prototype, 'documentElement', document);
}

/** The document's body; null for documents without one. */
export function bodyOf(document: Document): HTMLElement | null {
  return Reflect.get(Document.prototype, 'body', document);
}
