import { readBundle } from '../../bundle/verify/read-bundle.ts';
import { wasmCrc32 } from '../../bundle/zip/crc32.ts';
import { wasmDigest } from '../../bundle/zip/running-digest.ts';
import { blobSource } from '../../bundle/zip/source.ts';
import type { Receiving } from '../../evidence/received/receiving.ts';
import { Fault } from '../../model/fault.ts';
import { toInstant } from '../../model/identifiers.ts';
import type { KeepControl, KeepRequest } from '../parts/ports.ts';
import { describeReceived } from './describe.ts';

/**
 * Stores a checked file in the log byte for byte. Its SHA-256 is computed again while it is stored, and must be the one
 * that was checked. Rejects with Fault `receive.stopped`, `log.disk.full`, `log.received.not-whole`, or the fault of
 * the background.
 */
export async function keepFile(
  receiving: Receiving,
  { file, report, facts, checkedWith, keep }: KeepRequest,
  control: KeepControl,
): Promise<void> {
  const [digest, crc32] = await Promise.all([wasmDigest(), wasmCrc32()]);
  const source = blobSource(file, file.name);
  const checkedAt = toInstant(control.checkedAt.getTime());
  await receiving.receive(
    {
      size: file.size,
      read: (offset, length) => source.read(offset, length),
      async onPiece(piece) {
        await digest.update(piece);
        crc32.update(piece);
      },
      async describe() {
        const sha256 = await digest.digest();
        if (report.sha256 !== undefined && report.sha256 !== sha256)
          throw new Fault('log.received.not-whole', 'the file changed since it was checked');
        const reading = await readBundle(source);
        return describeReceived({
          ...{ report, facts, sha256, checkedAt, checkedWith, reading },
          crc32: crc32.value(),
        });
      },
      signal: control.signal,
      onProgress: done => control.onProgress(done, file.size),
    },
    keep,
  );
}
