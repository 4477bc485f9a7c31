import type { PageAnswer, PageArguments, Target } from '../../../messaging/page-protocol.ts';
import { arrivals } from '../arrivals.ts';
import { changedAnew, showOnScreen } from '../on-screen.ts';
import type { Aim, PageSession } from '../session.ts';
import { aimOf } from './aim.ts';
import type { Point } from './box.ts';
import { windowBox } from './clipping.ts';
import { dialogInFront } from './dialog.ts';
import { moveTo } from './moving.ts';
import { atOf, placingOf } from './placing.ts';
import { viewOf } from './reading.ts';
import { lookAround, stepBetween } from './sight.ts';
import { calmFrames, steady } from './steady.ts';
import { type Treated, treat } from './treat.ts';

/** How often the target is scrolled back when late content has pushed it away. */
const mostReturns = 3;

/** Answers `pageAnswers.lookAt`. */
export async function lookAt(
  session: PageSession,
  { target, x, y, settleMs }: PageArguments['lookAt'],
): Promise<PageAnswer<'lookAt'>> {
  const pending = await comeTo(session, target, { x, y }, settleMs);
  if (pending === undefined) return null;
  const { changes } = treatStill(session, target);
  session.untold.push(...changes);
  await showOnScreen(session);
  const aim = aimOf(session, target);
  return aim === undefined ? null : viewOf(session, target, aim, pending);
}

/**
 * Scrolls the target's point to its port's corner and waits until the content there has stopped moving and, at most
 * `settleMs`, has loaded. Returns what had not loaded; undefined when the target is gone.
 */
export async function comeTo(
  session: PageSession,
  target: Target,
  point: Point,
  settleMs: number,
): Promise<string[] | undefined> {
  let pending: string[] = [];
  changedAnew(session);
  for (let turn = 0; turn < mostReturns; turn += 1) {
    const aim = aimOf(session, target);
    if (aim === undefined) return undefined;
    moveTo(session, aim, point);
    const reached = offsetOf(aim);
    await steady(session, aim, settleMs);
    pending = await arrivals(session, settleMs, calmFrames);
    const again = aimOf(session, target);
    if (again === undefined) return undefined;
    if (isNear(offsetOf(again), reached)) break;
  }
  return pending;
}

function offsetOf(aim: Aim): Point {
  return atOf(placingOf(aim));
}

function isNear(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1;
}

/** Compares the window with the previous look, and treats what did not move with the target's content. */
export function treatStill(session: PageSession, target: Target): Treated {
  const aim = aimOf(session, target);
  if (aim === undefined) return { changes: [], still: [] };
  const now = lookAround(windowBox(), placingOf(aim));
  const before = session.sight;
  session.sight = now;
  const step = before === undefined ? undefined : stepBetween(before, now);
  if (before === undefined || step === undefined) return { changes: [], still: [] };
  const spared = target === 'post' ? dialogInFront() : undefined;
  const treated = treat(session, aim, step, before, now, spared);
  // Treating elements moves them, so the next look must compare with the result.
  if (treated.changes.length > 0) session.sight = lookAround(windowBox(), placingOf(aim));
  return treated;
}
