import { Fault } from '../../model/fault.ts';
import type { ReceivedEntry } from '../../model/received.ts';
import { payloadFolder } from '../layout.ts';
import { isSafeName } from '../zip/check-names.ts';
import { wasmDigest } from '../zip/running-digest.ts';
import type { ZipEntry } from '../zip/zip-writer.ts';

/** A received bundle that this volume contains unchanged. */
export interface BundleReceived {
  readonly entry: ReceivedEntry;
  /** CRC-32 of the whole file. */
  readonly crc32: number;
  /** Its bytes in order, in pieces of any length. Called once. */
  pieces(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Observes the writing of the entries. */
export interface ReceivedWatch {
  /** Throws when the user wants to stop. */
  stopIfAsked(): void;
  /** A piece of this many bytes was written. */
  onPiece(bytes: number): void;
  /** The whole file was written and matches the case record. */
  onDigest(path: string, sha256: string): void;
}

/**
 * The received bundles as entries that are never held whole in memory. Each rejects with Fault `log.received.damaged`
 * when its bytes do not match the case record, before anything is signed. Throws for a misplaced path.
 */
export function receivedEntries(
  received: readonly BundleReceived[],
  watch: ReceivedWatch,
): readonly ZipEntry[] {
  return received.map(each => {
    const name = `${payloadFolder}${each.entry.path}`;
    if (!isSafeName(name)) throw new Error('received bundle out of place');
    return {
      name,
      content: async () => ({
        size: each.entry.size,
        crc32: each.crc32,
        pieces: checked(each, name, watch),
      }),
    };
  });
}

async function* checked({ entry, pieces }: BundleReceived, name: string, watch: ReceivedWatch) {
  const digest = await wasmDigest();
  let size = 0;
  for await (const piece of pieces()) {
    watch.stopIfAsked();
    size += piece.length;
    if (size > entry.size) break;
    await digest.update(piece);
    yield piece;
    watch.onPiece(piece.length);
  }
  if (size !== entry.size || (await digest.digest()) !== entry.sha256)
    throw new Fault('log.received.damaged', entry.name);
  watch.onDigest(name, entry.sha256);
}
