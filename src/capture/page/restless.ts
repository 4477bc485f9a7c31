import { matches, nameOf, queryAll } from '../../dom/tree.ts';
import type { Rect } from '../../model/capture.ts';
import { inWindow, openRoots } from './late/in-view.ts';
import { runningMotions } from './late/motion.ts';
import { boxOf, clientSize, shadowOf } from './layout.ts';

/** The most boxes that are returned. */
const mostBoxes = 200;

const mayMove = 'video, img, progress, canvas, marquee';

/**
 * Boxes in the window, in CSS pixels, of what may look different in every frame: videos, canvases, animations, animated
 * pictures, the caret. Clipped to the window; at most 200; empty where nothing moves.
 */
export function restless(): Rect[] {
  const roots = openRoots();
  const elements = inWindow(roots, mayMove);
  const moving = runningMotions(roots).map(({ element }) => element);
  const drawn = roots.flatMap(root => queryAll(root, 'animate, animateTransform, animateMotion'));
  const found = [...elements.filter(isRestless), ...moving, ...drawn.flatMap(drawingOf), ...caretBox()];
  return [...new Set(found)].flatMap(clipped).slice(0, mostBoxes);
}

function isRestless(element: Element): boolean {
  if (element instanceof HTMLVideoElement) return !element.paused && !element.ended;
  if (element instanceof HTMLImageElement) return /\.(?:gif|apng)(?:$|[?#])/i.test(element.currentSrc);
  if (element instanceof HTMLProgressElement) return element.position === -1;
  return element instanceof HTMLCanvasElement || nameOf(element) === 'marquee';
}

/** The SVG drawing that this animation element belongs to, unless it is paused. */
function drawingOf(part: Element): Element[] {
  const drawing = part instanceof SVGElement ? part.ownerSVGElement : null;
  return drawing === null || drawing.animationsPaused() ? [] : [drawing];
}

/** The element with the focus where text can be typed, because a caret blinks in it. */
function caretBox(): Element[] {
  let active: Element | null = Reflect.get(Document.prototype, 'activeElement', document);
  for (let shadow = active && shadowOf(active); shadow !== null; shadow = active && shadowOf(active)) {
    if (shadow.activeElement === null) break;
    active = shadow.activeElement;
  }
  if (active === null) return [];
  const isEditable = active instanceof HTMLElement && active.isContentEditable;
  return isEditable || matches(active, 'input, textarea') ? [active] : [];
}

function clipped(element: Element): Rect[] {
  const { left, top, right, bottom } = boxOf(element);
  const client = clientSize();
  const x = Math.max(0, left);
  const y = Math.max(0, top);
  const width = Math.min(right, client.width) - x;
  const height = Math.min(bottom, client.height) - y;
  return width > 0 && height > 0 ? [{ x, y, width, height }] : [];
}
