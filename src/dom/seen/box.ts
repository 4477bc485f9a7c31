/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
export const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** The part common to both boxes; empty where there is none. */
export function common(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

export function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right <= left || bottom <= top;
}

/** The smallest box around both; an undefined one is ignored. */
export function around(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Whether `inner` lies in `outer`, with a tolerance of `slack` pixels. */
export function isWithin(inner: Box, outer: Box, slack = 0.5): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.right <= outer.right + slack &&
    inner.bottom <= outer.bottom + slack
  );
}

/** Whether the middle of `inner` lies in `outer`. */
export function holdsMiddle(outer: Box, inner: Box): boolean {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}

/** The element's box in the window. */
export function boxOf(element: Element): Box {
  return Element.prototype.getBoundingClientRect.call(element);
}
