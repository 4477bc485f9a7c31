import type { RunningCrc32 } from '../../zip/crc32.ts';
import type { Inflate } from '../../zip/inflating.ts';
import { PngFault, type PngHeader, pixelChunks } from './png-chunks.ts';

/** Above any browser's limits: a canvas has at most 65,535 pixels a side and 2^28 in all. */
const longestSide = 65_535;
const largestArea = 2 ** 28;

/**
 * How a PNG is read. `onRow` receives each row's pixels in order, three bytes each, valid only until it returns;
 * `afterRows` is awaited after some rows.
 */
export interface PngReading {
  readonly crc32: RunningCrc32;
  readonly inflate: Inflate;
  readonly onHeader?: (header: PngHeader) => void;
  readonly onChunk?: (type: string) => void;
  readonly onRow?: (row: Uint8Array) => void;
  readonly afterRows?: () => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** The result: `opaque` when no pixel is transparent, `unread` when browsers write no pixels of this kind. */
export type PixelKind = 'opaque' | 'see-through' | 'unread';

/**
 * Reads a PNG from its first byte to its last, a row at a time, and checks that it holds exactly the pixels that its
 * header states. Pixels are decoded only with eight bits for each colour, with or without alpha, not interlaced; for
 * others only the length is checked. Throws {@link PngFault} where the file is not a whole picture, before more is
 * unpacked than the header states.
 */
export async function readPng(file: AsyncIterable<Uint8Array>, reading: PngReading): Promise<PixelKind> {
  const { crc32, inflate, onHeader, signal } = reading;
  let rows: Rows | undefined;
  let isKeyed = false;
  const packed = pixelChunks(file, {
    crc32,
    onHeader(header) {
      const { width, height } = header;
      if (Math.max(width, height) > longestSide || width * height > largestArea)
        throw new PngFault(
          `It says that it is ${width} × ${height} pixels: no browser makes such a picture.`,
        );
      onHeader?.(header);
      rows = new Rows(header, reading.onRow);
    },
    onChunk(type) {
      if (type === 'tRNS') isKeyed = true;
      reading.onChunk?.(type);
    },
  });
  try {
    for await (const piece of inflate(packed)) {
      signal?.throwIfAborted();
      rows?.add(piece);
      await reading.afterRows?.();
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof PngFault || isReadError(error)) throw error;
    throw new PngFault('Its pixels cannot be unpacked.', { cause: error });
  }
  if (rows === undefined) throw new PngFault('It has no header.');
  const kind = rows.end();
  return kind === 'opaque' && isKeyed ? 'see-through' : kind;
}

/** Whether the file itself could not be read; a failure to unpack is a `TypeError` or Node's own error. */
function isReadError(error: unknown): boolean {
  return error instanceof DOMException || (error instanceof Error && 'errno' in error && 'syscall' in error);
}

/** Joins unpacked bytes into rows, undoes each row's filter, and counts them. */
class Rows {
  /** Bytes of one row without its filter byte. */
  readonly #length: number;
  readonly #bytesPerPixel: number;
  readonly #isRead: boolean;
  readonly #expected: number;
  readonly #onRow: ((row: Uint8Array) => void) | undefined;
  readonly #colours: Uint8Array;
  #row: Uint8Array;
  #before: Uint8Array;
  #filled = 0;
  #total = 0;
  #isOpaque = true;

  constructor(header: PngHeader, onRow: ((row: Uint8Array) => void) | undefined) {
    const { width, height, depth, colourType, isInterlaced } = header;
    const bits = depth * (channels[colourType] ?? 1);
    this.#bytesPerPixel = bits / 8;
    this.#length = Math.ceil((width * bits) / 8);
    this.#isRead = depth === 8 && (colourType === 2 || colourType === 6) && !isInterlaced;
    this.#expected = isInterlaced ? interlacedLength(header, bits) : height * (1 + this.#length);
    this.#onRow = onRow;
    const room = this.#isRead ? this.#length : 0;
    this.#row = new Uint8Array(1 + room);
    this.#before = new Uint8Array(1 + room);
    this.#colours = new Uint8Array(this.#isRead && onRow !== undefined ? width * 3 : 0);
  }

  add(piece: Uint8Array): void {
    this.#total += piece.length;
    if (this.#total > this.#expected) throw new PngFault('It holds more pixels than its header says.');
    if (!this.#isRead) return;
    for (let at = 0; at < piece.length; ) {
      const end = Math.min(piece.length, at + this.#row.length - this.#filled);
      // Where no pixels are wanted, only the row's filter byte is kept.
      const kept = this.#onRow === undefined ? Math.min(end, at + 1 - this.#filled) : end;
      if (kept > at) this.#row.set(piece.subarray(at, kept), this.#filled);
      this.#filled += end - at;
      at = end;
      if (this.#filled === this.#row.length) this.#endRow();
    }
  }

  end(): PixelKind {
    if (this.#total !== this.#expected) throw new PngFault('It holds fewer pixels than its header says.');
    if (!this.#isRead) return 'unread';
    return this.#isOpaque ? 'opaque' : 'see-through';
  }

  #endRow(): void {
    if ((this.#row[0] ?? 0) > 4) throw new PngFault('A row of it is written in no known way.');
    if (this.#onRow !== undefined) {
      unfilter(this.#row, this.#before, this.#bytesPerPixel);
      this.#onRow(this.#toColours());
    }
    [this.#row, this.#before] = [this.#before, this.#row];
    this.#filled = 0;
  }

  #toColours(): Uint8Array {
    const row = this.#row;
    if (this.#bytesPerPixel === 3) return row.subarray(1);
    const colours = this.#colours;
    let opaque = 255;
    for (let from = 1, to = 0; from < row.length; from += 4, to += 3) {
      colours[to] = row[from] ?? 0;
      colours[to + 1] = row[from + 1] ?? 0;
      colours[to + 2] = row[from + 2] ?? 0;
      opaque &= row[from + 3] ?? 0;
    }
    if (opaque !== 255) this.#isOpaque = false;
    return colours;
  }
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Adam7 (PNG, section 8.1): where each of the seven passes begins, and the distance of its pixels. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function interlacedLength({ width, height }: PngHeader, bits: number): number {
  let length = 0;
  for (const [x, y, across, down] of passes) {
    const columns = Math.ceil((width - x) / across);
    const rows = Math.ceil((height - y) / down);
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return length;
}

/** Unfilters a row in place; the first byte is the filter type (PNG, section 9.2). `up` is the row above. */
function unfilter(row: Uint8Array, up: Uint8Array, step: number): void {
  const length = row.length;
  const at = (from: Uint8Array, index: number) => from[index] ?? 0;
  switch (row[0]) {
    case 1:
      for (let i = 1 + step; i < length; i++) row[i] = at(row, i) + at(row, i - step);
      return;
    case 2:
      for (let i = 1; i < length; i++) row[i] = at(row, i) + at(up, i);
      return;
    case 3:
      for (let i = 1; i <= step; i++) row[i] = at(row, i) + (at(up, i) >> 1);
      for (let i = 1 + step; i < length; i++) row[i] = at(row, i) + ((at(row, i - step) + at(up, i)) >> 1);
      return;
    case 4:
      for (let i = 1; i <= step; i++) row[i] = at(row, i) + at(up, i);
      for (let i = 1 + step; i < length; i++)
        row[i] = at(row, i) + nearest(at(row, i - step), at(up, i), at(up, i - step));
  }
}

/** The Paeth predictor (PNG, section 9.4). */
function nearest(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
