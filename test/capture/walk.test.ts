import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngSize } from '../../src/capture/pictures/png.ts';
import { runCapture } from '../../src/capture/run.ts';
import type { CaptureRecord, CaptureScope } from '../../src/model/capture.ts';
import { isThorough, shareOf } from '../thorough.ts';
import { colourAt, createFakes, type Fakes, type Paint, requestOf } from './fakes.ts';

/** Runs a capture of a page whose looks are known and reads its joined picture back, pixel by pixel. */
async function record(fakes: Fakes, scope: CaptureScope): Promise<{ record: CaptureRecord; picture: Paint }> {
  await runCapture(requestOf(scope), fakes, new AbortController().signal);
  const { record } = fakes.log;
  if (record === undefined) throw new Error('nothing was recorded');
  return { record, picture: pictureOf(fakes, record) };
}

/** What the joined picture shows, out of its composition and the tiles; 0 where it has nothing. */
function pictureOf(fakes: Fakes, { compositions = [] }: CaptureRecord): Paint {
  const composed = fakes.pixels.composed[0];
  const parts = compositions[0]?.parts ?? [];
  return (column, row) => {
    const part = parts.find(
      ({ from, to }) =>
        column >= to.x && column < to.x + from.width && row >= to.y && row < to.y + from.height,
    );
    if (part === undefined || composed === undefined) return 0;
    const png = composed.tile(part.path);
    const raster = fakes.browser.shown.get(new DataView(png.buffer).getUint32(24));
    if (raster === undefined) return 0;
    const { width } = pngSize(png);
    const at = (part.from.y + row - part.to.y) * width + part.from.x + column - part.to.x;
    return new Uint32Array(raster.data.buffer)[at] ?? 0;
  };
}

function sizeOf({ compositions }: CaptureRecord) {
  const { width, height } = compositions?.[0] ?? { width: 0, height: 0 };
  return { width, height };
}

/** Where the picture first differs from the page, at three columns of every row; undefined nowhere. */
function firstDifference(
  picture: Paint,
  looks: Paint,
  size: { width: number; height: number },
): string | undefined {
  for (let row = 0; row < size.height; row += 1) {
    for (const column of [0, 1, Math.floor(size.width / 2), size.width - 1]) {
      if (picture(column, row) !== looks(column, row)) return `at ${column},${row}`;
    }
  }
  return undefined;
}

function resultOf(record: CaptureRecord, name: string): string | undefined {
  return record.checks?.find(({ check }) => check === name)?.result;
}

describe('a page that is joined out of shots', () => {
  it('shows every pixel of the page once, whatever its size', async () => {
    const sizes = fc.record({
      // A page's lengths arrive rounded: less than two pixels more than the window are none.
      width: fc.oneof(fc.constant(800), fc.integer({ min: 802, max: 2_300 })),
      height: fc.oneof(fc.constant(600), fc.integer({ min: 602, max: 4_000 })),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ width, height }) => {
        const fakes = createFakes();
        Object.assign(fakes.browser, { width, height });
        const { record: made, picture } = await record(fakes, 'page');
        expect(made.outcome, JSON.stringify(made.steps)).toBe('complete');
        expect(sizeOf(made)).toEqual({ width, height });
        expect(firstDifference(picture, colourAt, sizeOf(made))).toBeUndefined();
        expect(made.page?.recordedRange).toEqual({ top: 0, bottom: height, left: 0, right: width });
      }),
      { seed: 20_261_130, numRuns: isThorough ? 40 : 4 },
    );
  });

  it('has no row twice and none missing when the browser gives an old picture now and then', async () => {
    const fakes = createFakes();
    fakes.browser.height = 4_000;
    const { shootVisible } = fakes.browser;
    let last: Uint8Array | undefined;
    fakes.browser.shootVisible = async () => {
      const isOld = last !== undefined && fakes.browser.shots % 3 === 1;
      const png = await shootVisible.call(fakes.browser);
      const given = isOld && last !== undefined ? last : png;
      last = png;
      return given;
    };
    const { record: made, picture } = await record(fakes, 'page');
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
    expect(firstDifference(picture, colourAt, sizeOf(made))).toBeUndefined();
    expect(resultOf(made, 'seams')).toBe('held');
  });

  it('shows the rows between bars that stay at the window’s edges and were not found by their boxes', async () => {
    const fakes = createFakes();
    fakes.browser.height = 3_000;
    fakes.browser.still = [];
    const bar: Paint = (column, row) => colourAt(column, 90_000 + row);
    fakes.browser.over = (column, row) => (row < 80 || row >= 560 ? bar(column, row) : undefined);
    const { record: made, picture } = await record(fakes, 'page');
    expect(sizeOf(made).height).toBe(3_000);
    // The first picture keeps its upper bar and the last its lower one, as the screen did.
    const expected: Paint = (column, row) => {
      if (row < 80) return bar(column, row);
      return row >= 2_960 ? bar(column, row - 2_400) : colourAt(column, row);
    };
    expect(firstDifference(picture, expected, sizeOf(made))).toBeUndefined();
    expect(resultOf(made, 'seams')).toBe('held');
  });

  it('gets what a box in the middle of the window covers from further pictures', async () => {
    const fakes = createFakes();
    fakes.browser.height = 3_000;
    fakes.browser.still = [];
    const isBox = (column: number, row: number) => column < 160 && row >= 240 && row < 336;
    fakes.browser.over = (column, row) => (isBox(column, row) ? colourAt(column, 70_000 + row) : undefined);
    const { record: made, picture } = await record(fakes, 'page');
    const expected: Paint = (column, row) =>
      isBox(column, row) ? colourAt(column, 70_000 + row) : colourAt(column, row);
    expect(firstDifference(picture, expected, sizeOf(made))).toBeUndefined();
    expect(made.pageChanges.some(({ detail }) => detail.includes('stands in the joined picture once'))).toBe(
      true,
    );
  });

  it('records a page again that moves its content between two pictures', async () => {
    const moves = [800, 1_500].flatMap(width =>
      [70, -70].flatMap(moved => [3, 4, 5, 6, 7].map(moment => ({ width, moved, moment }))),
    );
    for (const { width, moved, moment } of shareOf(moves, 4, 1)) {
      const fakes = createFakes();
      Object.assign(fakes.browser, { width, height: 1_600 });
      let by = 0;
      fakes.browser.before = event => {
        if (event !== `shot:${moment}`) return;
        by = moved;
        fakes.browser.height -= moved;
      };
      fakes.browser.looks = (column, row) => colourAt(column, row + by);
      const { record: made, picture } = await record(fakes, 'page');
      const name = `${width} px wide, ${moved} px before picture ${moment}`;
      // A page that was whole before it moved is another page than the text is of, by none of its pixels.
      if (by === 0) continue;
      const looks: Paint = (column, row) => colourAt(column, row + moved);
      expect(sizeOf(made), name).toEqual({ width, height: 1_600 - moved });
      expect(firstDifference(picture, looks, sizeOf(made)), name).toBeUndefined();
      expect(made.outcome, `${name} ${JSON.stringify(made.checks)}`).toBe('complete');
    }
  });

  it('records a page again whose top got a row while the window stood at a plain part', async () => {
    for (const moment of [2, 3, 4, 5]) {
      const fakes = createFakes();
      fakes.browser.height = 1_600;
      // As a picture of one colour beside the ground of the page.
      const usual: Paint = (column, row) =>
        row >= 400 && row < 900 ? (column < 300 ? 7 : 9) : colourAt(column, row);
      const after: Paint = (column, row) => {
        if (row < 60) return usual(column, row);
        return row < 80 ? colourAt(column, 90_000 + row) : usual(column, row - 20);
      };
      let looks = usual;
      fakes.browser.before = event => {
        if (event !== `shot:${moment}`) return;
        looks = after;
        fakes.browser.height = 1_620;
      };
      fakes.browser.looks = (column, row) => looks(column, row);
      const { record: made, picture } = await record(fakes, 'page');
      const isSeen = looks === after;
      expect(sizeOf(made).height, `before picture ${moment}`).toBe(isSeen ? 1_620 : 1_600);
      expect(firstDifference(picture, looks, sizeOf(made)), `before picture ${moment}`).toBeUndefined();
      expect(made.outcome).toBe('complete');
    }
  });

  it('follows a page that moves its content each time that it is recorded, and says so', async () => {
    for (const width of [800, 1_500]) {
      const fakes = createFakes();
      Object.assign(fakes.browser, { width, height: 3_000 });
      let by = 0;
      let shots = 0;
      // What comes in above the window moves all that is shown down, in the middle of each try.
      fakes.browser.before = event => {
        if (event === 'restore') shots = 0;
        if (!event.startsWith('shot:')) return;
        shots += 1;
        if (shots === 7) by -= 70;
      };
      fakes.browser.looks = (column, row) => colourAt(column, row + by);
      const { record: made, picture } = await record(fakes, 'page');
      const rows = Array.from({ length: sizeOf(made).height }, (_, row) => picture(0, row));
      const first = by + 70;
      expect(rows.findIndex((colour, row) => colour !== colourAt(0, row + first))).toBe(-1);
      expect(resultOf(made, 'seams')).toBe('held');
      expect(made.checks?.find(({ check }) => check === 'place')).toMatchObject({
        result: 'failed',
        detail: expect.stringContaining('70 px'),
      });
    }
  });

  it('that never agrees is partial and names the rows', async () => {
    const fakes = createFakes();
    fakes.browser.height = 3_000;
    let time = 0;
    fakes.browser.before = event => {
      if (event.startsWith('shot:')) time += 1_000;
    };
    fakes.browser.looks = (column, row) => colourAt(column, row + time * 40);
    const { record: made } = await record(fakes, 'page');
    // It gets on all the same: the picture reaches the page’s end.
    expect(sizeOf(made)).toEqual({ width: 800, height: 3_000 });
    expect(made.outcome).toBe('partial');
    expect(made.checks?.find(({ check }) => check === 'seams')).toMatchObject({
      result: 'failed',
      detail: expect.stringMatching(/\d+ to \d+ px below the top/),
    });
  });

  it('shoots a blank part a second time before it believes it', async () => {
    const fakes = createFakes();
    fakes.browser.height = 1_200;
    let isPainted = false;
    fakes.browser.before = event => {
      if (event === 'shot:4') isPainted = true;
    };
    fakes.browser.looks = (column, row) => (isPainted || row < 600 ? colourAt(column, row) : 0xffffffff);
    const { record: made, picture } = await record(fakes, 'page');
    expect(firstDifference(picture, colourAt, sizeOf(made))).toBeUndefined();
  });
});

describe('a page that becomes another while it is recorded', () => {
  it('by its fragment: recorded again, partial with both addresses, text and pictures of one state', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event === 'shot:3')
        Object.assign(fakes.browser, { address: 'https://forum.example/thread/1#/room/2', words: 'Other' });
    };
    const { record: made } = await record(fakes, 'page');
    const place = made.checks?.find(({ check }) => check === 'place');
    expect(made.outcome).toBe('partial');
    expect(place?.detail).toContain('https://forum.example/thread/1#/room/2');
    expect(made.post?.text).toBe('Other');
  });

  it('again and again: partial, without words of another state', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event.startsWith('shot:')) fakes.browser.address = `https://forum.example/${event}`;
    };
    const { record: made } = await record(fakes, 'page');
    expect(made.outcome).toBe('partial');
    expect(made.post).toBeUndefined();
    expect(resultOf(made, 'text')).toBe('not-made');
  });

  it('by another list, without an address: recorded again', async () => {
    const fakes = createFakes();
    fakes.browser.posts = ['1-1', '1-2'];
    fakes.browser.before = event => {
      if (event === 'shot:3') Object.assign(fakes.browser, { posts: ['2-1', '2-2'], words: 'Other' });
    };
    const { record: made } = await record(fakes, 'page');
    expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(true);
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
  });

  it('by another list, after the browser gave the whole page: that picture is not kept, and none twice', async () => {
    const fakes = createFakes();
    fakes.browser.canShootRegion = true;
    fakes.browser.posts = ['1-1', '1-2'];
    fakes.browser.before = event => {
      if (event === 'restore') Object.assign(fakes.browser, { posts: ['2-1', '2-2'], words: 'Other' });
    };
    const { record: made } = await record(fakes, 'page');
    const paths = made.artifacts.map(({ path }) => path);
    expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(true);
    expect(paths.filter(path => path === 'screenshot-full-page.png')).toHaveLength(1);
    expect(new Set(paths).size).toBe(paths.length);
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
  });

  it('by a list that changes again and again: partial, without words of another state', async () => {
    const fakes = createFakes();
    fakes.browser.posts = ['1'];
    fakes.browser.before = event => {
      if (event === 'restore') fakes.browser.posts = [`${fakes.browser.shots}`];
    };
    const { record: made } = await record(fakes, 'page');
    expect(resultOf(made, 'identity')).toBe('failed');
    expect(resultOf(made, 'text')).toBe('not-made');
  });

  it('not by one more post in its list', async () => {
    const fakes = createFakes();
    fakes.browser.posts = ['1', '2'];
    fakes.browser.before = event => {
      if (event === 'restore') fakes.browser.posts = ['0', '1'];
    };
    const { record: made } = await record(fakes, 'page');
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
    expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(false);
  });

  describe.each([
    ['joined', false],
    ['in one piece', true],
  ])('by what comes in after its last picture, which is %s:', (_, canShootRegion) => {
    /** A page that gets longer whenever it is put back, so often. */
    function growing(most: number) {
      const fakes = createFakes();
      Object.assign(fakes.browser, { canShootRegion });
      let times = 0;
      fakes.browser.before = event => {
        if (event !== 'restore' || times === most) return;
        times += 1;
        fakes.browser.height += 20;
        fakes.browser.words += ' And one more.';
      };
      return fakes;
    }

    it('once: recorded again, with the words of the pictures', async () => {
      const fakes = growing(1);
      const { height } = fakes.browser;
      const { record: made } = await record(fakes, 'page');
      expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
      expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(true);
      expect(made.page?.recordedRange?.bottom).toBe(height + 20);
    });

    it('again and again: partial, and says so', async () => {
      const { record: made } = await record(growing(Number.POSITIVE_INFINITY), 'page');
      expect(resultOf(made, 'place')).toBe('failed');
      expect(made.outcome).toBe('partial');
      expect(made.artifacts.map(({ path }) => path)).toContain('text.txt');
    });
  });

  it.each([
    ['its code alone, as a clock does', { words: 'Hello at 10 o’clock' }],
    ['its length alone, as one does whose bars are put back', { height: 2_020 }],
  ])('not by a page that changes %s', async (_, change) => {
    const fakes = createFakes();
    Object.assign(fakes.browser, { height: 2_000 });
    fakes.browser.before = event => {
      if (event === 'restore') Object.assign(fakes.browser, change);
    };
    const { record: made } = await record(fakes, 'page');
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
    expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(false);
  });

  it('by what comes in while a picture is taken: that picture is taken again', async () => {
    const fakes = createFakes();
    const { height } = fakes.browser;
    fakes.browser.before = event => {
      if (event === 'shot:1')
        Object.assign(fakes.browser, { height: height + 20, words: 'Hello. And one more.' });
    };
    const { record: made } = await record(fakes, 'viewport');
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
    expect(fakes.browser.shots).toBe(2);
  });

  it('by the words of its post: recorded again, and the words are those of the pictures', async () => {
    const fakes = createFakes();
    fakes.browser.before = event => {
      if (event === 'shot:1') fakes.browser.words = 'Edited';
    };
    const { record: made } = await record(fakes, 'post');
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
    expect(made.post?.text).toBe('Edited');
    expect(made.pageChanges.some(({ detail }) => detail.includes('recorded again'))).toBe(true);
  });
});

describe('a post', () => {
  it('that is wider and higher than the window is whole in both directions', async () => {
    const fakes = createFakes();
    Object.assign(fakes.browser, { width: 3_000, height: 3_000 });
    fakes.browser.post = { x: 200, y: 300, width: 2_000, height: 1_400 };
    const { record: made, picture } = await record(fakes, 'post');
    expect(sizeOf(made)).toEqual({ width: 2_000, height: 1_400 });
    const looks: Paint = (column, row) => colourAt(column + 200, row + 300);
    expect(firstDifference(picture, looks, sizeOf(made))).toBeUndefined();
    expect(made.outcome, JSON.stringify(made.checks)).toBe('complete');
  });

  it('that something lies over is partial and names it', async () => {
    const fakes = createFakes();
    fakes.browser.covers = [{ rect: { x: 100, y: 150, width: 90, height: 60 }, detail: 'div#help, 90×60' }];
    fakes.browser.still = [];
    const { record: made } = await record(fakes, 'post');
    expect(made.outcome).toBe('partial');
    expect(made.checks?.find(({ check }) => check === 'visible')).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining('div#help'),
    });
  });
});
