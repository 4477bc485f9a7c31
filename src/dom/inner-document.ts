import { nameOf } from './tree.ts';

/**
 * The document in a frame. Undefined for what is no frame, and for a frame of another site: the browser lets nobody read
 * it, and so nothing of it is claimed.
 */
export function innerDocumentOf(element: Element): Document | undefined {
  if (nameOf(element) !== 'iframe') return undefined;
  try {
    return Reflect.get(HTMLIFrameElement.prototype, 'contentDocument', element) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The document's own address; undefined where it has none that can be read. */
export function addressOf(document: Document): URL | undefined {
  const address: string = Reflect.get(Document.prototype, 'URL', document) ?? '';
  return URL.canParse(address) ? new URL(address) : undefined;
}
