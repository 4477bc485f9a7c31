/** A page's object as an extension holds it in Firefox, with the page's own view of it. */
interface Waivable {
  readonly wrappedJSObject?: object;
}

/** Turns the page's view of an object back into the extension's. */
type Rewrap = (object: unknown) => unknown;

/**
 * The sheets that scripts attached to the document or a shadow root, in order; undefined when the browser keeps them
 * from extensions. Firefox exposes them only in the page's own view. There the list is read with the browser's native
 * getter, never with one that the page may have substituted, and each sheet is read through the extension's view.
 */
export function adoptedSheetsOf(root: Document | ShadowRoot): readonly CSSStyleSheet[] | undefined {
  const owner = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
  try {
    return Array.from(Reflect.get(owner, 'adoptedStyleSheets', root) ?? []);
  } catch {
    return fromPageView(root);
  }
}

function fromPageView(root: Document | ShadowRoot): readonly CSSStyleSheet[] | undefined {
  try {
    const page = (root as Waivable).wrappedJSObject;
    const rewrap = (globalThis as { readonly XPCNativeWrapper?: Rewrap }).XPCNativeWrapper;
    const read = page === undefined ? undefined : browsersReader(page);
    if (page === undefined || rewrap === undefined || read === undefined) return undefined;
    const list = Reflect.apply(read, page, []) as ArrayLike<unknown>;
    const sheets: CSSStyleSheet[] = [];
    for (let at = 0; at < list.length; at += 1) {
      const sheet = rewrap(list[at]);
      if (!(sheet instanceof CSSStyleSheet)) return undefined;
      sheets.push(sheet);
    }
    return sheets;
  } catch {
    return undefined;
  }
}

/** The browser's native getter of the list; undefined when the page has replaced it. */
function browsersReader(page: object): ((this: unknown) => unknown) | undefined {
  for (let at: object | null = page; at !== null; at = Reflect.getPrototypeOf(at)) {
    const get = Reflect.getOwnPropertyDescriptor(at, 'adoptedStyleSheets')?.get;
    if (get === undefined) continue;
    const isBrowsers =
      at !== page &&
      /^function (?:get )?adoptedStyleSheets\(\) \{\s*\[native code\]\s*\}$/.test(
        Function.prototype.toString.call(get),
      );
    return isBrowsers ? get : undefined;
  }
  return undefined;
}
