import { bodyOf, nameOf, rootOf } from '../../../dom/tree.ts';
import { clientSize } from '../layout.ts';

type Length = 'scrollLeft' | 'scrollTop' | 'scrollWidth' | 'scrollHeight' | 'clientWidth' | 'clientHeight';

/** What one axis of a scroller can reach: the smallest offset, the length of its content, and the current offset. */
export interface Reach {
  readonly least: number;
  readonly whole: number;
  readonly offset: number;
}

/** Whether the window scrolls this element: the root, and the body unless the root has an overflow of its own. */
export function isWindowScroller(element: Element): boolean {
  const name = nameOf(element);
  const root = rootOf(document);
  if (name === 'html') return element === root;
  if (name !== 'body' || element !== bodyOf(document) || root === null) return false;
  // The body's overflow is the window's, unless the root has one of its own (CSS Overflow 3, section 3.3).
  const { overflowX, overflowY } = getComputedStyle(root);
  return !isCut(overflowX) && !isCut(overflowY);
}

/** Whether this `overflow-x` or `overflow-y` clips content. */
export function isCut(overflow: string): boolean {
  return /auto|scroll|hidden|clip|overlay/.test(overflow);
}

/** The element whose lengths are those of the whole document. */
export function documentScroller(): Element | null {
  return Reflect.get(Document.prototype, 'scrollingElement', document) ?? rootOf(document);
}

/** The window's reach on both axes. What a page clips beside the window does not count. */
export function windowReach(): { x: Reach; y: Reach } {
  const element = documentScroller();
  const client = clientSize();
  const { x: scrollX, y: scrollY } = { x: window.scrollX, y: window.scrollY };
  if (element === null) {
    return {
      x: { least: scrollX, whole: client.width, offset: scrollX },
      y: { least: scrollY, whole: client.height, offset: scrollY },
    };
  }
  const flow = getComputedStyle(bodyOf(document) ?? element);
  const { overflowX, overflowY } = windowOverflow();
  const isUpright = !/^(?:vertical|sideways)/.test(flow.writingMode);
  const width = Math.max(client.width, lengthOf(element, 'scrollWidth'));
  const height = Math.max(client.height, lengthOf(element, 'scrollHeight'));
  return {
    x: reach(scrollX, width, client.width, isLeftward(flow), isUpright && isShut(overflowX)),
    y: reach(scrollY, height, client.height, isUpward(flow), !isUpright && isShut(overflowY)),
  };
}

/** An element's reach on both axes, in its own lengths. */
export function paneReach(pane: Element): { x: Reach; y: Reach } {
  const style = getComputedStyle(pane);
  const axis = (across: boolean, isNegative: boolean, overflow: string) =>
    reach(
      lengthOf(pane, across ? 'scrollLeft' : 'scrollTop'),
      lengthOf(pane, across ? 'scrollWidth' : 'scrollHeight'),
      lengthOf(pane, across ? 'clientWidth' : 'clientHeight'),
      isNegative,
      isShut(overflow),
    );
  return {
    x: axis(true, isLeftward(style), style.overflowX),
    y: axis(false, isUpward(style), style.overflowY),
  };
}

function reach(offset: number, whole: number, client: number, isNegative: boolean, isClosed: boolean): Reach {
  if (isClosed && Math.abs(offset) < 1) return { least: offset, whole: client, offset };
  // Where the style does not show it, a negative offset does.
  const least = isNegative || offset < -0.5 ? -(whole - client) : 0;
  return { least: Math.min(least, 0), whole: Math.max(whole, client), offset };
}

function isShut(overflow: string): boolean {
  return /hidden|clip/.test(overflow);
}

function windowOverflow(): { overflowX: string; overflowY: string } {
  const root = rootOf(document);
  const body = bodyOf(document);
  const own = root === null ? undefined : getComputedStyle(root);
  const isOwn = own !== undefined && (isCut(own.overflowX) || isCut(own.overflowY));
  const style = isOwn || body === null ? own : getComputedStyle(body);
  return { overflowX: style?.overflowX ?? 'visible', overflowY: style?.overflowY ?? 'visible' };
}

/** Whether overflow extends to the left, so that offsets are negative (CSSOM View, "scrolling area"). */
function isLeftward(style: CSSStyleDeclaration): boolean {
  const mode = style.writingMode;
  const isVertical = /^(?:vertical|sideways)/.test(mode);
  const inline = style.direction === 'rtl';
  const block = /^(?:vertical-rl|sideways-rl)$/.test(mode);
  return flexed(style, isVertical ? 'column' : 'row', isVertical ? block : inline);
}

function isUpward(style: CSSStyleDeclaration): boolean {
  const mode = style.writingMode;
  const isVertical = /^(?:vertical|sideways)/.test(mode);
  const inline = (style.direction === 'rtl') !== (mode === 'sideways-lr');
  return flexed(style, isVertical ? 'row' : 'column', isVertical && inline);
}

/** Whether overflow extends backwards; a reversed flex box swaps the direction. */
function flexed({ display, flexDirection }: CSSStyleDeclaration, axis: string, isBackward: boolean): boolean {
  const isReversed = /flex/.test(display) && flexDirection === `${axis}-reverse`;
  return isReversed ? !isBackward : isBackward;
}

/** Whether a person can scroll the element's content by more than a CSS pixel. */
export function isPane(element: Element): boolean {
  if (isWindowScroller(element) || /^(?:textarea|select|input)$/.test(nameOf(element))) return false;
  const beside = lengthOf(element, 'scrollWidth') - lengthOf(element, 'clientWidth') > 1;
  const below = lengthOf(element, 'scrollHeight') - lengthOf(element, 'clientHeight') > 1;
  if (!beside && !below) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return (beside && canScroll(element, overflowX)) || (below && canScroll(element, overflowY));
}

/** Also true for `overflow: hidden` that a script has scrolled, as pages with their own scroll bars do. */
function canScroll(element: Element, overflow: string): boolean {
  if (/auto|scroll|overlay/.test(overflow)) return true;
  return (
    overflow === 'hidden' && (lengthOf(element, 'scrollTop') !== 0 || lengthOf(element, 'scrollLeft') !== 0)
  );
}

export function lengthOf(element: Element, name: Length): number {
  return Reflect.get(Element.prototype, name, element);
}
