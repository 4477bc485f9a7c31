import { nameOf } from '../../../dom/tree.ts';
import { boxOf, clientSize } from '../layout.ts';
import { type Box, common } from './box.ts';
import { flatParentOf } from './flat-tree.ts';
import { isCut, isWindowScroller } from './scroller.ts';

/** The part of the window that is visible now: without scroll bars, and within any pinch zoom. */
export function windowBox(): Box {
  const { width, height } = clientSize();
  const client = { left: 0, top: 0, right: width, bottom: height };
  const seen = window.visualViewport ?? undefined;
  if (seen === undefined || !(seen.width > 0 && seen.height > 0)) return client;
  const { offsetLeft: left, offsetTop: top } = seen;
  return common(client, { left, top, right: left + seen.width, bottom: top + seen.height });
}

/** The ancestors in layout that can clip or move the element, innermost first. Stops at the top layer. */
export function containersOf(element: Element): Element[] {
  const containers: Element[] = [];
  let { position } = getComputedStyle(element);
  if (isInTopLayer(element)) return containers;
  for (let node = flatParentOf(element); node !== null; node = flatParentOf(node)) {
    const style = getComputedStyle(node);
    if (!contains(style, position)) continue;
    containers.push(node);
    if (isInTopLayer(node)) return containers;
    position = style.position;
  }
  return containers;
}

/** Whether the element stays in its place when the window scrolls. */
export function isFixedToWindow(element: Element): boolean {
  return getComputedStyle(containersOf(element).at(-1) ?? element).position === 'fixed';
}

/** The part of `box`, which lies where the element does, that neither the window nor any container clips. */
export function shownPart(element: Element, box: Box): Box {
  let part = common(box, windowBox());
  for (const container of containersOf(element)) part = clipped(part, container);
  return part;
}

function clipped(part: Box, container: Element): Box {
  const style = getComputedStyle(container);
  const isPage = isWindowScroller(container);
  const paints = !isPage && /paint|strict|content/.test(style.contain ?? '');
  const inX = !isPage && isCut(style.overflowX);
  const inY = !isPage && isCut(style.overflowY);
  let left = part;
  if (inX || inY || paints) {
    const inner = innerBox(container);
    left = common(left, {
      left: inX || paints ? inner.left : part.left,
      right: inX || paints ? inner.right : part.right,
      top: inY || paints ? inner.top : part.top,
      bottom: inY || paints ? inner.bottom : part.bottom,
    });
  }
  const inset = insetOf(style.clipPath ?? '', boxOf(container));
  return inset === undefined ? left : common(left, inset);
}

/** The element's box inside its borders and scroll bars, where its scrolled content is visible. */
export function innerBox(element: Element): Box {
  const outer = boxOf(element);
  const read = (name: 'clientLeft' | 'clientTop' | 'clientWidth' | 'clientHeight'): number =>
    Reflect.get(Element.prototype, name, element);
  const scale = scaleOf(element, outer);
  const left = outer.left + read('clientLeft') * scale.x;
  const top = outer.top + read('clientTop') * scale.y;
  return {
    left,
    top,
    right: Math.min(outer.right, left + read('clientWidth') * scale.x),
    bottom: Math.min(outer.bottom, top + read('clientHeight') * scale.y),
  };
}

/** The factor by which a transform scales the element; 1 when none does. */
export function scaleOf(element: Element, outer: DOMRect = boxOf(element)): { x: number; y: number } {
  if (!(element instanceof HTMLElement)) return { x: 1, y: 1 };
  const width = Reflect.get(HTMLElement.prototype, 'offsetWidth', element);
  const height = Reflect.get(HTMLElement.prototype, 'offsetHeight', element);
  const ratio = (drawn: number, own: number) => (own > 0 && Math.abs(drawn - own) > 1 ? drawn / own : 1);
  return { x: ratio(outer.width, width), y: ratio(outer.height, height) };
}

/** Whether this ancestor is the containing block for this position (CSS Positioned Layout 3, section 2.1). */
function contains(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'fixed' && position !== 'absolute') return true;
  const isForAll =
    [style.transform, style.perspective, style.filter, style.backdropFilter, style.translate, style.scale]
      .concat(style.rotate)
      .some(value => value !== undefined && !/^(?:none|)$/.test(value)) ||
    /paint|layout|strict|content/.test(style.contain ?? '') ||
    /transform|perspective|filter|translate|scale|rotate/.test(style.willChange ?? '');
  return isForAll || (position === 'absolute' && style.position !== 'static');
}

/** Whether the browser draws the element above the whole page: an open modal dialog or popover, or full screen. */
export function isInTopLayer(element: Element): boolean {
  if (nameOf(element) === 'html') return false;
  return [':modal', ':popover-open', ':fullscreen'].some(selector => matchesSafely(element, selector));
}

/** Whether everything behind the element is out of reach: a modal dialog, or full screen. */
export function isModal(element: Element): boolean {
  return nameOf(element) !== 'html' && matchesSafely(element, ':modal');
}

function matchesSafely(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    // A browser that does not know the selector has no such elements.
    return false;
  }
}

/** The box that `clip-path: inset(…)` leaves; undefined for none and for other shapes. */
function insetOf(clipPath: string, box: DOMRect): Box | undefined {
  const sides = /^inset\(([^)]*?)(?:\s+round\s[^)]*)?\)/.exec(clipPath)?.[1]?.trim().split(/\s+/);
  if (sides === undefined) return undefined;
  const [top = '0', right = top, bottom = top, left = right] = sides;
  const length = (text: string, whole: number) =>
    (parseFloat(text) || 0) * (text.endsWith('%') ? whole / 100 : 1);
  return {
    left: box.left + length(left, box.width),
    top: box.top + length(top, box.height),
    right: box.right - length(right, box.width),
    bottom: box.bottom - length(bottom, box.height),
  };
}
