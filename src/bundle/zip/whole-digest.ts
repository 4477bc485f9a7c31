import { piecesOf, Rooms, readAhead, roomLength } from './read-ahead.ts';
import type { RunningDigest } from './running-digest.ts';
import type { BundleSource } from './source.ts';

const pieceLength = 2_000_000;

/**
 * SHA-256 of a whole file, most of which is read in order for other purposes. Reads the rest itself. Rejects with the
 * signal's reason, and with what the source throws.
 */
export class WholeDigest {
  readonly #source: BundleSource;
  readonly #signal: AbortSignal | undefined;
  readonly #digest: RunningDigest;
  readonly #rooms: Rooms;
  /** All bytes before this offset are digested. */
  #end = 0;

  constructor(source: BundleSource, digest: RunningDigest, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#rooms = new Rooms(Math.min(pieceLength, source.size));
    this.#digest = digest;
    this.#signal = signal;
  }

  /** Adds bytes of the file at `offset`: first digests everything before them, then those not digested yet. */
  async add(offset: number, bytes: Uint8Array): Promise<void> {
    // Too many at once would block a page, so they are read again later, in pieces.
    if (bytes.length > roomLength || offset + bytes.length <= this.#end) return;
    await this.#readTo(offset);
    const added = bytes.subarray(this.#end - offset);
    await this.#digest.update(added);
    this.#end += added.length;
  }

  /** The digest, in lower-case hex. */
  async digest(): Promise<string> {
    await this.#readTo(this.#source.size);
    return await this.#digest.digest();
  }

  async #readTo(offset: number): Promise<void> {
    if (offset <= this.#end) return;
    const parts = piecesOf({ offset: this.#end, length: offset - this.#end }, pieceLength);
    for await (const { bytes } of readAhead(this.#source, parts, this.#rooms)) {
      this.#signal?.throwIfAborted();
      await this.#digest.update(bytes);
    }
    this.#end = offset;
  }
}
