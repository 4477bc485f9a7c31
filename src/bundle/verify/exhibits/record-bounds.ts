import { JsonBounds } from '../../../crypto/outside-json.ts';
import { bundlePaths, captureRecordName } from '../../layout.ts';

/** Longest record of a case or a capture, in bytes; 10,000 exhibits with all their facts take half of it. */
const longestRecord = 64_000_000;
/** Longest chain, in bytes; 100,000 events take half of it. */
const longestChain = 128_000_000;
/** Longest event, in bytes; it holds a few digests and sentences. */
const longestEvent = 4_000_000;

/** Shorter texts are bounded when they are parsed, so reading them twice is not worthwhile. */
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
 * Whether a record of this size may be held whole, which takes several times its length: its strings, events and
 * structure must be within the bounds of any record. `pieces` are its bytes in order; they are read only when needed
 * and not kept.
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

/** Each event is a line and is bounded again when it is parsed. */
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
