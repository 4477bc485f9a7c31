import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, reachesEnd } from '../../src/capture/pictures/frame.ts';
import {
  imageLimits,
  imagePath,
  type Join,
  joinTiles,
  type PlacedTile,
  rowsPerImage,
  splitJoin,
} from '../../src/capture/pictures/stitch.ts';
import { measureOf } from './fakes.ts';

function tileAt(path: string, x: number, y: number, size = { width: 100, height: 100 }): PlacedTile {
  return { path, from: { x: 0, y: 0, ...size }, to: { x, y } };
}

function overlap(one: Join['parts'][number], other: Join['parts'][number]): boolean {
  return (
    one.to.x < other.to.x + other.from.width &&
    other.to.x < one.to.x + one.from.width &&
    one.to.y < other.to.y + other.from.height &&
    other.to.y < one.to.y + one.from.height
  );
}

/** For each row of the image, the page row that its pixels show; fails when a row is drawn twice. */
function drawnRows(join: Join, tops: ReadonlyMap<string, number>): (number | undefined)[] {
  const rows = new Array<number | undefined>(join.height).fill(undefined);
  for (const part of join.parts) {
    for (let row = 0; row < part.from.height; row += 1) {
      if (rows[part.to.y + row] !== undefined) throw new Error('row drawn twice');
      rows[part.to.y + row] = (tops.get(part.path) ?? Number.NaN) + part.from.y + row;
    }
  }
  return rows;
}

describe('the frame of a shot', () => {
  const inner = { width: 800, height: 600 };
  const whole = { port: { x: 0, y: 0, ...inner }, at: { x: 0, y: 0 } };

  it('leaves scroll bars out', () => {
    const client = { width: 785, height: 585 };
    const view = {
      measure: measureOf({ inner, client }),
      port: { x: 0, y: 0, ...client },
      at: { x: 0, y: 0 },
    };
    expect(frameOf(view, inner).usable).toEqual({ x: 0, y: 0, width: 785, height: 585 });
  });

  it('keeps every pixel of a window that the page measures in rounded CSS pixels', () => {
    const size = { width: 853, height: 533 };
    const measure = measureOf({ devicePixelRatio: 1.5, inner: size, client: size });
    const frame = frameOf(
      { measure, port: { x: 0, y: 0, ...size }, at: { x: 0, y: 0 } },
      { width: 1_280, height: 800 },
    );
    expect(frame).toMatchObject({ scale: 1.5, usable: { width: 1_280, height: 800 } });
  });

  it('is the part that a zoom with two fingers shows', () => {
    const visual = { x: 100, y: 50, width: 400, height: 300, scale: 2 };
    const view = {
      measure: measureOf({ visual }),
      port: { x: 100, y: 50, width: 400, height: 300 },
      at: { x: 100, y: 250 },
    };
    const frame = frameOf(view, inner);
    expect(frame).toEqual({ scale: 2, origin: { x: -200, y: -500 }, usable: { x: 0, y: 0, ...inner } });
  });

  it('of a pane lies where the pane does', () => {
    const view = {
      measure: measureOf(),
      port: { x: 200, y: 60, width: 300, height: 400 },
      at: { x: 0, y: 1_000 },
    };
    expect(frameOf(view, inner)).toEqual({
      scale: 1,
      origin: { x: 200, y: -940 },
      usable: { x: 200, y: 60, width: 300, height: 400 },
    });
  });

  it('reaches the end of what is measured in rounded pixels', () => {
    const { scale } = frameOf({ measure: measureOf(), ...whole }, inner);
    expect([reachesEnd(1_999, 2_000, scale), reachesEnd(1_998, 2_000, scale)]).toEqual([true, false]);
  });
});

describe('tiles in any place', () => {
  const anyTiles = fc.array(
    fc.record({
      top: fc.integer({ min: -500, max: 3_000 }),
      left: fc.integer({ min: -50, max: 350 }),
      height: fc.integer({ min: 1, max: 800 }),
      width: fc.integer({ min: 50, max: 400 }),
      skipped: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('never leave a gap, never draw a pixel twice, never read outside a tile', () => {
    fc.assert(
      fc.property(anyTiles, fc.integer({ min: 1, max: 2_500 }), (found, height) => {
        const tiles = found.map(({ top, left, width, height: rows, skipped }, index) => ({
          path: String(index),
          from: { x: skipped, y: skipped, width, height: rows },
          to: { x: left, y: top },
        }));
        const join = joinTiles(tiles, { width: 300, height });
        if (join === undefined) return;
        const area = join.parts.reduce((sum, { from }) => sum + from.width * from.height, 0);
        expect(area).toBe(join.width * join.height);
        expect(
          join.parts.some((one, at) => join.parts.slice(at + 1).some(other => overlap(one, other))),
        ).toBe(false);
        for (const { path, from, to } of join.parts) {
          const tile = tiles[Number(path)]!;
          expect(from.x).toBeGreaterThanOrEqual(tile.from.x);
          expect(from.y).toBeGreaterThanOrEqual(tile.from.y);
          expect(from.x + from.width).toBeLessThanOrEqual(tile.from.x + tile.from.width);
          expect(from.y + from.height).toBeLessThanOrEqual(tile.from.y + tile.from.height);
          // The pixel shows the place that it stands for.
          expect(from.x - tile.from.x + tile.to.x).toBe(to.x + join.offset.x);
          expect(from.y - tile.from.y + tile.to.y).toBe(to.y + join.offset.y);
        }
        expect(join.offset.y + join.height).toBeLessThanOrEqual(height);
      }),
      { numRuns: 500 },
    );
  });

  it('beside and below one another are one picture', () => {
    const tiles = [tileAt('a', 0, 0), tileAt('b', 90, 0), tileAt('c', 0, 80), tileAt('d', 90, 80)];
    expect(joinTiles(tiles, { width: 190, height: 180 })).toMatchObject({
      width: 190,
      height: 180,
      whole: true,
    });
  });

  it('end at a gap instead of drawing over it', () => {
    const tiles = [tileAt('a', 0, 0), tileAt('b', 0, 150)];
    expect(joinTiles(tiles, { width: 100, height: 250 })).toMatchObject({ height: 100, whole: false });
  });

  it('give nothing when none touches what was asked for', () => {
    expect(joinTiles([tileAt('a', 0, 500)], { width: 100, height: 400 })).toBeUndefined();
  });
});

describe('an image too large for a canvas', () => {
  it('is cut so that each row is in exactly one piece', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 400 }),
      heights: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }),
      rows: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(sizes, ({ width, heights, rows }) => {
        let top = 0;
        const tiles = heights.map((height, index) => {
          const tile = tileAt(String(index), 0, top, { width, height });
          top += height;
          return tile;
        });
        const join = joinTiles(tiles, { width, height: top })!;
        const pieces = splitJoin(join, rows);
        const tops = new Map(tiles.map(tile => [tile.path, tile.to.y]));
        expect(pieces.flatMap(piece => drawnRows(piece, tops))).toEqual(
          Array.from({ length: top }, (_, row) => row),
        );
        expect(pieces.every(piece => piece.height <= rows)).toBe(true);
      }),
    );
  });

  it('keeps within side and area', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), width => {
        const rows = rowsPerImage(width);
        expect(rows).toBeLessThanOrEqual(imageLimits.side);
        expect(rows === 1 || rows * width <= imageLimits.area).toBe(true);
      }),
    );
  });

  it('is numbered only when there are several', () => {
    expect(imagePath('screenshot-full-page', 0, 1)).toBe('screenshot-full-page.png');
    expect(imagePath('screenshot-full-page', 1, 2)).toBe('screenshot-full-page-2.png');
  });
});
