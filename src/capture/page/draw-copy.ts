import { attributeOf, queryAll, rootOf } from '../../dom/tree.ts';
import type { VisibleParts } from '../../messaging/page-protocol.ts';
import { withoutExtensionFont } from '../../model/extension-font.ts';
import { shadowOf } from './layout.ts';
import { listParts } from './snapshot/parts.ts';
import { scrollAttribute } from './snapshot/selectors.ts';

/** How long a copy may take to load with its inlined pictures and fonts, in milliseconds. */
const loadLimitMs = 15_000;

/**
 * Draws a copy once in a frame of this document that runs and loads nothing, through a window like the page's, and
 * lists what it shows. Throws an Error that says why it could not be drawn.
 */
export async function drawCopy(html: string, view: VisibleParts['view']): Promise<VisibleParts> {
  const drawn = html.replace('<head>', head => head + withoutExtensionFont);
  const address = URL.createObjectURL(new Blob([drawn], { type: 'text/html;charset=utf-8' }));
  const frame = document.createElement('iframe');
  // Same origin, so that it can be read; no scripts, forms, popups or navigation.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `position:fixed;left:0;top:0;border:0;width:${view.width}px;height:${view.height}px;zoom:${view.devicePixelRatio / window.devicePixelRatio}`;
  try {
    await loaded(frame, address);
    const shown = frame.contentWindow;
    if (shown === null || frame.contentDocument === null) throw new Error('the browser gave no frame');
    drawAll(frame.contentDocument);
    await standStill(frame.contentDocument);
    scrollAsPage(frame.contentDocument, shown, view);
    return listParts(shown);
  } finally {
    frame.remove();
    URL.revokeObjectURL(address);
  }
}

function loaded(frame: HTMLIFrameElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it took too long')), loadLimitMs);
    frame.addEventListener('load', () => {
      clearTimeout(late);
      resolve();
    });
    frame.src = address;
    document.body.append(frame);
  });
}

/** Shows what `content-visibility` skips: the page's reader has seen it, but a hidden frame would skip all of it. */
function drawAll(copy: Document): void {
  const style = Document.prototype.createElement.call(copy, 'style');
  style.textContent = '*{content-visibility:visible!important}';
  Node.prototype.appendChild.call(rootOf(copy) ?? copy, style);
}

/** Waits for fonts and finishes animations that end, as they would for a reader a moment later. */
async function standStill(copy: Document): Promise<void> {
  // A page may name elements after properties of the document, and its copy has those elements too.
  const root: Element | null = Reflect.get(Document.prototype, 'documentElement', copy);
  root?.getBoundingClientRect();
  const fonts: FontFaceSet = Reflect.get(Document.prototype, 'fonts', copy);
  await fonts.ready;
  for (const animation of Document.prototype.getAnimations.call(copy)) {
    try {
      animation.finish();
    } catch {
      // An animation without an end cannot be finished.
    }
  }
}

function scrollAsPage(copy: Document, window: Window, view: VisibleParts['view']): void {
  const trees: (Document | ShadowRoot)[] = [copy];
  for (let tree = trees.pop(); tree !== undefined; tree = trees.pop()) {
    for (const element of queryAll(tree, '*')) {
      const shadow = shadowOf(element);
      if (shadow !== null) trees.push(shadow);
      const scrolled = attributeOf(element, scrollAttribute);
      if (scrolled !== undefined) scrollElement(element, scrolled);
    }
  }
  window.scrollTo({ left: view.x, top: view.y, behavior: 'instant' });
}

function scrollElement(element: Element, scrolled: string): void {
  const [left = 0, top = 0] = scrolled.split(' ').map(Number);
  Reflect.set(Element.prototype, 'scrollLeft', left, element);
  Reflect.set(Element.prototype, 'scrollTop', top, element);
}
