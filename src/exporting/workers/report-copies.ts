import { type PicturePort, type ReportCopy, type Slice, sliceHeights } from '../../reports/pdf/copies.ts';

/** From the best copy to the smallest: greatest width in pixels, and JPEG quality. */
const sizes: readonly (readonly [width: number, quality: number])[] = [
  [1200, 0.8],
  [1200, 0.6],
  [1000, 0.5],
  [800, 0.45],
  [600, 0.4],
  [480, 0.35],
];

interface Copying {
  /** The picture's file; undefined when there is none. */
  readonly read: (directory: string, path: string) => Promise<Blob | undefined>;
  /** How many pictures will be asked for. */
  readonly count: number;
  /** The most bytes that all copies together may take. */
  readonly most: number;
}

/**
 * Makes JPEG copies of pictures, each within its share of the bytes that are left, and cut where a sheet ends. The port
 * returns undefined for a picture that the browser cannot open, or that does not fit at any size.
 */
export function createReportCopies({ read, count, most }: Copying): PicturePort {
  let left = most;
  let coming = count;
  return async (directory, path) => {
    const share = left / Math.max(1, coming);
    coming -= 1;
    const file = await read(directory, path);
    const picture = file && (await createImageBitmap(file).catch(() => undefined));
    if (picture === undefined) return undefined;
    try {
      const copy = await smallest(picture, share);
      const bytes = sizeOf(copy);
      // The smallest copy of a very long page may exceed its share, but must not use up the others' share.
      if (bytes > Math.min(left, share * 4)) return undefined;
      left -= bytes;
      return copy;
    } finally {
      picture.close();
    }
  };
}

/** The best copy that takes at most `share` bytes, else the smallest one. */
async function smallest(picture: ImageBitmap, share: number): Promise<ReportCopy> {
  let copy: ReportCopy = { width: picture.width, slices: [] };
  for (const [width, quality] of sizes) {
    copy = await copyOf(picture, width, quality);
    if (sizeOf(copy) <= share) break;
  }
  return copy;
}

async function copyOf(picture: ImageBitmap, width: number, quality: number): Promise<ReportCopy> {
  const scale = Math.min(1, width / picture.width);
  const slices: Slice[] = [];
  let top = 0;
  for (const height of sliceHeights(picture)) {
    slices.push(await sliceOf(picture, { top, height, scale, quality }));
    top += height;
  }
  return { width: picture.width, slices };
}

interface Cut {
  readonly top: number;
  readonly height: number;
  readonly scale: number;
  readonly quality: number;
}

async function sliceOf(picture: ImageBitmap, { top, height, scale, quality }: Cut): Promise<Slice> {
  const size = {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const drawing = canvas.getContext('2d', { alpha: false });
  if (drawing === null) throw new Error('no drawing context');
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, size.width, size.height);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(picture, 0, top, picture.width, height, 0, 0, size.width, size.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), ...size };
}

function sizeOf({ slices }: ReportCopy): number {
  return slices.reduce((total, { jpeg }) => total + jpeg.length, 0);
}
