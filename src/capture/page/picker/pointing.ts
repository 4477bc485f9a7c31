import { nameOf } from '../../../dom/tree.ts';
import { outerParentOf, shadowOf } from '../layout.ts';

/** The post at a point of the window, below the overlay; undefined when there is none. */
export function postUnder(
  { x, y }: { readonly x: number; readonly y: number },
  host: Element,
  around: (element: Element) => Element | undefined,
): Element | undefined {
  for (const element of elementsAt(x, y, host)) {
    const post = postOf(element, around);
    if (post !== undefined) return post;
  }
  return undefined;
}

function postOf(element: Element, around: (element: Element) => Element | undefined): Element | undefined {
  for (let node: Node | null = element; node instanceof Element; ) {
    const post = around(node);
    if (post !== undefined) return post;
    const root: Node = Node.prototype.getRootNode.call(node);
    node = root instanceof ShadowRoot ? Reflect.get(ShadowRoot.prototype, 'host', root) : null;
  }
  return undefined;
}

function elementsAt(x: number, y: number, host: Element): Element[] {
  return Document.prototype.elementsFromPoint
    .call(document, x, y)
    .filter(element => element !== host)
    .map(element => innermost(element, x, y));
}

function innermost(element: Element, x: number, y: number): Element {
  let found = element;
  for (let depth = 0; depth < 50; depth += 1) {
    const inner = shadowOf(found)?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) break;
    found = inner;
  }
  return found;
}

/** Scrolls the pane under the pointer, because the overlay intercepts the wheel; the page itself scrolls as usual. */
export function scrollUnder(
  wheel: {
    readonly x: number;
    readonly y: number;
    readonly deltaX: number;
    readonly deltaY: number;
    readonly preventDefault: () => void;
  },
  host: Element,
): void {
  const [element] = elementsAt(wheel.x, wheel.y, host);
  for (let node: Node | null = element ?? null; node instanceof Element; node = outerParentOf(node)) {
    if (/^(?:html|body)$/.test(nameOf(node))) return;
    if (!scrolls(node, wheel.deltaY)) continue;
    wheel.preventDefault();
    const distance = { left: wheel.deltaX, top: wheel.deltaY, behavior: 'instant' } as const;
    Reflect.apply(Element.prototype.scrollBy, node, [distance]);
    return;
  }
}

function scrolls(element: Element, deltaY: number): boolean {
  const size = (name: 'scrollTop' | 'scrollHeight' | 'clientHeight'): number =>
    Reflect.get(Element.prototype, name, element);
  const [scrollTop, scrollHeight, clientHeight] = [
    size('scrollTop'),
    size('scrollHeight'),
    size('clientHeight'),
  ];
  if (scrollHeight <= clientHeight || !/auto|scroll/.test(getComputedStyle(element).overflowY)) return false;
  return deltaY < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}
