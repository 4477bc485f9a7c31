import { isElement, queryAll } from '../../../dom/tree.ts';
import type { Rect } from '../../../model/capture.ts';
import { boxOf, clientSize, outerParentOf, shadowOf } from '../layout.ts';

/** The document and every open shadow root in it. */
export type Roots = readonly (Document | ShadowRoot)[];

/** Walks the whole document once; cheap, because nothing is measured. */
export function openRoots(): Roots {
  const roots: (Document | ShadowRoot)[] = [document];
  // The list grows during the loop, because a shadow root may hold others.
  for (const root of roots) {
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf(element);
      if (shadow !== null) roots.push(shadow);
    }
  }
  return roots;
}

/**
 * The elements that match and whose box touches the window, in document order for each root. Ignores clipping by
 * scrolling ancestors; see {@link seenBox}. Chromium takes 7 µs per measured element, so keep the selector narrow.
 */
export function inWindow(roots: Roots, selector: string): Element[] {
  const { width, height } = clientSize();
  return roots
    .flatMap(root => queryAll(root, selector))
    .filter(element => {
      const box = boxOf(element);
      const isBox = box.width > 0 || box.height > 0 || isToCome(element);
      return isBox && box.bottom >= 0 && box.top <= height && box.right >= 0 && box.left <= width;
    });
}

/** Whether it is a picture that takes up no room until it has loaded, but does have a box. */
function isToCome(element: Element): boolean {
  if (!(element instanceof HTMLImageElement) || element.complete) return false;
  return Element.prototype.getClientRects.call(element).length > 0;
}

/**
 * The visible part of the element's box, after clipping by the window and its ancestors, in window coordinates. The box
 * counts as at least `least` CSS pixels wide and high. Undefined when nothing is visible.
 */
export function seenBox(element: Element, least = 0): Rect | undefined {
  const style = getComputedStyle(element);
  if (/hidden|collapse/.test(style.visibility)) return undefined;
  const { width, height } = clientSize();
  const { left, top, right, bottom } = boxOf(element);
  const box = { left, top, right: Math.max(right, left + least), bottom: Math.max(bottom, top + least) };
  let seen = overlap(box, { left: 0, top: 0, right: width, bottom: height });
  let { position } = style;
  for (let node = outerParentOf(element); node !== null && seen !== undefined; node = outerParentOf(node)) {
    if (!isElement(node)) continue;
    const outer = getComputedStyle(node);
    // Scrolling ancestors do not clip fixed elements, nor absolute ones that they do not position.
    const escapes = position === 'fixed' || (position === 'absolute' && outer.position === 'static');
    if (escapes && /^(?:none|)$/.test(outer.transform)) continue;
    if (/auto|scroll|hidden|clip/.test(`${outer.overflowX} ${outer.overflowY}`))
      seen = overlap(seen, boxOf(node));
    position = outer.position;
  }
  return seen && { x: seen.left, y: seen.top, width: seen.right - seen.left, height: seen.bottom - seen.top };
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlap(one: Edges, other: Edges): Edges | undefined {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}
