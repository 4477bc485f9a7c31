import { attributeOf, bodyOf, nameOf, rootOf } from '../../../dom/tree.ts';
import { boxOf } from '../layout.ts';
import { areaOf, type Box, centreOf, common, includes, meet, pointsOver } from './box.ts';
import { isInTopLayer, isModal, shownPart, windowBox } from './clipping.ts';
import { elementsIn, flatElements, holds, lineOf, topAt } from './flat-tree.ts';
import { isGrounded, isPainted, isReplaced, isShown, ownText } from './paint.ts';

/** A fixed box below this share of the window is a button or a note; a declared dialog may be smaller. */
const leastShare = { fixed: 0.04, declared: 0.01 } as const;

/**
 * What lies in front of the page as a dialog does: over the window's middle or most of it, over other content, and with
 * content of its own. Undefined where the page itself is in front, including a page inside one fixed box.
 */
export function dialogInFront(): Element | undefined {
  const view = windowBox();
  const area = areaOf(view);
  if (area <= 0) return undefined;
  const all = hitsOver(view);
  const middle = topAt(centreOf(view).x, centreOf(view).y);
  for (const candidate of candidatesIn([...(middle === undefined ? [] : [middle]), ...all])) {
    const hits = all.filter(hit => holds(candidate, hit)).length;
    const isInFront = hits * 2 > all.length || (middle !== undefined && holds(candidate, middle));
    if (!isInFront || !isLarge(candidate, area)) continue;
    const card = cardOf(candidate);
    if (!hasContent(candidate)) continue;
    if (isModal(candidate) || isOverContent(candidate, shownPart(candidate, boxOf(candidate)))) return card;
  }
  return undefined;
}

function hitsOver(view: Box): Element[] {
  const step = Math.max(view.right - view.left, view.bottom - view.top) / 8;
  return pointsOver(view, step).flatMap(({ x, y }) => topAt(x, y) ?? []);
}

/** Possible dialogs among these elements and their ancestors, innermost first. */
function candidatesIn(hits: readonly Element[]): Set<Element> {
  const candidates = new Set<Element>();
  for (const hit of new Set(hits)) {
    for (const element of lineOf(hit)) if (mayBeDialog(element)) candidates.add(element);
  }
  return candidates;
}

function mayBeDialog(element: Element): boolean {
  if (element === rootOf(document) || element === bodyOf(document)) return false;
  return isDeclared(element) || getComputedStyle(element).position === 'fixed';
}

function isDeclared(element: Element): boolean {
  if (/^(?:alert)?dialog$/.test(attributeOf(element, 'role') ?? '')) return true;
  if (attributeOf(element, 'aria-modal') === 'true') return true;
  return (
    (nameOf(element) === 'dialog' && attributeOf(element, 'open') !== undefined) || isInTopLayer(element)
  );
}

function isLarge(element: Element, area: number): boolean {
  const share = areaOf(shownPart(element, boxOf(element))) / area;
  return share >= (isDeclared(element) ? leastShare.declared : leastShare.fixed);
}

/** The dialog without its backdrop: follows single children to the first with a background, edge or text. */
function cardOf(element: Element): Element {
  let card = element;
  for (let depth = 0; depth < 20; depth += 1) {
    const [only, ...others] = visibleChildren(card);
    if (isGrounded(getComputedStyle(card)) || only === undefined || others.length > 0 || ownText(card) !== '')
      return card;
    card = only;
  }
  return card;
}

function visibleChildren(element: Element): Element[] {
  const children: Element[] = Array.from(Reflect.get(Element.prototype, 'children', element));
  return children.filter(child => areaOf(boxOf(child)) > 0 && isShown(child));
}

/** Whether it has visible words or a visible picture. */
function hasContent(element: Element): boolean {
  return [element, ...elementsIn(element)].some(
    inner => (isReplaced(inner) || ownText(inner) !== '') && areaOf(boxOf(inner)) > 0 && isShown(inner),
  );
}

/** Whether words or a picture from outside it lie beneath it. */
function isOverContent(element: Element, box: Box): boolean {
  return flatElements().some(other => {
    if (ownText(other) === '' && !isReplaced(other)) return false;
    const beneath = common(boxOf(other), box);
    if (!meet(boxOf(other), box) || holds(element, other)) return false;
    if (!isShown(other) || !isPainted(other)) return false;
    if (getComputedStyle(other).pointerEvents === 'none') return false;
    const { x, y } = centreOf(beneath);
    const top = topAt(x, y);
    return top !== undefined && includes(box, { x, y }) && holds(element, top);
  });
}
