import { attributeOf, documentOf, rootOf } from './tree.ts';

/**
 * The address in an attribute, in a form that keeps its meaning when resolved against the page's own address: as
 * written, unless a `base` element changes it. Then it is a path on the page's host, or else an absolute address.
 * Undefined when there is no such attribute.
 */
export function hrefOf(element: Element, name = 'href'): string | undefined {
  const written = attributeOf(element, name);
  const moved = movedBase(element);
  if (written === undefined || moved === undefined || !URL.canParse(written, moved.base)) return written;
  const address = new URL(written, moved.base);
  if (address.origin !== moved.origin || address.origin === 'null') return address.href;
  return address.pathname + address.search + address.hash;
}

/** The base of the document's relative links: its `base` element, else the page's address. */
export function baseOf(document: Document, page: URL): URL {
  const root = rootOf(document);
  const moved = root === null ? undefined : movedBase(root);
  return moved !== undefined && URL.canParse(moved.base) ? new URL(moved.base) : page;
}

/** The base of the element's document and the document's origin; undefined unless the base differs from its address. */
function movedBase(element: Element): { readonly base: string; readonly origin: string } | undefined {
  const document = documentOf(element);
  if (document === null) return undefined;
  const base: string = Reflect.get(Node.prototype, 'baseURI', element) ?? '';
  const own: string = Reflect.get(Document.prototype, 'documentURI', document) ?? '';
  if (withoutFragment(base) === withoutFragment(own) || !/^https?:/.test(base)) return undefined;
  return { base, origin: URL.canParse(own) ? new URL(own).origin : 'null' };
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
