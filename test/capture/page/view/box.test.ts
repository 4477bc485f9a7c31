import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  common,
  includes,
  isSame,
  meet,
  pointsOver,
  rectOf,
} from '../../../../src/capture/page/view/box.ts';

const length = fc.double({ min: -2_000, max: 2_000, noNaN: true });
const box = fc
  .tuple(
    length,
    length,
    fc.double({ min: 1, max: 900, noNaN: true }),
    fc.double({ min: 1, max: 900, noNaN: true }),
  )
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));

describe('boxes of the window', () => {
  it('share a part that lies in both, and only where they meet', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const shared = common(a, b);
        expect(areaOf(shared)).toBeLessThanOrEqual(Math.min(areaOf(a), areaOf(b)));
        if (!meet(a, b)) return;
        const middle = { x: (shared.left + shared.right) / 2, y: (shared.top + shared.bottom) / 2 };
        expect(includes(a, middle) && includes(b, middle)).toBe(true);
      }),
    );
  });

  it('have no area where they share nothing', () => {
    const far = common(
      { left: 0, top: 0, right: 10, bottom: 10 },
      { left: 20, top: 5, right: 30, bottom: 9 },
    );
    expect(rectOf(far)).toEqual({ x: 20, y: 5, width: 0, height: 4 });
    expect(areaOf(far)).toBe(0);
  });

  it('are the same but for half a pixel', () => {
    const one = { left: 0, top: 0, right: 10, bottom: 10 };
    expect(isSame(one, { ...one, top: 0.5 })).toBe(true);
    expect(isSame(one, { ...one, bottom: 10.6 })).toBe(false);
  });

  it('are covered by points no further apart than asked', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 8, max: 64 }), (all, step) => {
        const points = pointsOver(all, step);
        expect(points.every(point => includes(all, point))).toBe(true);
        expect(points.length).toBeGreaterThanOrEqual(areaOf(all) / (step * step) - 1e-6);
      }),
      { numRuns: 30 },
    );
  });
});
