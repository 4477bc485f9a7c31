import { bodyOf, isConnected, nameOf, rootOf } from '../../../dom/tree.ts';
import type { PageChange, Rect } from '../../../model/capture.ts';
import { boxOf, clientSize } from '../layout.ts';
import { describe } from '../naming.ts';
import type { Aim, PageSession } from '../session.ts';
import { releaseStyle, writeStyle } from '../style.ts';
import { areaOf, type Box, common, meet, pointsOver, rectOf } from './box.ts';
import { windowBox } from './clipping.ts';
import { type Drawn, hideDrawn } from './drawn.ts';
import { elementsIn, holds, topAt } from './flat-tree.ts';
import { isFilled, isShown, ownText } from './paint.ts';
import { placingOf } from './placing.ts';
import { hasLeft, type Sight, type Step } from './sight.ts';

/** Written over a fixed element. */
const hidden = { visibility: 'hidden', opacity: '0', transition: 'none' } as const;
/** Written over a sticky element, so that it stays in its place in the flow and appears once. */
const unstuck = { position: 'relative', inset: 'auto', transition: 'none' } as const;

/** What fills more than this share of the view is the page itself. */
const mainShare = 0.6;

export interface Treated {
  readonly changes: PageChange[];
  /** Boxes of what was hidden, in the window, before it was hidden. */
  readonly still: Rect[];
}

type Styled = HTMLElement | SVGElement;

/**
 * Hides what stood still over the target while its content moved, and puts sticky elements in their place in the flow.
 * Never treats the target, its ancestors, a dialog in front (`spared`), or what fills most of the view. Each element is
 * named once. What was hidden before and no longer stays in place is shown again.
 */
export function treat(
  session: PageSession,
  aim: Aim,
  step: Step,
  before: Sight,
  now: Sight,
  spared: Element | undefined,
): Treated {
  const treated: Treated = { changes: [], still: [] };
  for (const element of session.treated) {
    if (isHidden(session, element) && hasLeft(element, before, step)) showAgain(session, element, treated);
  }
  for (const { element, before: box, now: place } of step.apart) {
    const lies = meet(box, before.port) || meet(place, now.port);
    if (!lies || !mayTreat(session, aim, element, spared)) continue;
    const styled = element as Styled;
    if (getComputedStyle(element).position === 'sticky') unstick(session, styled, box, place, treated);
    else hide(session, aim, styled, place, treated);
  }
  for (const drawn of step.drawn) unpaint(session, drawn, now, treated);
  letBackgroundsMove(session, now, treated);
  session.stillness.disown();
  return treated;
}

function mayTreat(session: PageSession, aim: Aim, element: Element, spared: Element | undefined): boolean {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false;
  if (session.treated.has(element) || !isConnected(element)) return false;
  if (element === rootOf(document) || element === bodyOf(document)) return false;
  if (holds(element, aim.element) && aim.kind !== 'document') return false;
  if (spared !== undefined && (holds(element, spared) || holds(spared, element))) return false;
  return isShown(element) || holdsShown(element);
}

function holdsShown(element: Element): boolean {
  return elementsIn(element).some(isShown);
}

function unstick(session: PageSession, element: Styled, before: Box, now: Box, treated: Treated): void {
  const detail = `Let a bar that sticks to the window stand in its own place, so that it appears once (${describe(element)}).`;
  session.treated.add(element);
  writeStyle(session, element, { ...unstuck, ...keptSize(before, now) });
  treated.changes.push({ kind: 'other', detail });
}

/** Keeps the original height of a bar that shrinks on scrolling, so that what follows it does not jump. */
function keptSize(before: Box, now: Box): Readonly<Record<string, string>> {
  const height = before.bottom - before.top;
  if (Math.abs(height - (now.bottom - now.top)) <= 0.5) return {};
  const length = `${height}px`;
  return { 'box-sizing': 'border-box', height: length, 'min-height': length, 'max-height': length };
}

function hide(session: PageSession, aim: Aim, element: Styled, place: Box, treated: Treated): void {
  const view = windowBox();
  const isLarge = areaOf(common(place, view)) > areaOf(view) * mainShare;
  if (isLarge && isMain(element, view)) return;
  const detail = describe(element);
  session.treated.add(element);
  if (isLarge && isGround(element) && coverAll(session, aim, element)) {
    treated.changes.push({
      kind: 'other',
      detail: `Let a background that stands still in the window lie behind all of the page (${detail}).`,
    });
    return;
  }
  treated.changes.push({ kind: 'hidden', detail: `Hid ${placeInWords(place)} (${detail}).` });
  treated.still.push(rectOf(place));
  writeStyle(session, element, hidden);
  for (const inner of elementsIn(element)) hideInner(session, inner);
}

function isHidden(session: PageSession, element: Element): element is Styled {
  return session.styles.get(element as Styled)?.wanted['visibility'] === hidden.visibility;
}

function showAgain(session: PageSession, element: Styled, treated: Treated): void {
  // What stays in place by itself within it remains hidden.
  const inner = elementsIn(element).filter(each => !session.treated.has(each));
  for (const each of [element, ...inner]) {
    if (isHidden(session, each) && !releaseStyle(session, each)) return;
  }
  session.treated.delete(element);
  const detail = `Showed again, before its picture was taken, what had been hidden and then moved with the page (${describe(element)}).`;
  treated.changes.push({ kind: 'other', detail });
}

/** Hides a descendant whose own `visibility: visible` would show through a hidden ancestor. */
function hideInner(session: PageSession, inner: Element): void {
  if (!(inner instanceof HTMLElement || inner instanceof SVGElement)) return;
  if (getComputedStyle(inner).visibility !== 'visible') return;
  writeStyle(session, inner, { visibility: 'hidden' });
}

function unpaint(session: PageSession, drawn: Drawn, now: Sight, treated: Treated): void {
  if (!meet(drawn.box, now.port)) return;
  const hiding = hideDrawn(drawn);
  hiding.id = session.mark.worn();
  session.unpainted.push(hiding);
  const where = drawn.name === '::before' ? 'before' : 'after';
  const detail = `${placeInWords(drawn.box)} (what the style draws ${where} ${describe(drawn.element)})`;
  treated.changes.push({ kind: 'hidden', detail: `Hid ${detail}.` });
  treated.still.push(rectOf(drawn.box));
}

/** Whether the element is topmost at most points, and so is the page itself. */
function isMain(element: Element, view: Box): boolean {
  const points = pointsOver(view, Math.max(view.right - view.left, view.bottom - view.top) / 8);
  const hits = points.filter(({ x, y }) => {
    const top = topAt(x, y);
    return top !== undefined && holds(element, top);
  });
  const says = (inner: Element) => ownText(inner) !== '' || shows.test(nameOf(inner));
  const saysSomething = [element, ...elementsIn(element)].some(inner => says(inner) && isShown(inner));
  return saysSomething && hits.length > points.length * mainShare;
}

/** Elements with content besides words. A picture alone may be only a background. */
const shows = /^(?:video|canvas|iframe|object|embed)$/;

/** Whether it is a background without words. */
function isGround(element: Element): boolean {
  return ![element, ...elementsIn(element)].some(inner => ownText(inner) !== '');
}

/** Lays a background out over the whole document. False when the result does not cover exactly the document. */
function coverAll(session: PageSession, aim: Aim, element: Styled): boolean {
  if (aim.kind !== 'document' || session.styles.has(element)) return false;
  const { origin, whole } = placingOf(aim);
  const size = { width: `${whole.width}px`, height: `${whole.height}px` };
  const free = { 'max-width': 'none', 'max-height': 'none', transition: 'none' };
  const edges = { top: '0', left: '0', right: 'auto', bottom: 'auto' };
  writeStyle(session, element, { position: 'absolute', ...edges, ...size, ...free });
  const box = boxOf(element);
  const isWhole =
    Math.abs(box.left - origin.x) < 1 &&
    Math.abs(box.top - origin.y) < 1 &&
    Math.abs(box.width - whole.width) < 1 &&
    Math.abs(box.height - whole.height) < 1;
  return isWhole && Math.abs(placingOf(aim).whole.height - whole.height) < 1;
}

/** Makes backgrounds that are fixed to the window scroll with their elements. */
function letBackgroundsMove(session: PageSession, now: Sight, treated: Treated): void {
  const view = windowBox();
  for (const [element, { box }] of now.seen) {
    if (!(element instanceof HTMLElement) || session.grounds.has(element)) continue;
    if (areaOf(common(box, view)) < areaOf(view) / 50) continue;
    const style = getComputedStyle(element);
    if (!/fixed/.test(style.backgroundAttachment ?? '') || !isFilled(style)) continue;
    session.grounds.add(element);
    writeStyle(session, element, { 'background-attachment': 'scroll' });
    const detail = `Let a background that stands still in the window move with the page (${describe(element)}).`;
    treated.changes.push({ kind: 'other', detail });
  }
}

/** The place in the window in words: `a bar fixed to the top of the page`. */
function placeInWords({ left, top, right, bottom }: Box): string {
  const client = clientSize();
  const isWide = right - left > client.width / 2;
  if (isWide && top <= 2) return 'a bar fixed to the top of the page';
  if (isWide && bottom >= client.height - 2) return 'a bar fixed to the bottom of the page';
  if (left <= 2 || right >= client.width - 2) return 'a box fixed to the side of the page';
  return 'a box fixed over the page';
}
