import type { PageAnswer, PageArguments } from '../../../messaging/page-protocol.ts';
import type { PageChange, Rect } from '../../../model/capture.ts';
import type { PageSession } from '../session.ts';
import { aimOf } from './aim.ts';
import type { Point } from './box.ts';
import { coversOf } from './covers.ts';
import { comeTo, treatStill } from './looking.ts';
import { atOf, type Placing, placingOf } from './placing.ts';
import { scrollAside } from './probing.ts';

type Walked = PageAnswer<'walkThrough'>;

const mostStill = 400;

/** Answers `pageAnswers.walkThrough`. */
export async function walkThrough(session: PageSession, args: PageArguments['walkThrough']): Promise<Walked> {
  const { target, from, to, settleMs, budgetMs } = args;
  const start = performance.now();
  const changes: PageChange[] = session.untold.splice(0);
  const still: Rect[] = [];
  let point: Point = {
    x: session.walk !== undefined && session.walk.y === from ? session.walk.x : 0,
    y: from,
  };
  for (;;) {
    const pending = await comeTo(session, target, point, settleMs);
    const treated = treatStill(session, target);
    changes.push(...treated.changes);
    still.push(...treated.still);
    const aim = aimOf(session, target);
    if (pending === undefined || aim === undefined) return gone(from, changes, still);
    let placing = placingOf(aim);
    if (isSeenWhole(placing) && coversOf(aim, placing.port).length > 0) {
      const aside = await scrollAside(session, target, settleMs);
      changes.push(...aside.changes);
      still.push(...aside.still);
      placing = placingOf(aim);
    }
    const next = nextPoint(placing, point);
    const reached = atOf(placing).y + heightOf(placing);
    const isEnd = next === undefined;
    const isRowDone = isEnd || next.x === 0;
    const isOver = (isRowDone && reached >= to) || performance.now() - start > budgetMs;
    if (isEnd || isOver) {
      // In the middle of a row, return a position that no row begins at, so that the next question can resume there.
      session.walk = isRowDone ? undefined : { x: next.x, y: point.y + 1 };
      const where = isRowDone ? reached : point.y + 1;
      const wholeHeight = placing.whole.height;
      return { reached: where, wholeHeight, isEnd, changes, still: still.slice(0, mostStill) };
    }
    point = next;
  }
}

function gone(reached: number, changes: PageChange[], still: Rect[]): Walked {
  return { reached, wholeHeight: reached, isEnd: true, changes, still: still.slice(0, mostStill) };
}

function heightOf({ port }: Placing): number {
  return Math.max(0, port.bottom - port.top);
}

function isSeenWhole({ whole, port }: Placing): boolean {
  return heightOf({ port } as Placing) >= whole.height - 1 && port.right - port.left >= whole.width - 1;
}

/** The next screen: to the right, then down from the left; undefined at the end, and where scrolling has no effect. */
function nextPoint(placing: Placing, { x, y }: Point): Point | undefined {
  const at = atOf(placing);
  const width = placing.port.right - placing.port.left;
  const height = heightOf(placing);
  if (height <= 0 || width <= 0) return undefined;
  const right = at.x + width;
  if (right < placing.whole.width - 1 && at.x > x - 1) return { x: right, y };
  const bottom = at.y + height;
  // A target above the wanted position cannot be scrolled further.
  if (bottom >= placing.whole.height - 1 || at.y < y - 1) return undefined;
  return { x: 0, y: Math.max(bottom, y + 1) };
}
