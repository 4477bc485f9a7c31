import { nameOf, parentOf, rootOf } from '../tree.ts';
import { type Box, boxOf, common, everywhere, isEmpty, nowhere } from './box.ts';
import { clipBox, clipPathBox, type Shape } from './clip-shape.ts';
import { isSet, type Layer, layerOf, levels, withLayer } from './paint-order.ts';

/** The effect of a node's ancestors: how much of it is visible, and where it is placed. */
export interface Surroundings {
  /** Whether nothing inside is visible. */
  readonly isGone: boolean;
  readonly opacity: number;
  /** Blur in pixels. */
  readonly blur: number;
  /** The visible area for content in the flow, for absolute and for fixed positioning. */
  readonly clip: Clip;
  readonly absoluteClip: Clip;
  readonly fixedClip: Clip;
  /** Whether it keeps its place in the window while the page scrolls. */
  readonly isStill: boolean;
  readonly layers: readonly Layer[];
  readonly inColumns: boolean;
  /** Whether a clipping shape around it was not understood. */
  readonly isDoubtful: boolean;
  /** The accumulated 3D transform. */
  readonly turn: DOMMatrix | undefined;
  /** Whether its children are flex or grid items. */
  readonly hasItems: boolean;
  /** Where a line is cut short by an ellipsis. */
  readonly ellipsis: Ellipsis | undefined;
  /** Whether words are painted with an ancestor's background. */
  readonly isPainted: boolean;
}

/** The area that is visible, also after scrolling panes; with the panes it is seen through, at their current place. */
export interface Clip extends Box {
  readonly panes: readonly Box[];
}

/** Where a line is cut short: beyond `limit` only the ellipsis is visible. */
export interface Ellipsis {
  readonly limit: number;
  readonly isFromRight: boolean;
  isMarked: boolean;
}

/** The surroundings of the document itself. */
export function outermost(document: Document, hasLayout: boolean): Surroundings {
  const area = { ...(hasLayout ? reachable(document) : everywhere), panes: [] };
  const { innerWidth: right, innerHeight: bottom } = windowOf(document);
  const view = hasLayout ? { left: 0, top: 0, right, bottom, panes: [] } : area;
  return {
    isGone: false,
    opacity: 1,
    blur: 0,
    clip: area,
    absoluteClip: area,
    fixedClip: view,
    isStill: false,
    layers: [],
    inColumns: false,
    isDoubtful: false,
    turn: undefined,
    hasItems: false,
    ellipsis: undefined,
    isPainted: false,
  };
}

/** The window that shows the document, which for a frame is the frame's. */
function windowOf(document: Document): Window {
  return Reflect.get(Document.prototype, 'defaultView', document) ?? window;
}

/** The whole document's area at its current place in the window; nobody can scroll beyond it. */
function reachable(document: Document): Box {
  const root = rootOf(document);
  if (root === null) return everywhere;
  const width: number = Reflect.get(Element.prototype, 'scrollWidth', root);
  const height: number = Reflect.get(Element.prototype, 'scrollHeight', root);
  const client: number = Reflect.get(Element.prototype, 'clientWidth', root);
  const { direction, writingMode } = getComputedStyle(root);
  const isFromRight = direction === 'rtl' || writingMode === 'vertical-rl';
  const { scrollX, scrollY, innerWidth, innerHeight } = windowOf(document);
  const left = (isFromRight ? client - width : 0) - scrollX;
  const top = -scrollY;
  const view = { width: innerWidth, height: innerHeight };
  return {
    left: Math.min(left, 0),
    top,
    right: Math.max(left + width, view.width - scrollX, left),
    bottom: Math.max(top + height, top + view.height),
  };
}

/** The surroundings of the element's content. */
export function within(
  element: Element,
  style: CSSStyleDeclaration,
  outer: Surroundings,
  place: { readonly order: number; readonly hasLayout: boolean; readonly isOurs: boolean },
): Surroundings {
  const { hasLayout } = place;
  const opacity = outer.opacity * (place.isOurs ? 1 : opacityOf(style));
  const turn = hasLayout ? turnOf(style, outer) : undefined;
  const isGone =
    outer.isGone ||
    style.display === 'none' ||
    opacity < leastOpacity ||
    style.contentVisibility === 'hidden' ||
    (turn !== undefined && turn.m33 < 0 && style.backfaceVisibility === 'hidden');
  if (isGone) return { ...outer, isGone };
  const clips = hasLayout ? clipsWithin(element, style, outer) : outer;
  const layer = layerOf(style, outer.hasItems, place.order);
  return {
    ...outer,
    ...clips,
    opacity,
    blur: outer.blur + blurOf(style.filter),
    isStill: outer.isStill || style.position === 'fixed' || style.position === 'sticky',
    layers: layer === undefined ? outer.layers : withLayer(outer.layers, layer),
    inColumns: outer.inColumns || isColumned(style),
    turn: style.transformStyle === 'preserve-3d' ? turn : undefined,
    hasItems: /(?:flex|grid)$/.test(style.display) || (outer.hasItems && style.display === 'contents'),
    isPainted: outer.isPainted || /text/.test(style.backgroundClip ?? ''),
  };
}

/** Anything less opaque than this counts as invisible. */
export const leastOpacity = 0.05;

function opacityOf(style: CSSStyleDeclaration): number {
  const own = style.opacity === '' || style.opacity === undefined ? 1 : Number(style.opacity);
  const filtered = /opacity\(([\d.]+)(%?)\)/.exec(style.filter ?? '');
  if (filtered === null) return own;
  return (own * Number(filtered[1])) / (filtered[2] === '%' ? 100 : 1);
}

function blurOf(filter: string | undefined): number {
  return Number(/blur\(([\d.]+)px\)/.exec(filter ?? '')?.[1] ?? 0);
}

function isColumned(style: CSSStyleDeclaration): boolean {
  return /^\d+$/.test(style.columnCount) || /px$/.test(style.columnWidth);
}

function turnOf(style: CSSStyleDeclaration, outer: Surroundings): DOMMatrix | undefined {
  if (!/^matrix3d/.test(style.transform ?? '')) return outer.turn;
  const own = new DOMMatrix(style.transform);
  return outer.turn === undefined ? own : outer.turn.multiply(own);
}

type Clips = Pick<Surroundings, 'clip' | 'absoluteClip' | 'fixedClip' | 'isDoubtful' | 'ellipsis' | 'isGone'>;

function clipsWithin(element: Element, style: CSSStyleDeclaration, outer: Surroundings): Clips {
  const { position } = style;
  const isPlaced = position === 'absolute' || position === 'fixed';
  const from =
    position === 'fixed' ? outer.fixedClip : position === 'absolute' ? outer.absoluteClip : outer.clip;
  let { absoluteClip, fixedClip, isDoubtful } = outer;
  let clip = from;
  const shapes: Shape[] = [];
  if (isSet(style.clipPath)) shapes.push(clipPathBox(style.clipPath, boxOf(element)));
  if (isPlaced && style.clip !== 'auto' && style.clip !== '')
    shapes.push(clipBox(style.clip, boxOf(element)));
  for (const shape of shapes) {
    if (shape === 'doubt') isDoubtful = true;
    else if (shape !== undefined) {
      clip = cut(clip, shape);
      absoluteClip = cut(absoluteClip, shape);
      fixedClip = cut(fixedClip, shape);
    }
  }
  const overflow = overflowOf(element, style);
  if (overflow !== undefined) clip = overflowClip(element, style, clip, overflow);
  const holdsFixed =
    isSet(style.transform) || isSet(style.filter) || isSet(style.perspective) || containsPaint(style);
  if (holdsFixed || (position !== 'static' && position !== '')) absoluteClip = clip;
  if (holdsFixed) fixedClip = clip;
  const ellipsis = ellipsisOf(element, style, clip, overflow) ?? outer.ellipsis;
  return { clip, absoluteClip, fixedClip, isDoubtful, ellipsis, isGone: false };
}

function cut(clip: Clip, shape: Box): Clip {
  return { ...common(clip, shape), panes: clip.panes };
}

interface Overflow {
  readonly x: string;
  readonly y: string;
}

function containsPaint(style: CSSStyleDeclaration): boolean {
  return /paint|strict|content/.test(style.contain ?? '');
}

/** The element's overflow; undefined when it clips nothing. */
function overflowOf(element: Element, style: CSSStyleDeclaration): Overflow | undefined {
  if (style.display === 'inline' || style.display === 'contents') return undefined;
  const [x, y] = [style.overflowX, style.overflowY];
  const contained = containsPaint(style);
  if (!contained && /^(?:visible)?$/.test(x) && /^(?:visible)?$/.test(y)) return undefined;
  if (isOfWindow(element)) return undefined;
  return contained ? { x: x === 'visible' ? 'clip' : x, y: y === 'visible' ? 'clip' : y } : { x, y };
}

/** Whether the element's overflow applies to the window: the root's, or the body's when the root has none. */
function isOfWindow(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'html') return true;
  if (name !== 'body') return false;
  const root = parentOf(element);
  if (root === null) return false;
  const { overflowX, overflowY } = getComputedStyle(root);
  return overflowX === 'visible' && overflowY === 'visible';
}

function overflowClip(element: Element, style: CSSStyleDeclaration, outer: Clip, overflow: Overflow): Clip {
  const box = paddingBox(element);
  const canScroll = (value: string) => value === 'auto' || value === 'scroll';
  if (canScroll(overflow.x) || canScroll(overflow.y)) {
    const port = common(box, outer);
    if (isEmpty(port)) return cut(outer, nowhere);
    const area = scrolledArea(element, style, box);
    return {
      left: canScroll(overflow.x) ? area.left : Math.max(box.left, outer.left),
      right: canScroll(overflow.x) ? area.right : Math.min(box.right, outer.right),
      top: canScroll(overflow.y) ? area.top : Math.max(box.top, outer.top),
      bottom: canScroll(overflow.y) ? area.bottom : Math.min(box.bottom, outer.bottom),
      panes: [...outer.panes, port],
    };
  }
  return cut(outer, {
    left: overflow.x === 'visible' ? -Infinity : box.left,
    right: overflow.x === 'visible' ? Infinity : box.right,
    top: overflow.y === 'visible' ? -Infinity : box.top,
    bottom: overflow.y === 'visible' ? Infinity : box.bottom,
  });
}

function number(element: Element, name: string): number {
  const value: unknown = Reflect.get(Element.prototype, name, element);
  return typeof value === 'number' ? value : 0;
}

function paddingBox(element: Element): Box {
  const box = boxOf(element);
  const offset: unknown =
    element instanceof HTMLElement ? Reflect.get(HTMLElement.prototype, 'offsetWidth', element) : 0;
  const scale = typeof offset === 'number' && offset > 0 ? (box.right - box.left) / offset : 1;
  if (scale <= 0 || !(element instanceof HTMLElement)) return box;
  const left = box.left + number(element, 'clientLeft') * scale;
  const top = box.top + number(element, 'clientTop') * scale;
  const width = number(element, 'clientWidth') * scale;
  const height = number(element, 'clientHeight') * scale;
  // The bounding box of a rotated or scaled element is larger than the element, which errs on the safe side.
  if (!(Math.abs(scale - 1) < 0.001)) return box;
  return { left, top, right: left + width, bottom: top + height };
}

/** The area of everything a pane can scroll to, at its current place in the window. */
function scrolledArea(element: Element, style: CSSStyleDeclaration, box: Box): Box {
  const width = Math.max(number(element, 'scrollWidth'), box.right - box.left);
  const height = Math.max(number(element, 'scrollHeight'), box.bottom - box.top);
  const scroll = { x: number(element, 'scrollLeft'), y: number(element, 'scrollTop') };
  const isFromRight = style.direction === 'rtl' || style.writingMode === 'vertical-rl';
  const isFromBottom = style.flexDirection === 'column-reverse' && /flex$/.test(style.display);
  const left = (isFromRight ? box.right - width : box.left) - scroll.x;
  const top = (isFromBottom ? box.bottom - height : box.top) - scroll.y;
  return { left, top, right: left + width, bottom: top + height };
}

function ellipsisOf(
  element: Element,
  style: CSSStyleDeclaration,
  clip: Box,
  overflow: Overflow | undefined,
): Ellipsis | undefined {
  if (overflow === undefined || overflow.x === 'visible') return undefined;
  const isCut =
    (style.textOverflow === 'ellipsis' && number(element, 'scrollWidth') > number(element, 'clientWidth')) ||
    (/^\d+$/.test(style.webkitLineClamp ?? '') &&
      number(element, 'scrollHeight') > number(element, 'clientHeight'));
  if (!isCut) return undefined;
  const isFromRight = style.direction === 'rtl';
  const width = Number.parseFloat(style.fontSize) || 16;
  return { limit: isFromRight ? clip.left + width : clip.right - width, isFromRight, isMarked: false };
}

/** The layers of an element's background, or of a picture. */
export function layersOfBox(
  style: CSSStyleDeclaration,
  inside: Surroundings,
  outer: Surroundings,
  order: number,
) {
  if (inside.layers !== outer.layers)
    return [...inside.layers, { level: levels.root, order, isContext: false }];
  const level = /^inline/.test(style.display) ? levels.inline : levels.block;
  return [...outer.layers, { level, order, isContext: false }];
}
