import { nameOf } from '../../../platforms/dom.ts';

type Opener = (element: Element) => ShadowRoot | null;

/** What browsers give to extensions: Chromium as `chrome.dom`, Firefox as a property of every element. */
interface ExtensionGlobal {
  readonly chrome?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
}

/** The element's shadow root, closed or open; null when it has none or the browser does not tell. */
export function closedRootOf(element: Element): ShadowRoot | null {
  const open = (globalThis as ExtensionGlobal).chrome?.dom?.openOrClosedShadowRoot;
  try {
    const root: unknown = open === undefined ? Reflect.get(element, 'openOrClosedShadowRoot') : open(element);
    return root instanceof ShadowRoot ? root : null;
  } catch {
    return null;
  }
}

/** Whether a custom element hides part of the page in a closed shadow root. False where it cannot be told. */
export function isClosedHost(element: Element): boolean {
  return nameOf(element).includes('-') && closedRootOf(element) !== null;
}
