import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceRect, type Frame, frameOf, nextScroll, reachesEnd } from '../../src/capture/frame.ts';
import {
  imageLimits,
  imagePath,
  type Join,
  joinTiles,
  rowsPerImage,
  splitJoin,
} from '../../src/capture/stitch.ts';
import type { PageMeasure } from '../../src/messaging/page-protocol.ts';
import { measureOf } from './fakes.ts';

const ratios = fc.constantFrom(1, 1.25, 1.5, 2, 1.1, 0.9, 2.625, 4 / 3);

/** A page as Chromium shows it: whole device pixels underneath, CSS lengths rounded, scroll snapped and clamped. */
const pages = fc.record({
  ratio: ratios,
  windowHeight: fc.integer({ min: 120, max: 1_600 }),
  windowWidth: fc.integer({ min: 100, max: 2_000 }),
  pageHeight: fc.integer({ min: 1, max: 30_000 }),
  bar: fc.constantFrom(0, 15),
});
type ShownPage = typeof pages extends fc.Arbitrary<infer T> ? T : never;

function measureAt(page: ShownPage, deviceTop: number): PageMeasure {
  const { ratio, windowHeight, windowWidth, bar } = page;
  return measureOf({
    devicePixelRatio: ratio,
    inner: { width: Math.round(windowWidth / ratio), height: Math.round(windowHeight / ratio) },
    client: { width: Math.round((windowWidth - bar) / ratio), height: Math.round(windowHeight / ratio) },
    document: { width: Math.round(windowWidth / ratio), height: Math.round(heightOf(page) / ratio) },
    scroll: { x: 0, y: deviceTop / ratio },
  });
}

function heightOf(page: ShownPage): number {
  return Math.max(page.pageHeight, page.windowHeight);
}

/** Scrolls and shoots as the tiles step does; gives the frames. */
function shootWhole(page: ShownPage): readonly Frame[] {
  const frames: Frame[] = [];
  let wanted = 0;
  for (;;) {
    const top = Math.min(Math.max(0, Math.round(wanted * page.ratio)), heightOf(page) - page.windowHeight);
    const measure = measureAt(page, top);
    const frame = frameOf(measure, { width: page.windowWidth, height: page.windowHeight });
    const previous = frames.at(-1);
    if (previous !== undefined && frame.top <= previous.top) return frames;
    frames.push(frame);
    if (reachesEnd(frame, measure.document.height)) return frames;
    wanted = nextScroll(frame);
  }
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

describe('a page shot screen by screen', () => {
  it('is joined so that every row is there exactly once and shows its own row of the page', () => {
    fc.assert(
      fc.property(pages, page => {
        const frames = shootWhole(page);
        const bottom = frames.at(-1)!.top + frames.at(-1)!.height;
        // Heights are rounded to a CSS pixel: no more than one may be missing at the end.
        expect(heightOf(page) - bottom).toBeLessThanOrEqual(Math.ceil(page.ratio * 1.5));
        const tiles = frames.map((frame, index) => ({ ...frame, path: String(index) }));
        const join = joinTiles(tiles, { width: frames[0]!.width, height: bottom })!;
        expect(join.whole).toBe(true);
        const rows = drawnRows(join, new Map(tiles.map(tile => [tile.path, tile.top])));
        expect(rows.findIndex((row, index) => row !== index)).toBe(-1);
      }),
      { numRuns: 300 },
    );
  });

  it('takes as few shots as the overlap allows', () => {
    fc.assert(
      fc.property(pages, page => {
        const frames = shootWhole(page);
        const stride =
          page.windowHeight - Math.min(Math.ceil(24 * page.ratio), Math.floor(page.windowHeight / 4));
        expect(frames.length).toBeLessThanOrEqual(Math.ceil(heightOf(page) / (stride - 1)) + 1);
      }),
    );
  });

  it('leaves scroll bars out', () => {
    const measure = measureOf({ inner: { width: 800, height: 600 }, client: { width: 785, height: 585 } });
    expect(frameOf(measure, { width: 800, height: 600 })).toMatchObject({ width: 785, height: 585 });
  });

  it('keeps every pixel of a window that the page measures in rounded CSS pixels', () => {
    const measure = measureOf({
      devicePixelRatio: 1.5,
      inner: { width: 853, height: 533 },
      client: { width: 853, height: 533 },
    });
    expect(frameOf(measure, { width: 1_280, height: 800 })).toMatchObject({
      width: 1_280,
      height: 800,
      scale: 1.5,
    });
  });
});

describe('tiles in any place', () => {
  const anyTiles = fc.array(
    fc.record({
      top: fc.integer({ min: -500, max: 3_000 }),
      left: fc.integer({ min: -50, max: 50 }),
      height: fc.integer({ min: 1, max: 800 }),
      width: fc.integer({ min: 150, max: 400 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('never leave a gap, never draw a row twice, never read outside a tile', () => {
    fc.assert(
      fc.property(anyTiles, fc.integer({ min: 1, max: 2_500 }), (found, height) => {
        const tiles = found.map((tile, index) => ({ ...tile, path: String(index) }));
        const join = joinTiles(tiles, { width: 300, height });
        if (join === undefined) return;
        const rows = drawnRows(join, new Map(tiles.map(tile => [tile.path, tile.top])));
        expect(rows.findIndex((row, index) => row !== join.offset.y + index)).toBe(-1);
        for (const { path, from } of join.parts) {
          const tile = tiles[Number(path)]!;
          expect(from.x).toBeGreaterThanOrEqual(0);
          expect(from.y).toBeGreaterThanOrEqual(0);
          expect(from.x + from.width).toBeLessThanOrEqual(tile.width);
          expect(from.y + from.height).toBeLessThanOrEqual(tile.height);
        }
        expect(join.offset.y + join.height).toBeLessThanOrEqual(height);
      }),
      { numRuns: 500 },
    );
  });

  it('end at a gap instead of drawing over it', () => {
    const tile = { left: 0, width: 100, height: 100 };
    const tiles = [
      { ...tile, path: 'a', top: 0 },
      { ...tile, path: 'b', top: 150 },
    ];
    expect(joinTiles(tiles, { width: 100, height: 250 })).toMatchObject({ height: 100, whole: false });
  });

  it('give nothing when none touches what was asked for', () => {
    const tile = { path: 'a', left: 0, top: 500, width: 100, height: 100 };
    expect(joinTiles([tile], { width: 100, height: 400 })).toBeUndefined();
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
          const tile = { path: String(index), left: 0, top, width, height };
          top += height;
          return tile;
        });
        const join = joinTiles(tiles, { width, height: top })!;
        const pieces = splitJoin(join, rows);
        const tops = new Map(tiles.map(tile => [tile.path, tile.top]));
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

describe('a box of the page', () => {
  it('is snapped to device pixels by its edges, so that neighbours neither overlap nor part', () => {
    fc.assert(
      fc.property(ratios, fc.double({ min: 0, max: 5_000, noNaN: true }), (ratio, y) => {
        const above = deviceRect({ x: 0, y, width: 10, height: 33.3 }, ratio);
        const below = deviceRect({ x: 0, y: y + 33.3, width: 10, height: 20 }, ratio);
        expect(above.y + above.height).toBe(below.y);
      }),
    );
  });
});
