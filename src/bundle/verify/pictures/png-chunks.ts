import type { RunningCrc32 } from '../../zip/crc32.ts';

/** The header of a PNG (PNG, section 11.2.1). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha. */
  readonly colourType: number;
  readonly isInterlaced: boolean;
}

/** Why a file is not a whole PNG, in a sentence. */
export class PngFault extends Error {}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const headerLength = 13;
/** Limit on chunks, above any file that a browser wrote. */
const mostChunks = 1_000_000;

/** Permitted bits per channel for each colour type (PNG, table 11.1). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Receives the parts of a PNG as its chunks are read: its header first, then each chunk's type. */
export interface ChunkReading {
  readonly crc32: RunningCrc32;
  onHeader(header: PngHeader): void;
  onChunk(type: string): void;
}

/**
 * The compressed pixels of a PNG in pieces, while the file is checked: signature, header first, every chunk whole and
 * with its own CRC, one picture only, nothing after the end. Throws {@link PngFault}.
 *
 * | chunk | bytes | meaning |
 * |--------|-------|---------------------------------------|
 * | length | 4 | of the data, big endian |
 * | type | 4 | four letters |
 * | data | | |
 * | CRC | 4 | CRC-32 of type and data |
 *
 * https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export async function* pixelChunks(
  file: AsyncIterable<Uint8Array>,
  { crc32, onHeader, onChunk }: ChunkReading,
): AsyncGenerator<Uint8Array> {
  const reader = new PieceReader(file);
  const start = await reader.exactly(signature.length);
  if (signature.some((byte, index) => start[index] !== byte)) throw new PngFault('It is no PNG file.');
  let place: 'header' | 'before' | 'pixels' | 'after' = 'header';
  for (let count = 0; count < mostChunks; count++) {
    const head = await reader.exactly(8);
    const length = uint32(head, 0);
    const type = String.fromCharCode(...head.subarray(4));
    if (length > 0x7fffffff || !/^[A-Za-z]{4}$/.test(type)) throw new PngFault('One of its parts is none.');
    if ((place === 'header') !== (type === 'IHDR')) throw new PngFault('It does not begin with one header.');
    if (!isKnown(type)) throw new PngFault(`It has a part ${type}, which no single still picture has.`);
    onChunk(type);
    if (type === 'IDAT' && place === 'after') throw new PngFault('Its pixels stand in two places.');
    crc32.value();
    crc32.update(head.subarray(4));
    if (type === 'IHDR') {
      if (length !== headerLength) throw new PngFault('Its header is of another length.');
      const data = await reader.exactly(length);
      crc32.update(data);
      onHeader(headerOf(data));
      place = 'before';
    } else {
      if (type === 'IDAT') place = 'pixels';
      else if (place === 'pixels') place = 'after';
      for (let left = length; left > 0; ) {
        const data = await reader.upTo(left);
        crc32.update(data);
        left -= data.length;
        if (type === 'IDAT') yield data;
      }
    }
    if (uint32(await reader.exactly(4), 0) !== crc32.value())
      throw new PngFault(`The checksum of its part ${type} does not hold.`);
    if (type !== 'IEND') continue;
    if (place !== 'after' || length !== 0) throw new PngFault('It ends before its pixels.');
    if (!(await reader.isAtEnd())) throw new PngFault('Something stands behind the end of the picture.');
    return;
  }
  throw new PngFault('It has more parts than a picture has.');
}

/** Chunks that every reader must know have a capital first letter; the others named here are for animations. */
function isKnown(type: string): boolean {
  if (/^[A-Z]/.test(type)) return ['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type);
  return !['acTL', 'fcTL', 'fdAT'].includes(type);
}

function headerOf(data: Uint8Array): PngHeader {
  const [depth = 0, colourType = 0, packing, filters, interlace] = data.subarray(8);
  const width = uint32(data, 0);
  const height = uint32(data, 4);
  const isPicture = depths[colourType]?.includes(depth) === true && packing === 0 && filters === 0;
  if (!isPicture || width === 0 || height === 0 || (interlace !== 0 && interlace !== 1))
    throw new PngFault('Its header says what no picture is.');
  return { width, height, depth, colourType, isInterlaced: interlace === 1 };
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}

/** Reads exact numbers of bytes from pieces of any length. */
class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(file: AsyncIterable<Uint8Array>) {
    this.#pieces = file[Symbol.asyncIterator]();
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#at === this.#piece.length) {
      const { done, value } = await this.#pieces.next();
      if (done === true) return true;
      this.#piece = value;
      this.#at = 0;
    }
    return false;
  }

  /** Returns between one and `most` bytes, without copying them. */
  async upTo(most: number): Promise<Uint8Array> {
    if (await this.isAtEnd()) throw new PngFault('It ends in the middle.');
    const found = this.#piece.subarray(this.#at, this.#at + most);
    this.#at += found.length;
    return found;
  }

  async exactly(length: number): Promise<Uint8Array> {
    const found = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const part = await this.upTo(length - done);
      found.set(part, done);
      done += part.length;
    }
    return found;
  }
}
