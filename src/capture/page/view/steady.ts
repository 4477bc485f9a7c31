import { isConnected } from '../../../dom/tree.ts';
import { oneFrame } from '../frames.ts';
import { boxOf } from '../layout.ts';
import type { Aim, PageSession } from '../session.ts';
import { type Box, pointsOver } from './box.ts';
import { topAt } from './flat-tree.ts';
import { placingOf } from './placing.ts';

/** How many frames without a movement mean that content is at rest. */
export const calmFrames = 2;
/** A page that scrolls smoothly takes some sixty frames; a movement that lasts longer than this is endless. */
const mostFrames = 120;
/** How long one frame may take, in milliseconds, before frames count as held back. */
const longestFrameMs = 2_000;

/**
 * Waits until the visible part of the target stops moving, because pages that scroll by a script lag behind the window.
 * Ends at the latest after `limitMs` and {@link mostFrames}, whichever is later. What still moved then is not waited
 * for again.
 */
export async function steady(session: PageSession, aim: Aim, limitMs: number): Promise<void> {
  const start = performance.now();
  const watched = seenOf(aim).filter(element => !session.unresting.has(element));
  let last = watched.map(placeOf);
  let calm = 0;
  for (let frame = 0; calm < calmFrames; frame += 1) {
    if (!(await oneFrame(longestFrameMs))) return;
    const now = watched.map(placeOf);
    const moving = watched.filter((_, index) => hasMoved(last[index], now[index]));
    calm = moving.length === 0 ? calm + 1 : 0;
    last = now;
    if (frame < mostFrames || performance.now() - start < limitMs) continue;
    for (const element of moving) session.unresting.add(element);
    return;
  }
}

function seenOf(aim: Aim): Element[] {
  const { port } = placingOf(aim);
  const step = Math.max(40, (port.right - port.left) / 4, (port.bottom - port.top) / 4);
  const hits = pointsOver(port, step).flatMap(({ x, y }) => topAt(x, y) ?? []);
  return Array.from(new Set([aim.element, ...hits]));
}

function placeOf(element: Element): Box | undefined {
  return isConnected(element) ? boxOf(element) : undefined;
}

function hasMoved(before: Box | undefined, after: Box | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  const slack = 0.05;
  return (
    Math.abs(before.left - after.left) > slack ||
    Math.abs(before.top - after.top) > slack ||
    Math.abs(before.right - after.right) > slack ||
    Math.abs(before.bottom - after.bottom) > slack
  );
}
