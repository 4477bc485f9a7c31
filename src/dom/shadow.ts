import { closestOf, matches, nameOf, parentNodeOf, queryAll } from './tree.ts';

type Opener = (element: Element) => ShadowRoot | null;

/** How extensions reach closed shadow roots in Chromium; in Firefox it is a property of every element. */
interface ExtensionGlobal {
  readonly chrome?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
}

/** The elements that may hold a shadow root (DOM, "valid shadow host name"). */
const possibleHost = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The element's open shadow root; null when it has none or a closed one. */
export function openShadowOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, 'shadowRoot', element);
}

/** The element's shadow root, also a closed one where extensions can reach it; null when there is none. */
export function anyShadowOf(element: Element): ShadowRoot | null {
  return openShadowOf(element) ?? (possibleHost.test(nameOf(element)) ? closedShadowOf(element) : null);
}

/** The element's closed shadow root; null when it has none, has an open one, or extensions cannot reach it. */
export function closedShadowOf(element: Element): ShadowRoot | null {
  if (openShadowOf(element) !== null) return null;
  const open = (globalThis as ExtensionGlobal).chrome?.dom?.openOrClosedShadowRoot;
  try {
    const root: unknown =
      open === undefined ? Reflect.get(Element.prototype, 'openOrClosedShadowRoot', element) : open(element);
    return root instanceof ShadowRoot ? root : null;
  } catch {
    return null;
  }
}

/** Every element below `root` that matches, in document order, including those in open shadow roots. */
export function queryDeep(root: Document | Element | ShadowRoot, selector: string): Element[] {
  const hasShadow = (element: Element) => openShadowOf(element) !== null;
  const own = root instanceof Element ? openShadowOf(root) : null;
  const all = queryAll(root, '*');
  if (own === null && !all.some(hasShadow)) return queryAll(root, selector);
  const found = own === null ? [] : queryDeep(own, selector);
  for (const element of all) {
    if (matches(element, selector)) found.push(element);
    const shadow = openShadowOf(element);
    if (shadow !== null) found.push(...queryDeep(shadow, selector));
  }
  return found;
}

/** The open shadow roots of the element and its descendants, nested ones included. */
export function shadowsIn(element: Element): ShadowRoot[] {
  return [element, ...queryAll(element, '*')].flatMap(shadowsOf);
}

function shadowsOf(element: Element): ShadowRoot[] {
  const shadow = openShadowOf(element);
  return shadow === null ? [] : [shadow, ...queryAll(shadow, '*').flatMap(shadowsOf)];
}

/** Whether `inner` is `outer` or a descendant of it, across shadow roots. */
export function containsDeep(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node !== null; node = outwards(node)) if (node === outer) return true;
  return false;
}

/** The nearest of the element and its ancestors that matches, across shadow roots; undefined when there is none. */
export function closestDeep(element: Element, selector: string): Element | undefined {
  for (let from: Element | undefined = element; from !== undefined; from = hostOf(from)) {
    const found = closestOf(from, selector);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The parent element; out of a shadow root, its host. Undefined at the top. */
export function parentDeep(element: Element): Element | undefined {
  const parent = outwards(element);
  return parent instanceof Element ? parent : undefined;
}

function outwards(node: Node): Node | null {
  const parent = parentNodeOf(node);
  return parent instanceof ShadowRoot ? Reflect.get(ShadowRoot.prototype, 'host', parent) : parent;
}

/** The host of the shadow root that the element is in; undefined in the document's own tree. */
function hostOf(element: Element): Element | undefined {
  const root: unknown = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? Reflect.get(ShadowRoot.prototype, 'host', root) : undefined;
}
