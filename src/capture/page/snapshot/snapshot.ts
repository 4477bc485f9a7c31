import type { PageChange } from '../../../model/capture.ts';
import { wellFormed } from '../../../model/well-formed.ts';
import { bodyOf, isElement, nameOf, rootOf } from '../../../platforms/dom.ts';
import { Copy } from './copy.ts';
import { attributeText } from './escape.ts';
import { addAdoptedSheets } from './styles.ts';
import { addNodes, openTag } from './walk.ts';

/** What the copy may do when it is opened: show inlined pictures, fonts and styles. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/**
 * The page as one HTML file: what it shows now, without anything that runs, loads, or belongs to the signed-in
 * person's session. Nothing goes over the network. `notes` say what was left out. Throws
 * `capture.page.too-large` beyond 40 million characters.
 */
export async function snapshot(): Promise<{ html: string; notes: PageChange[] }> {
  const copy = new Copy();
  const isQuirky = Reflect.get(Document.prototype, 'compatMode', document) === 'BackCompat';
  if (!isQuirky) copy.add('<!DOCTYPE html>');
  const root = rootOf(document);
  if (root !== null && nameOf(root) === 'html') addPage(copy, root);
  else addOther(copy, root);
  await copy.resources.gather();
  return { html: wellFormed(copy.write()), notes: copy.tally.notes() };
}

function addPage(copy: Copy, root: Element): void {
  const head = Reflect.get(Document.prototype, 'head', document);
  const body = bodyOf(document);
  openTag(copy, root, 'html');
  addHead(copy, head === null ? [] : childNodes(head));
  for (const child of childNodes(root)) {
    if (child === head || !isElement(child)) continue;
    if (child !== body) {
      addNodes(copy, [child]);
      continue;
    }
    openTag(copy, child, nameOf(child) === 'body' ? 'body' : 'div');
    addNodes(copy, childNodes(child));
    copy.add(nameOf(child) === 'body' ? '</body>' : '</div>');
  }
  copy.add('</html>');
}

/** A drawing or another kind of document, which browsers show without a page around it. */
function addOther(copy: Copy, root: Element | null): void {
  copy.add('<html>');
  addHead(copy, []);
  copy.add('<body>');
  addNodes(copy, root === null ? [] : [root]);
  copy.add('</body></html>');
}

function addHead(copy: Copy, nodes: readonly Node[]): void {
  copy.add(`<head><meta http-equiv="Content-Security-Policy"${attributeText('content', policy)}>`);
  copy.add('<meta charset="utf-8"><meta name="referrer" content="no-referrer">');
  addNodes(copy, nodes);
  addAdoptedSheets(copy, document);
  copy.add('</head>');
}

function childNodes(node: Node): Node[] {
  return Array.from(Reflect.get(Node.prototype, 'childNodes', node));
}
