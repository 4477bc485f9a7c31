import { JsonBounds } from '../../../crypto/outside-json.ts';
import { bundlePaths, captureRecordName } from '../../layout.ts';

/** Bytes of the longest record of a case or a capture; 10,000 exhibits with all that is said of them take half of it. */
const longestRecord = 64_000_000;
/** Bytes of the longest chain: 100,000 events take half of it. */
const longestChain = 128_000_000;
/** Bytes of the longest event, which holds a few digests and sentences. */
const longestEvent = 4_000_000;

/** Shorter ones are looked at when they are read: it is not worth reading them twice. */
const shortText = 32_000_000;

/** Whether the file is one of the records that are read whole. */
export function isRecordPath(path: string): boolean {
  return (
    path === bundlePaths.caseRecord || path === bundlePaths.custody || path.endsWith(`/${captureRecordName}`)
  );
}

/** In bytes. */
export function longestRecordAt(path: string): number {
  return path === bundlePaths.custody ? longestChain : longestRecord;
}

/**
 * Whether a record of that size may be held whole, which costs its length several times over: not when a string, an
 * event, or how much it holds is beyond what any record has. `pieces` are its bytes, one after the other; they are read
 * only where that must be known, and none is held.
 */
export async function isBoundedRecord(
  path: string,
  size: number,
  pieces: () => AsyncIterable<Uint8Array>,
): Promise<boolean> {
  if (size > longestRecordAt(path)) return false;
  if (size <= shortText) return true;
  const admits = path === bundlePaths.custody ? eventLengths() : jsonBounds();
  for await (const piece of pieces()) if (!admits(piece)) return false;
  return true;
}

function jsonBounds(): (piece: Uint8Array) => boolean {
  const bounds = new JsonBounds();
  return piece => bounds.admits(piece.length, at => piece[at] ?? 0);
}

const lineFeed = 0x0a;

/** Each event has a line of its own, and is bounded by itself when it is read. */
function eventLengths(): (piece: Uint8Array) => boolean {
  let begun = 0;
  return piece => {
    let start = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, start)) {
      if (begun + end - start > longestEvent) return false;
      begun = 0;
      start = end + 1;
    }
    begun += piece.length - start;
    return begun <= longestEvent;
  };
}
