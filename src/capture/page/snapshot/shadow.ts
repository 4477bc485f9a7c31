import { nameOf } from '../../../dom/tree.ts';
import { shadowOf } from '../layout.ts';

type Opener = (element: Element) => ShadowRoot | null;

/** How extensions reach closed shadow roots in Chromium; in Firefox it is a property of every element. */
interface ExtensionGlobal {
  readonly chrome?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
}

/** Elements that may have a shadow root made by a page (DOM standard, "valid shadow host name"). */
const hosts =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z].*-.*)$/;

/** The element's shadow root, open or closed; null when it has none, or where extensions cannot reach it. */
export function anyShadowOf(element: Element): ShadowRoot | null {
  const open = shadowOf(element);
  if (open !== null || !hosts.test(nameOf(element))) return open;
  const opener = (globalThis as ExtensionGlobal).chrome?.dom?.openOrClosedShadowRoot;
  try {
    if (opener !== undefined && isHtml(element)) return opener(element);
    return (Reflect.get(element, 'openOrClosedShadowRoot') as ShadowRoot | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Chromium's function throws for elements other than HTML. */
function isHtml(element: Element): boolean {
  return element instanceof HTMLElement;
}
