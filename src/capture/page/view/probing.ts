import type { Target } from '../../../messaging/page-protocol.ts';
import type { PageSession } from '../session.ts';
import { aimOf } from './aim.ts';
import { areaOf } from './box.ts';
import { comeTo, treatStill } from './looking.ts';
import { scrollWindow } from './moving.ts';
import { placingOf } from './placing.ts';
import { steady } from './steady.ts';
import type { Treated } from './treat.ts';

/** A distance in CSS pixels that separates what moves from what does not. */
const aside = 64;

/**
 * Scrolls a fully visible target a little aside and back, to find whether what lies over it stands still. Does nothing
 * where the window cannot scroll.
 */
export async function scrollAside(session: PageSession, target: Target, settleMs: number): Promise<Treated> {
  const none: Treated = { changes: [], still: [] };
  const before = { x: window.scrollX, y: window.scrollY };
  const hasMoved = [aside, -aside].some(
    by => scrollWindow(session, { x: before.x, y: before.y + by }) && isFar(before.y),
  );
  const aim = aimOf(session, target);
  if (!hasMoved || aim === undefined || areaOf(placingOf(aim).port) <= 0) {
    scrollWindow(session, before);
    return none;
  }
  await steady(session, aim, settleMs);
  const treated = treatStill(session, target);
  scrollWindow(session, before);
  await comeTo(session, target, { x: 0, y: 0 }, settleMs);
  const after = treatStill(session, target);
  return { changes: [...treated.changes, ...after.changes], still: [...treated.still, ...after.still] };
}

function isFar(before: number): boolean {
  return Math.abs(window.scrollY - before) >= aside * 0.7;
}
