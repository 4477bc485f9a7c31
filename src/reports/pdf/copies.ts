/** One piece of a picture, from top to bottom. `width` and `height` are those of the JPEG, in pixels. */
export interface Slice {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A smaller copy of a picture for the PDF, cut where a sheet ends. `width` is that of the original, in pixels. */
export interface ReportCopy {
  readonly width: number;
  readonly slices: readonly Slice[];
}

/**
 * Makes the report copy of a picture of this bundle; undefined when there is none to draw. `directory` is relative to
 * `data/`, `path` to the directory.
 */
export type PicturePort = (directory: string, path: string) => Promise<ReportCopy | undefined>;

/** Width between the margins of an A4 sheet, in points. */
export const contentWidth = 510;
/** Greatest height of a piece in points: below a heading and a caption, on the next sheets, and in one piece. */
const tallest = { first: 440, next: 670, alone: 540 } as const;
/** A picture narrower than this, in pixels, is not drawn over the whole width. */
const narrow = 680;

/** The width, in points, at which a picture this many pixels wide is drawn. */
export function drawnWidth(pixels: number): number {
  return Math.min(contentWidth, (pixels * contentWidth) / narrow);
}

/** Limits in points that keep an exhibit's facts on the sheet of its picture, while it can still be read. */
const besideFacts = { height: 185, aPixel: 0.28 } as const;

/** The width, in points, at which a copy is drawn. A picture in one piece leaves room for the facts below it. */
export function copyWidth({ width, slices }: ReportCopy): number {
  const [only, ...others] = slices;
  if (only === undefined || others.length > 0) return drawnWidth(width);
  const fitting = (besideFacts.height * only.width) / only.height;
  return Math.min(drawnWidth(width), Math.max(fitting, width * besideFacts.aPixel));
}

/** The heights, in pixels, of the pieces into which a picture is cut, so that each fits on a sheet. */
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
