import { nameOf } from '../../../platforms/dom.ts';

type Opener = (element: Element) => ShadowRoot | null;

/** What browsers give to extensions: Chromium as `chrome.dom`, Firefox as a property of every element. */
interface ExtensionGlobal {
  readonly chrome?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
}

/** Whether a custom element hides part of the page in a closed shadow root. False where it cannot be told. */
export function isClosedHost(element: Element): boolean {
  if (!nameOf(element).includes('-')) return false;
  const open = (globalThis as ExtensionGlobal).chrome?.dom?.openOrClosedShadowRoot;
  try {
    if (open !== undefined) return open(element) !== null;
    return Reflect.get(element, 'openOrClosedShadowRoot') instanceof ShadowRoot;
  } catch {
    return false;
  }
}
