import { rootOf } from '../../dom/tree.ts';
import type { CaptureScope } from '../../model/capture.ts';
import { Fault } from '../../model/fault.ts';
import { chosenElement } from './chosen.ts';
import { boxOf, clientSize, documentSize } from './layout.ts';
import { ownOf } from './own-global.ts';
import type { PageSession } from './session.ts';

/** Where `page-rerender.js` stores its function, in the isolated world that the page cannot see. */
export const rerenderKey = '__holdfastRerender';

/** The area drawn, in CSS pixels of the element's own box; `scale` is image pixels per CSS pixel. */
export interface DrawArea {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly scale: number;
}

/** Draws an element again from the page's code. */
export type Draw = (element: HTMLElement, area: DrawArea) => Promise<HTMLCanvasElement>;

/** The largest canvas used; the scale is reduced to fit. */
const largest = { side: 16_384, area: 100_000_000 };

/**
 * Draws the page with html2canvas; answers a PNG as base64. Throws `capture.post.not-found` when the chosen post is
 * gone, and `capture.pixels.refused` when nothing could be drawn.
 */
export async function rerender(
  session: PageSession,
  scope: CaptureScope,
): Promise<{ png: string; width: number; height: number }> {
  const draw = ownOf(rerenderKey);
  if (typeof draw !== 'function') throw new Error('rerender not injected');
  const { element, area } = areaOf(session, scope);
  const canvas = await (draw as Draw)(element, area);
  const address = canvas.toDataURL('image/png');
  const png = address.startsWith('data:image/png;base64,') ? address.slice(22) : '';
  if (png === '') throw new Fault('capture.pixels.refused', 'empty canvas');
  return { png, width: canvas.width, height: canvas.height };
}

function areaOf(session: PageSession, scope: CaptureScope): { element: HTMLElement; area: DrawArea } {
  if (scope === 'post') {
    const post = chosenElement(session);
    if (!(post instanceof HTMLElement)) throw new Fault('capture.post.not-found');
    const { width, height } = boxOf(post);
    return { element: post, area: { scale: scaleFor(width, height) } };
  }
  const element = rootOf(document);
  if (element === null) throw new Fault('capture.pixels.refused', 'no document element');
  const { width, height } = scope === 'viewport' ? clientSize() : documentSize();
  const corner = scope === 'viewport' ? { x: window.scrollX, y: window.scrollY } : { x: 0, y: 0 };
  return { element, area: { ...corner, width, height, scale: scaleFor(width, height) } };
}

function scaleFor(width: number, height: number): number {
  const bySide = largest.side / Math.max(width, height, 1);
  const byArea = Math.sqrt(largest.area / Math.max(width * height, 1));
  return Math.min(window.devicePixelRatio || 1, bySide, byArea);
}
