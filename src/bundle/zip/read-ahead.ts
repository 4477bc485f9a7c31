import type { BundleSource } from './source.ts';

/** A part of a file, in bytes from its start. */
export interface Part {
  readonly offset: number;
  readonly length: number;
}

/** Longer parts are read into memory of their own, one at a time. */
export const roomLength = 16_000_000;

/**
 * The parts of a file one after the other, each with its bytes, while the next is being read already. The bytes are the
 * caller's own only until he asks for the next ones, because they stand in the same two rooms again and again: memory
 * that is new for every part costs more than reading it. One that is longer than a room is not read before it is asked
 * for. Throws what the source throws.
 */
export async function* readAhead<P extends Part>(
  source: BundleSource,
  parts: Iterable<P>,
  rooms: Rooms = new Rooms(Math.min(roomLength, source.size)),
): AsyncGenerator<{ readonly part: P; readonly bytes: Uint8Array<ArrayBuffer> }> {
  let [room, other] = rooms.take();
  const begin = (part: P) => {
    const reading = source.read(part.offset, part.length, room);
    // Thrown where it is waited for.
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

/** Rooms of one length, in pairs, as many as are in use at once. A pair that is not given back is made anew. */
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

/** Cuts a part into pieces of at most `longest` bytes. */
export function* piecesOf({ offset, length }: Part, longest: number): Generator<Part> {
  for (let done = 0; done < length; done += longest)
    yield { offset: offset + done, length: Math.min(longest, length - done) };
}
