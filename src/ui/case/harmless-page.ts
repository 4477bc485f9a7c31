/** Nothing is fetched: pictures, fonts and styles only from inside the copy itself. */
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
 * A kept copy of a page, made fit for a sandboxed frame: the policy stands before anything of the page, and
 * what could lead elsewhere is taken out. The kept file itself is not changed. Parsing here runs nothing and
 * loads nothing, since the document is never shown.
 */
export function harmlessPage(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(neverShown)) element.remove();
  for (const element of page.querySelectorAll(goesElsewhere)) {
    for (const name of ['href', 'action', 'formaction', 'target', 'ping']) element.removeAttribute(name);
  }
  for (const element of page.querySelectorAll('svg a')) element.removeAttribute('xlink:href');
  for (const element of page.querySelectorAll('[src], [srcset], [poster]')) keepOnlyInlined(element);
  const text = page.documentElement.outerHTML;
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">${text}`;
}

/** What stands outside the copy would be refused by the policy; it is not even asked for. */
function keepOnlyInlined(element: Element): void {
  for (const name of ['src', 'poster']) {
    if (!/^\s*data:/i.test(element.getAttribute(name) ?? 'data:')) element.removeAttribute(name);
  }
  element.removeAttribute('srcset');
}
