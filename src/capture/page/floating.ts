import type { PageChange } from '../../model/capture.ts';
import { nameOf, parentNodeOf, queryFirst, textContentOf } from '../../platforms/dom.ts';
import { chosenElement } from './chosen.ts';
import { boxOf, clientSize, documentSize, everyElement, holds, isInView, outerParentOf } from './layout.ts';
import { describe } from './naming.ts';
import type { PageSession } from './session.ts';
import { writeStyle } from './style.ts';

/** Written over an element that stays fixed in the window while the page is scrolled. */
const hidden = { visibility: 'hidden', opacity: '0', transition: 'none' } as const;
/** Written over one that sticks: it stays where it stands in the text, and so appears once. */
const unstuck = { position: 'relative', inset: 'auto', transition: 'none' } as const;

type Styled = HTMLElement | SVGElement;

/**
 * Hides what is fixed to the window and lets what sticks to its edge stand in its own place, so that neither
 * repeats in a joined image. Never the chosen post, what holds it, or what stands inside it. Each is named in
 * plain words; one that was treated before is left as it is and not named again.
 */
export function hideFloating(session: PageSession): PageChange[] {
  const post = chosenElement(session);
  const changes: PageChange[] = [];
  const found: { element: Styled; position: 'fixed' | 'sticky' }[] = [];
  for (const element of everyElement()) {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue;
    if (session.styles.has(element)) continue;
    const { position } = getComputedStyle(element);
    if (position === 'fixed' || position === 'sticky') found.push({ element, position });
  }
  for (const { element, position } of found) {
    const isPost = post !== undefined && (holds(element, post) || holds(post, element));
    if (isPost || isInside(element, session)) continue;
    const detail = position === 'fixed' ? hideFixed(element, session) : unstick(element, session);
    if (detail !== undefined) changes.push({ kind: position === 'fixed' ? 'hidden' : 'other', detail });
  }
  session.stillness.disown();
  return changes;
}

function isInside(element: Element, session: PageSession): boolean {
  for (let node = outerParentOf(element); node !== null; node = outerParentOf(node)) {
    const saved = session.styles.get(node as Styled);
    if (saved?.properties.some(({ name }) => name === 'visibility')) return true;
  }
  return false;
}

function hideFixed(element: Styled, session: PageSession): string | undefined {
  const style = getComputedStyle(element);
  if (!isInView(element) || /hidden|collapse/.test(style.visibility) || style.opacity === '0')
    return undefined;
  if (isBackdrop(element) || isWholePage(element)) return undefined;
  const detail = `Hid ${placeOf(element)} (${describe(element)}).`;
  writeStyle(session, element, hidden);
  return detail;
}

function unstick(element: Styled, session: PageSession): string | undefined {
  if (!hasArea(element) || isInScroller(element)) return undefined;
  const detail = `Let a bar that sticks to the window stand in its own place, so that it appears once (${describe(element)}).`;
  writeStyle(session, element, unstuck);
  return detail;
}

function hasArea(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 && height > 0;
}

/** Sticks to the edge of a box that is not scrolled while the page is recorded. */
function isInScroller(element: Element): boolean {
  for (let node = outerParentOf(element); node instanceof Element; node = outerParentOf(node)) {
    const name = nameOf(node);
    if (name === 'body' || name === 'html') return false;
    if (/auto|scroll|hidden/.test(getComputedStyle(node).overflowY)) return true;
  }
  return false;
}

/** Something behind or before the whole window that says nothing: a background, a shade. */
function isBackdrop(element: Element): boolean {
  return (
    share(element) > 0.9 &&
    textContentOf(element).trim() === '' &&
    queryFirst(element, 'img, video, canvas, svg, iframe') === undefined
  );
}

/** The page itself, on pages that keep everything in one fixed box and do not scroll. */
function isWholePage(element: Element): boolean {
  const isRoot = parentNodeOf(element) === null;
  return isRoot || (share(element) > 0.6 && documentSize().height <= clientSize().height + 1);
}

function share(element: Element): number {
  const { left, top, right, bottom } = boxOf(element);
  const client = clientSize();
  const width = Math.max(0, Math.min(right, client.width) - Math.max(left, 0));
  const height = Math.max(0, Math.min(bottom, client.height) - Math.max(top, 0));
  return (width * height) / (client.width * client.height);
}

function placeOf(element: Element): string {
  const { left, top, right, bottom, width } = boxOf(element);
  const client = clientSize();
  const isWide = width > client.width / 2;
  if (isWide && top <= 2) return 'a bar fixed to the top of the page';
  if (isWide && bottom >= client.height - 2) return 'a bar fixed to the bottom of the page';
  if (left <= 2 || right >= client.width - 2) return 'a box fixed to the side of the page';
  return 'a box fixed over the page';
}
