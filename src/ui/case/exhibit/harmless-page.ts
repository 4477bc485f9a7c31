import { attributeOf, queryAll, rootOf } from '../../../dom/tree.ts';
import { withoutExtensionFont } from '../../../model/extension-font.ts';

/** Nothing is fetched: pictures, fonts and styles come only from inside the copy itself. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  'media-src data:',
  "style-src 'unsafe-inline' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const goesElsewhere = 'a[href], area[href], form[action], button[formaction], input[formaction]';
const neverShown = [
  'script',
  'base',
  'meta[http-equiv]',
  'link:not([rel~="stylesheet"])',
  'iframe',
  'frame',
  'object',
  'embed',
].join(', ');

/**
 * Makes a kept copy of a page safe for a sandboxed frame: the policy comes before anything of the page, and what could
 * lead elsewhere is removed. The kept file itself is not changed. Parsing here runs and loads nothing, since the
 * document is never shown. Elements of the page may have the names of the document's own properties (`<img
 * name="querySelectorAll">`), so everything is read from the prototypes.
 */
export function harmlessPage(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  clean(page);
  const text: string = Reflect.get(Element.prototype, 'outerHTML', rootOf(page));
  const isQuirky = Reflect.get(Document.prototype, 'compatMode', page) === 'BackCompat';
  const start = `${isQuirky ? '' : '<!doctype html>'}<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `${start}<meta name="referrer" content="no-referrer">${withoutExtensionFont}${text}`;
}

function clean(root: Document | DocumentFragment): void {
  for (const element of queryAll(root, neverShown)) Element.prototype.remove.call(element);
  for (const element of queryAll(root, goesElsewhere)) {
    removeAttributes(element, ['href', 'action', 'formaction', 'target', 'ping']);
  }
  for (const element of queryAll(root, 'svg a')) removeAttributes(element, ['xlink:href']);
  for (const element of queryAll(root, '[src], [srcset], [poster]')) keepOnlyInlined(element);
  // A shadow root of the page is a template until the copy is shown.
  for (const template of queryAll(root, 'template')) {
    if (template instanceof HTMLTemplateElement) clean(template.content);
  }
}

/** The policy would block anything outside the copy; this way it is not even requested. */
function keepOnlyInlined(element: Element): void {
  for (const name of ['src', 'poster']) {
    if (!/^\s*data:/i.test(attributeOf(element, name) ?? 'data:')) removeAttributes(element, [name]);
  }
  removeAttributes(element, ['srcset']);
}

function removeAttributes(element: Element, names: readonly string[]): void {
  for (const name of names) Element.prototype.removeAttribute.call(element, name);
}
