import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawWorkingCopy } from '../../src/capture/pictures/working-copy.ts';
import { beside } from '../../src/model/areas.ts';
import type { Area } from '../../src/model/working-copy.ts';
import { colourAt, colourful, pixelAt, pngPixels } from './png-pixels.ts';

const black = [0, 0, 0, 255];
const holds = ({ x, y, width, height }: Area, at: readonly [number, number]) =>
  at[0] >= x && at[0] < x + width && at[1] >= y && at[1] < y + height;

const size = { width: 24, height: 18 };
const original = colourful(size.width, size.height);
const areas = fc.record({
  x: fc.nat(size.width - 1),
  y: fc.nat(size.height - 1),
  width: fc.integer({ min: 1, max: 30 }),
  height: fc.integer({ min: 1, max: 30 }),
});

describe('a drawn working copy', () => {
  it('is black where it is covered and the original everywhere else, whatever the areas', async () => {
    const plans = fc.record({
      crop: fc.option(areas, { nil: undefined }),
      covered: fc.array(areas, { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async plan => {
        const drawn = await drawWorkingCopy(original, plan, pngPixels);
        const image = PNG.sync.read(Buffer.from(drawn.png));
        const cut = drawn.crop ?? { x: 0, y: 0, ...size };
        expect([image.width, image.height]).toEqual([cut.width, cut.height]);
        for (let y = 0; y < image.height; y += 1)
          for (let x = 0; x < image.width; x += 1) {
            const at = [x + cut.x, y + cut.y] as const;
            const isCovered = plan.covered.some(area => holds(area, at));
            expect(pixelAt(image, x, y)).toEqual(isCovered ? black : colourAt(...at));
          }
      }),
      { numRuns: 60 },
    );
  });

  it('draws each pixel beside the covered ones once', () => {
    fc.assert(
      fc.property(areas, fc.array(areas, { maxLength: 6 }), (area, taken) => {
        const parts = beside(area, taken);
        for (let y = 0; y < 50; y += 1)
          for (let x = 0; x < 60; x += 1) {
            const isLeft = holds(area, [x, y]) && !taken.some(each => holds(each, [x, y]));
            expect(parts.filter(part => holds(part, [x, y]))).toHaveLength(isLeft ? 1 : 0);
          }
      }),
      { numRuns: 20 },
    );
  });

  it('says the areas as they fell within the picture', async () => {
    const covered = [{ x: 20, y: 10, width: 100, height: 100 }];
    const drawn = await drawWorkingCopy(original, { covered }, pngPixels);
    expect(drawn).toMatchObject({ ...size, covered: [{ x: 20, y: 10, width: 4, height: 8 }] });
    expect(drawn.crop).toBeUndefined();
  });

  it('is not made when nothing would be covered or cut off, or an area lies outside', async () => {
    const whole = { x: 0, y: 0, ...size };
    const outside = { x: 24, y: 0, width: 1, height: 1 };
    for (const [plan, why] of [
      [{ covered: [] }, 'changes nothing'],
      [{ covered: [], crop: whole }, 'changes nothing'],
      [{ covered: [outside] }, 'outside the picture'],
      [{ covered: [], crop: outside }, 'outside the picture'],
    ] as const)
      await expect(drawWorkingCopy(original, plan, pngPixels)).rejects.toThrow(why);
  });

  it('may be all black', async () => {
    const drawn = await drawWorkingCopy(original, { covered: [{ x: 0, y: 0, ...size }] }, pngPixels);
    const { data } = PNG.sync.read(Buffer.from(drawn.png));
    expect(new Set(data.subarray(0, data.length)).size).toBe(2);
  });
});
