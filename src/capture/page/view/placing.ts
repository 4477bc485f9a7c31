import { boxOf } from '../layout.ts';
import type { Aim } from '../session.ts';
import type { Box, Point } from './box.ts';
import { innerBox, scaleOf, shownPart, windowBox } from './clipping.ts';
import { paneReach, windowReach } from './scroller.ts';

/**
 * Where the whole target lies in the window, and through which part of the window it is seen. Lengths in CSS pixels of
 * the window.
 */
export interface Placing {
  /** The target's upper left corner. */
  readonly origin: Point;
  readonly whole: { readonly width: number; readonly height: number };
  readonly port: Box;
}

/** The current placing of the target. Changes nothing. */
export function placingOf(aim: Aim): Placing {
  if (aim.kind === 'document') return documentPlacing();
  if (aim.kind === 'pane') return panePlacing(aim.element);
  const { left, top, right, bottom, width, height } = boxOf(aim.element);
  const port = shownPart(aim.element, { left, top, right, bottom });
  return { origin: { x: left, y: top }, whole: { width, height }, port };
}

function documentPlacing(): Placing {
  const { x, y } = windowReach();
  return {
    origin: { x: x.least - x.offset, y: y.least - y.offset },
    whole: { width: x.whole, height: y.whole },
    port: windowBox(),
  };
}

function panePlacing(pane: Element): Placing {
  const inner = innerBox(pane);
  const scale = scaleOf(pane);
  const { x, y } = paneReach(pane);
  return {
    origin: {
      x: inner.left + (x.least - x.offset) * scale.x,
      y: inner.top + (y.least - y.offset) * scale.y,
    },
    whole: { width: x.whole * scale.x, height: y.whole * scale.y },
    port: shownPart(pane, inner),
  };
}

/** The port's corner relative to the target's. */
export function atOf({ origin, port }: Placing): Point {
  return { x: port.left - origin.x, y: port.top - origin.y };
}
