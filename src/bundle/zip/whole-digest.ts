import { piecesOf, Rooms, readAhead, roomLength } from './read-ahead.ts';
import type { RunningDigest } from './running-digest.ts';
import type { BundleSource } from './source.ts';

const pieceLength = 2_000_000;

/**
 * SHA-256 of a whole file of which most is read for something else in the order in which it stands. What nobody adds is
 * read here. Rejects with the signal's reason, and with what the source throws.
 */
export class WholeDigest {
  readonly #source: BundleSource;
  readonly #signal: AbortSignal | undefined;
  readonly #digest: RunningDigest;
  readonly #rooms: Rooms;
  /** All bytes before this one are digested. */
  #end = 0;

  constructor(source: BundleSource, digest: RunningDigest, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#rooms = new Rooms(Math.min(pieceLength, source.size));
    this.#digest = digest;
    this.#signal = signal;
  }

  /** Takes bytes of the file that stand at `offset`: those that are not digested yet, after all that stand before them. */
  async add(offset: number, bytes: Uint8Array): Promise<void> {
    // Many at once would keep a page from answering: they are read once more, in pieces.
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
