import { wasmDigest } from '../../bundle/zip/running-digest.ts';
import type { LogReader } from '../../evidence/reader.ts';
import { Fault } from '../../model/fault.ts';
import type { ReceivedBundle } from '../../model/received.ts';

/**
 * A received file from the log, its SHA-256 compared with the one at its receipt. Each piece becomes a Blob of its own,
 * which a browser can move to disk. Throws Fault `log.received.damaged`.
 */
export async function wholeFile(
  log: Pick<LogReader, 'readReceivedPart'>,
  { id, parts, sha256 }: ReceivedBundle,
): Promise<Blob> {
  const digest = await wasmDigest();
  const pieces: Blob[] = [];
  for (let index = 0; index < parts; index += 1) {
    const piece = await log.readReceivedPart(id, index);
    await digest.update(piece);
    pieces.push(new Blob([piece]));
  }
  if ((await digest.digest()) !== sha256) throw new Fault('log.received.damaged', 'the digest differs');
  return new Blob(pieces, { type: 'application/zip' });
}
