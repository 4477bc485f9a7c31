/** One piece of a picture, from top to bottom. `width` and `height` are those of the JPEG, in pixels. */
export interface Slice {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A smaller copy of a picture for the PDF, cut where a sheet of paper ends. `width` is the picture's own, in pixels. */
export interface ReportCopy {
  readonly width: number;
  readonly slices: readonly Slice[];
}

/**
 * Makes the report copy of a picture of this bundle; undefined when there is none to draw. `directory` is relative
 * to `data/`, `path` to the directory.
 */
export type PicturePort = (directory: string, path: string) => Promise<ReportCopy | undefined>;

/** Between the margins of an A4 sheet, in points. */
export const contentWidth = 510;
/** The longest piece that stands below a heading and a caption, and on a sheet of its own. */
const tallest = { first: 440, next: 670, alone: 540 } as const;
/** A picture narrower than this many pixels is not drawn over the whole width. */
const narrow = 680;

/** How wide a picture of so many pixels is drawn, in points. */
export function drawnWidth(pixels: number): number {
  return Math.min(contentWidth, (pixels * contentWidth) / narrow);
}

/** So that the facts of an exhibit stand on the sheet of its picture, where it can still be read. In points. */
const besideFacts = { height: 185, aPixel: 0.28 } as const;

/** How wide a copy is drawn, in points: a picture in one piece leaves room for the facts below it. */
export function copyWidth({ width, slices }: ReportCopy): number {
  const [only, ...others] = slices;
  if (only === undefined || others.length > 0) return drawnWidth(width);
  const fitting = (besideFacts.height * only.width) / only.height;
  return Math.min(drawnWidth(width), Math.max(fitting, width * besideFacts.aPixel));
}

/** The heights, in pixels, of the pieces that a picture is cut into so that each fits on a sheet. */
export function sliceHeights({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): number[] {
  const toPixels = width / drawnWidth(width);
  if (height <= tallest.alone * toPixels) return [height];
  const heights: number[] = [];
  for (let left = height; left > 0; left -= heights.at(-1) ?? left) {
    const most = Math.floor((heights.length === 0 ? tallest.first : tallest.next) * toPixels);
    heights.push(Math.min(left, Math.max(1, most)));
  }
  return heights;
}
