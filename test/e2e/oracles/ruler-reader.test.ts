import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { paintedRuler, type Stripe } from './painted-ruler.ts';
import { checkRuler, type ExpectedRuler } from './ruler-check.ts';
import { codeColours, codeKinds, codeLimit, decoded, palette } from './ruler-code.ts';
import { type Pixels, readCodes } from './ruler-reader.ts';

const scales = [0.8, 1, 1.25, 1.5, 1.75, 2, 2.5];
const numbers = Array.from({ length: 30 }, (_, number) => number);
const row = (number: number): Stripe => ({ row: number, height: 20 });

function faultsOf(stripes: readonly Stripe[], more: Partial<ExpectedRuler> = {}, scale = 1): string[] {
  const image = paintedRuler(stripes, { width: 960, scale, columns: 3 });
  const expected = { rows: numbers, height: 20, scale, columns: 3, ...more };
  return checkRuler(readCodes(image), expected).map(({ kind, says }) => `${kind}: ${says}`);
}

describe('a code', () => {
  it('is read as the number it was drawn for, whatever its kind', () => {
    fc.assert(
      fc.property(fc.nat(codeKinds.length - 1), fc.nat(codeLimit - 1), (kind, number) => {
        const places = codeColours(kind, number).map(colour =>
          (palette as readonly string[]).indexOf(colour),
        );
        expect(decoded(places.slice(1, -1))).toEqual({ kind: codeKinds[kind], number });
        expect(places.some((place, at) => place === places[at + 1])).toBe(false);
      }),
    );
  });

  it('is nothing once a cell is of another colour', () => {
    const places = codeColours(0, 312).map(colour => (palette as readonly string[]).indexOf(colour));
    const inner = places.slice(1, -1);
    const changed = inner.with(3, ([0, 1, 2, 3, 4, 5].find(place => !inner.includes(place)) ?? 0) as number);
    expect(decoded(changed)).not.toEqual({ kind: 'row', number: 312 });
  });
});

describe('a painted ruler', () => {
  it.each(scales)('is read without a fault at scale %s', scale => {
    expect(faultsOf(numbers.map(row), {}, scale)).toEqual([]);
  });

  it('survives being written as a PNG', () => {
    const image = paintedRuler(numbers.map(row), { width: 960, scale: 1.25, columns: 3 });
    const png = PNG.sync.read(
      PNG.sync.write(Object.assign(new PNG(image), { data: Buffer.from(image.data) })),
    );
    expect(checkRuler(readCodes(png), { rows: numbers, height: 20, scale: 1.25, columns: 3 })).toEqual([]);
  });

  it('is read from the right when it is turned', () => {
    const image = turnedLeft(paintedRuler(numbers.map(row), { width: 960, scale: 1, columns: 3 }));
    expect(checkRuler(readCodes(image, true), { rows: numbers, height: 20, scale: 1, columns: 3 })).toEqual(
      [],
    );
    expect(checkRuler(readCodes(image), { rows: numbers, scale: 1 })).not.toEqual([]);
  });

  it.each(scales)('names rows that are missing, at scale %s', scale => {
    const without = (...gone: number[]) => numbers.filter(number => !gone.includes(number)).map(row);
    expect(faultsOf(without(7, 8, 9, 20), {}, scale)).toEqual(['missing: missing: 7–9, 20']);
    expect(faultsOf(without(0, 1), {}, scale)).toEqual(['missing-start: missing: 0–1']);
    expect(faultsOf(without(29), {}, scale)).toEqual(['missing-end: missing: 29']);
  });

  it.each(scales)('names rows that stand there twice, at scale %s', scale => {
    const twice = numbers.toSpliced(12, 0, 9, 10, 11).map(row);
    const faults = faultsOf(twice, {}, scale);
    for (const number of [9, 10, 11]) expect(faults.join()).toContain(`row ${number} again`);
  });

  it.each(scales)('names a row that is cut, at scale %s', scale => {
    const cut = numbers.map(number => ({ row: number, height: number === 14 ? 13 : 20 }));
    expect(faultsOf(cut, {}, scale)).toEqual([expect.stringMatching(/^cut: row 14 at .* px high/)]);
  });

  it('names blank paper between two rows, unless something may stand there', () => {
    const stripes = numbers.map(row).toSpliced(5, 0, { blank: 90 });
    expect(faultsOf(stripes)).toEqual(['gap: 90 px of something else after row 4']);
    expect(faultsOf(stripes, { gaps: [4] })).toEqual([]);
  });

  it('names rows in the wrong order and rows of another page', () => {
    expect(faultsOf(numbers.with(3, 4).with(4, 3).map(row)).join()).toContain('row 3 after 4');
    expect(faultsOf(numbers.toSpliced(9, 0, 700).map(row)).join()).toContain('row 700, of no place here');
  });

  it('names columns that are missing, and parts that repeat', () => {
    expect(faultsOf(numbers.map(row), { columns: 4 })).toEqual(['column: columns missing: 3']);
    const bars = numbers.map(number => ({ ...row(number), ...(number % 9 === 4 ? { part: 2 } : {}) }));
    expect(faultsOf(bars, { parts: [2] })).toEqual(['part: part 2 stands there 3 times, at 80, 260, 440']);
    expect(faultsOf(numbers.map(row), { pictures: [6] })).toEqual(['picture: picture 6 is not there']);
  });

  it('names two halves that do not belong together', () => {
    const [left, right] = [0, 3].map(first =>
      paintedRuler(numbers.slice(first).concat(numbers.slice(0, first)).map(row), {
        width: 960,
        scale: 1,
        columns: 3,
      }),
    );
    const torn = joined(left as Pixels, right as Pixels);
    expect(checkRuler(readCodes(torn), { rows: numbers, scale: 1 }).map(({ kind }) => kind)).toContain(
      'torn',
    );
  });

  it('says so when there is no ruler at all', () => {
    expect(faultsOf([{ blank: 600 }], { columns: 0 })).toEqual(['missing: no row of the ruler is there']);
  });
});

/** The picture with its top at the right, as vertical writing lies. */
function turnedLeft({ width, height, data }: Pixels): Pixels {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = (x * height + (height - 1 - y)) * 4;
      turned.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), to);
    }
  return { width: height, height: width, data: turned };
}

/** The left half of one picture beside the right half of another. */
function joined(left: Pixels, right: Pixels): Pixels {
  const data = new Uint8Array(left.data);
  for (let y = 0; y < left.height; y++) {
    const [from, to] = [(y * left.width + 480) * 4, (y + 1) * left.width * 4];
    data.set(right.data.subarray(from, to), from);
  }
  return { ...left, data };
}
