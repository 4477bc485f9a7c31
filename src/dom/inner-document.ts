import { nameOf } from './tree.ts';

/**
 * The document in an `iframe`. Undefined for any other element, and for another site's frame, which nobody can read.
 */
export function innerDocumentOf(element: Element): Document | undefined {
  if (nameOf(element) !== 'iframe') return undefined;
  try {
    return Reflect.get(HTMLIFrameElement.prototype, 'contentDocument', element) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The document's own address; undefined where it has no valid one. */
export function addressOf(document: Document): URL | undefined {
  const address: string = Reflect.get(Document.prototype, 'URL', document) ?? '';
  return URL.canParse(address) ? new URL(address) : undefined;
}
