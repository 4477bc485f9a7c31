import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Log } from '../../src/evidence/open-log.ts';
import type { PieceDigest } from '../../src/evidence/received/received.ts';
import { type Arriving, openReceiving, type Receiving } from '../../src/evidence/received/receiving.ts';
import type { CaseId } from '../../src/model/identifiers.ts';
import type { ReceivedId, StagedBundle } from '../../src/model/received.ts';
import { digestOf } from '../samples/digest.ts';
import { secret, tickingClock } from '../samples/log.ts';

/** Node's running SHA-256. */
export function nodeDigest(): PieceDigest {
  const hash = createHash('sha256');
  return { update: bytes => void hash.update(bytes), digest: () => hash.digest('hex') };
}

/** What is said of a file of these bytes, with changes. */
export function saidOf(bytes: Uint8Array, change: Partial<StagedBundle> = {}) {
  return {
    name: `${secret}.zip`,
    sha256: digestOf(bytes),
    crc32: crc32(bytes),
    facts: {
      from: { name: `${secret} giver`, organisation: '' },
      medium: 'memory stick',
      place: 'Front desk',
      receivedAt: '2026-01-01T00:00:00.000Z' as StagedBundle['checkedAt'],
      officer: 'PC 1 Doe',
      remarks: '',
    },
    verdict: 'intact' as const,
    checkedAt: '2026-01-01T00:00:00.000Z' as StagedBundle['checkedAt'],
    checkedWith: 'Holdfast 0.1.0',
    counts: { success: 60, notice: 1, missing: 0, failure: 0, unreadable: 0 },
    findings: [],
    exhibits: [],
    ...change,
  };
}

/** Bytes as they would come from a file. */
export function arrivingOf(bytes: Uint8Array<ArrayBuffer>, change: Partial<Arriving> = {}): Arriving {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + length),
    onPiece() {},
    describe: async () => saidOf(bytes),
    signal: new AbortController().signal,
    onProgress() {},
    ...change,
  };
}

/** The page's side of receiving over a database of this name. */
export function receivingInto(databaseName: string): Receiving {
  return openReceiving({ databaseName, now: tickingClock() });
}

/** Receives these bytes into a case, through both sides. */
export function receiveInto(
  databaseName: string,
  log: Log,
  {
    caseId,
    bytes,
    said = {},
  }: { caseId: CaseId; bytes: Uint8Array<ArrayBuffer>; said?: Partial<StagedBundle> },
): Promise<ReceivedId> {
  return receivingInto(databaseName).receive(
    arrivingOf(bytes, { describe: async () => saidOf(bytes, said) }),
    receivedId => log.writer.keepReceived({ caseId, receivedId }, nodeDigest()),
  );
}
