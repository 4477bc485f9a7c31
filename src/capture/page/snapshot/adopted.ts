/** What Firefox adds to the objects of a page that an extension holds: the page's own view of them. */
interface Waivable {
  readonly wrappedJSObject?: object;
}

/** Gives the extension's own view of a page's object back. */
type Rewrap = (object: unknown) => unknown;

/**
 * The sheets that a program attached to the document or to a shadow root, in order; undefined when the browser keeps
 * them from extensions. Firefox shows them in the page's own view alone: there the list is taken by the browser's own
 * reader, never by one that the page may have put in its place, and each sheet is read as the extension sees it.
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

/** The browser's own getter of the list; undefined when the page has put anything in its place. */
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
