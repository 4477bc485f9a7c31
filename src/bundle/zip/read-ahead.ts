import type { BundleSource } from './source.ts';

/** A part of a file, by its offset and length in bytes. */
export interface Part {
  readonly offset: number;
  readonly length: number;
}

/** Longer parts are read into buffers of their own, one at a time. */
export const roomLength = 16_000_000;

/**
 * Reads the parts of a file in order, each while the previous one is used. The bytes are valid only until the next are
 * requested, because two buffers are reused: allocating memory for every part costs more than reading it. A part longer
 * than a buffer is not read ahead. Throws what the source throws.
 */
export async function* readAhead<P extends Part>(
  source: BundleSource,
  parts: Iterable<P>,
  rooms: Rooms = new Rooms(Math.min(roomLength, source.size)),
): AsyncGenerator<{ readonly part: P; readonly bytes: Uint8Array<ArrayBuffer> }> {
  let [room, other] = rooms.take();
  const begin = (part: P) => {
    const reading = source.read(part.offset, part.length, room);
    // Thrown where the part is awaited.
    reading.catch(() => undefined);
    [room, other] = [other, room];
    return { part, reading };
  };
  let ahead: ReturnType<typeof begin> | undefined;
  try {
    for (const part of parts) {
      const now = ahead;
      ahead = part.length > rooms.length ? undefined : begin(part);
      if (now !== undefined) yield { part: now.part, bytes: await now.reading };
      ahead ??= begin(part);
    }
    if (ahead !== undefined) yield { part: ahead.part, bytes: await ahead.reading };
  } finally {
    await ahead?.reading.catch(() => undefined);
    rooms.giveBack([room, other]);
  }
}

type Pair = readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

/** A pool of buffers of one length, in pairs, as many as are used at once. A pair that is not returned is replaced. */
export class Rooms {
  readonly length: number;
  readonly #free: Pair[] = [];

  constructor(length: number) {
    this.length = length;
  }

  take(): Pair {
    return this.#free.pop() ?? [new Uint8Array(this.length), new Uint8Array(this.length)];
  }

  giveBack(pair: Pair): void {
    this.#free.push(pair);
  }
}

/** Splits a part into pieces of at most `longest` bytes. */
export function* piecesOf({ offset, length }: Part, longest: number): Generator<Part> {
  for (let done = 0; done < length; done += longest)
    yield { offset: offset + done, length: Math.min(longest, length - done) };
}
