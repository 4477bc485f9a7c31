import type { PNG } from 'pngjs';
import type { Exhibit } from './exhibit.ts';
import type { Fault } from './row.ts';

/** The colours of what Holdfast draws over a page; no page of ours has them. Of each, the pixels that make a mark. */
const marks = [
  { name: 'outline', colour: [0x1d, 0x4e, 0xd8], least: 30 },
  { name: 'bar', colour: [0x11, 0x18, 0x27], least: 200 },
] as const;

/** Names every mark of Holdfast that stands in a picture of the exhibit. */
export function markFaults(exhibit: Exhibit): Fault[] {
  const pictures = { picture: exhibit.picture(), 'picture of the window': exhibit.viewport() };
  return Object.entries(pictures).flatMap(([what, image]) =>
    image === undefined
      ? []
      : marks
          .filter(({ colour, least }) => pixelsOf(image, colour, 0) >= least)
          .map(({ name }) => ({
            says: `Holdfast's ${name} stands in the ${what}`,
            causes: ['marks'] as const,
          })),
  );
}

/** How many pixels of the image are of this colour, each channel within `tolerance`. */
export function pixelsOf(
  { data }: Pick<PNG, 'data'>,
  [red, green, blue]: readonly [number, number, number],
  tolerance: number,
): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (
      Math.abs((data[at] ?? 0) - red) <= tolerance &&
      Math.abs((data[at + 1] ?? 0) - green) <= tolerance &&
      Math.abs((data[at + 2] ?? 0) - blue) <= tolerance
    )
      count += 1;
  return count;
}
