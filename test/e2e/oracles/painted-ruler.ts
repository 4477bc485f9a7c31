import { type CodeKind, codeColours, codeKinds, codeWidth } from './ruler-code.ts';
import type { Pixels } from './ruler-reader.ts';
import { columnAt, period } from './ruler-script.ts';

/** One stripe of a painted picture, from left to right: a row of the ruler, or blank paper. Heights in CSS pixels. */
export type Stripe =
  | { readonly row: number; readonly height: number; readonly part?: number }
  | { readonly blank: number };

/** A picture of a ruler as a browser would paint it; the border between two colours is blended as it falls. */
export function paintedRuler(
  stripes: readonly Stripe[],
  { width, scale, columns }: { readonly width: number; readonly scale: number; readonly columns: number },
): Pixels {
  const lines = stripes.flatMap(stripe => {
    const colours = 'row' in stripe ? rowColours(stripe.row, width, columns, stripe.part) : blank(width);
    return [{ colours, height: ('row' in stripe ? stripe.height : stripe.blank) * scale }];
  });
  const whole = Math.round(lines.reduce((sum, { height }) => sum + height, 0));
  const wide = Math.round(width * scale);
  const data = new Uint8Array(wide * whole * 4).fill(255);
  let top = 0;
  for (const { colours, height } of lines) {
    const line = scaled(colours, wide, scale);
    for (let y = Math.floor(top); y < Math.min(whole, Math.ceil(top + height)); y++) {
      const share = Math.min(y + 1, top + height) - Math.max(y, top);
      for (let at = 0; at < line.length; at++) {
        const place = y * wide * 4 + at;
        const under = y === Math.floor(top) && y > 0 && share < 1 ? (data[place] ?? 255) : (line[at] ?? 255);
        data[place] = Math.round(under * (1 - share) + (line[at] ?? 255) * share);
      }
    }
    top += height;
  }
  return { width: wide, height: whole, data };
}

type Colour = readonly [number, number, number];
const paper: Colour = [255, 255, 255];

function blank(width: number): Colour[] {
  return Array.from({ length: width }, () => paper);
}

function rowColours(row: number, width: number, columns: number, part: number | undefined): Colour[] {
  const line = blank(width);
  for (let x = 0; x < width; x += period) paint(line, x, 'row', row);
  for (let n = 0; n < columns; n++) paint(line, n * period + columnAt, 'column', n);
  if (part !== undefined) paint(line, 120, 'part', part);
  return line;
}

function paint(line: Colour[], x: number, kind: CodeKind, number: number): void {
  const cells = codeColours(codeKinds.indexOf(kind), number);
  for (let at = 0; at < codeWidth && x + at < line.length; at++) {
    const hex = cells[Math.floor((at * cells.length) / codeWidth)] ?? '#ffffff';
    line[x + at] = [1, 3, 5].map(place =>
      Number.parseInt(hex.slice(place, place + 2), 16),
    ) as unknown as Colour;
  }
}

/** One line of pixels; a pixel on a border is the mean of what it covers. */
function scaled(colours: readonly Colour[], wide: number, scale: number): Uint8Array {
  const line = new Uint8Array(wide * 4).fill(255);
  for (let x = 0; x < wide; x++) {
    const [start, end] = [x / scale, (x + 1) / scale];
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0;
      for (let at = Math.floor(start); at < end; at++) {
        const share = Math.min(at + 1, end) - Math.max(at, start);
        sum += share * (colours[Math.min(at, colours.length - 1)]?.[channel as 0 | 1 | 2] ?? 255);
      }
      line[x * 4 + channel] = Math.round(sum * scale);
    }
  }
  return line;
}
