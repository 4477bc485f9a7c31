import {
  bodyOf,
  isElement,
  nameOf,
  nodeTypeOf,
  queryFirst,
  rootOf,
  textContentOf,
} from '../../../dom/tree.ts';
import type { PageAnswer } from '../../../messaging/page-protocol.ts';
import { wellFormed } from '../../../model/well-formed.ts';
import { Copy } from './copy.ts';
import { fateOf } from './elements.ts';
import { attributeText } from './escape.ts';
import { listParts, wordsDigest } from './parts.ts';
import { addAdoptedSheets } from './styles.ts';
import { substituteRules } from './substitutes.ts';
import { addNodes, openTag } from './walk.ts';

/** What the copy may do when it is opened: show inlined pictures, fonts and styles. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/**
 * The page as one HTML file: what it shows now, without anything that runs, loads, or belongs to the signed-in person's
 * session; and, for comparing, what the page shows and where. Both are read in one task. Nothing goes over the network.
 * `notes` say what was left out. Throws `capture.page.too-large` beyond 40 million characters.
 */
export async function snapshot(): Promise<PageAnswer<'snapshot'>> {
  const address = window.location.href;
  const shown = listParts(window);
  const isQuirky = Reflect.get(Document.prototype, 'compatMode', document) === 'BackCompat';
  const copy = new Copy(isQuirky);
  if (!isQuirky) copy.add('<!DOCTYPE html>');
  copy.enter(document);
  const root = rootOf(document);
  if (root !== null && nameOf(root) === 'html') addPage(copy, root);
  else addOther(copy, root);
  copy.states.read();
  await copy.resources.gather();
  const html = wellFormed(copy.write());
  return {
    html,
    notes: copy.tally.notes(),
    address,
    words: wordsDigest(shown),
    shown,
    unread: copy.tally.unread(),
  };
}

function addPage(copy: Copy, root: Element): void {
  const head = Reflect.get(Document.prototype, 'head', document);
  const body = bodyOf(document);
  openTag(copy, root, 'html');
  const hasSheetsBelow = body !== null && queryFirst(body, 'style, link') !== undefined;
  addHead(copy, head === null ? [] : childNodes(head), !hasSheetsBelow);
  copy.keepsPlaces = true;
  for (const child of childNodes(root)) {
    if (child === head || !isElement(child)) continue;
    if (child !== body) {
      addNodes(copy, [child]);
      continue;
    }
    addBody(copy, child, hasSheetsBelow);
  }
  copy.add('</html>');
}

function addBody(copy: Copy, body: Element, hasSheets: boolean): void {
  const name = nameOf(body) === 'body' ? 'body' : 'div';
  openTag(copy, body, name);
  addNodes(copy, childNodes(body));
  // Adopted sheets come after all others in the cascade.
  if (hasSheets) addAdoptedSheets(copy, document);
  copy.add(`</${name}>`);
}

/** Adds an SVG or another kind of document, which browsers show without a page around it. */
function addOther(copy: Copy, root: Element | null): void {
  copy.add('<html>');
  addHead(copy, [], true);
  copy.add('<body>');
  addNodes(copy, root === null ? [] : [root]);
  copy.add('</body></html>');
}

function addHead(copy: Copy, nodes: readonly Node[], withAdopted: boolean): void {
  copy.add(`<head><meta http-equiv="Content-Security-Policy"${attributeText('content', policy)}>`);
  copy.add('<meta charset="utf-8"><meta name="referrer" content="no-referrer">');
  copy.add(() => {
    const rules = substituteRules(copy.renamed);
    return rules === '' ? '' : `<style>${rules}</style>`;
  });
  for (const node of nodes) {
    if (staysInHead(node)) addNodes(copy, [node]);
    else copy.tally.add('head');
  }
  if (withAdopted) addAdoptedSheets(copy, document);
  copy.add('</head>');
}

/** Whether a parser would keep this in the head. Anything else would begin the body early (HTML, 13.2.6.4.4). */
function staysInHead(node: Node): boolean {
  if (!isElement(node)) return nodeTypeOf(node) === 8 || !/\S/.test(textContentOf(node));
  const fate = fateOf(node);
  return fate === 'drop' || fate === 'style' || /^(?:title|meta)$/.test(nameOf(node));
}

function childNodes(node: Node): Node[] {
  return Array.from(Reflect.get(Node.prototype, 'childNodes', node));
}
