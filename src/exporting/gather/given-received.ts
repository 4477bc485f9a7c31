import {
  contradictedFacts,
  isErasure,
  isLeftOut,
  isReceipt,
  receiptsNotHere,
  receiptToLost,
} from '../../bundle/verify/custody/chain-receipts.ts';
import { wasmCrc32 } from '../../bundle/zip/crc32.ts';
import { wasmDigest } from '../../bundle/zip/running-digest.ts';
import type { LogReader } from '../../evidence/reader.ts';
import type { CustodyEvent } from '../../model/custody.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import {
  type ReceivedBundle,
  type ReceivedEntry,
  type ReceivedId,
  receivedPath,
} from '../../model/received.ts';
import type { GatherRequest } from '../engine.ts';

/** The received files of a case: those that are as they came, and those that the log can no longer read so. */
export interface ReceivedFiles {
  readonly whole: readonly ReceivedBundle[];
  /** By the chain received and not erased, and not left out by the person; in the order of the chain. */
  readonly lost: readonly LostReceived[];
}

/**
 * Compares the rows that can be opened with the chain. A row that contradicts the chain is lost, and so is a file whose
 * bytes were found damaged and that the person agreed to go on without.
 */
export function receivedFiles(
  rows: readonly ReceivedBundle[],
  events: readonly CustodyEvent[],
  { agreed, choice }: Pick<GatherRequest, 'agreed' | 'choice'>,
): ReceivedFiles {
  const damaged = new Set(agreed.lostReceived.map(({ receivedId }) => receivedId));
  const erased = new Set(events.filter(isErasure).map(({ detail }) => detail['receivedId']));
  const receipts = new Map(events.filter(isReceipt).map(event => [event.detail['receivedId'], event]));
  const whole = rows.filter(
    bundle =>
      !damaged.has(bundle.id) && !erased.has(bundle.id) && isAsChained(bundle, receipts.get(bundle.id)),
  );
  const lost = receiptsNotHere(events, whole)
    .filter(event => !isLeftOut(event, choice.documentsLeftOut))
    .flatMap(event => receiptToLost(event) ?? []);
  return { whole, lost };
}

/** The event of the receipt may itself be lost. Then nothing contradicts the row. */
function isAsChained(bundle: ReceivedBundle, receipt: CustodyEvent | undefined): boolean {
  if (receipt === undefined) return true;
  const { sha256, size } = receipt.detail;
  if (sha256 !== bundle.sha256 || size !== bundle.size) return false;
  return contradictedFacts(toReceivedEntry({ bundle, volume: 1 }), receipt).length === 0;
}

/** A received bundle in the form in which damage names it. */
export function toLost({ id, name, sha256 }: ReceivedBundle): LostReceived {
  return { receivedId: id, name, sha256 };
}

/** A received bundle and its volume, which is 1 until the plan decides it. */
export interface PlannedReceived {
  readonly bundle: ReceivedBundle;
  readonly volume: number;
}

/** The entry of a received bundle in `case.json`. */
export function toReceivedEntry({ bundle, volume }: PlannedReceived): ReceivedEntry {
  const { facts, findings: _, crc32: __, parts: ___, ...described } = bundle;
  return { ...described, ...facts, path: receivedPath(bundle), volume };
}

/** The bytes of a received bundle from the log, piece by piece. */
export async function* receivedPieces(log: LogReader, { id, parts }: ReceivedBundle) {
  for (let index = 0; index < parts; index += 1) yield await log.readReceivedPart(id, index);
}

/**
 * The ids of those whose bytes in the log are not as they came. Reads every file to its end. Throws Fault
 * `export.stopped` when the user stops it.
 */
export async function findDamaged(
  { log, signal }: { readonly log: LogReader; readonly signal: AbortSignal },
  received: readonly ReceivedBundle[],
): Promise<readonly ReceivedId[]> {
  const damaged: ReceivedId[] = [];
  for (const bundle of received) {
    if (signal.aborted) throw new Fault('export.stopped');
    if (!(await isWhole(log, bundle))) damaged.push(bundle.id);
  }
  return damaged;
}

async function isWhole(log: LogReader, bundle: ReceivedBundle): Promise<boolean> {
  const [digest, crc32] = await Promise.all([wasmDigest(), wasmCrc32()]);
  try {
    for await (const piece of receivedPieces(log, bundle)) {
      await digest.update(piece);
      crc32.update(piece);
    }
  } catch (error) {
    if (faultCodeOf(error) !== 'log.received.damaged') throw error;
    return false;
  }
  return (await digest.digest()) === bundle.sha256 && crc32.value() === bundle.crc32;
}

/**
 * These received files are not as they came and these exhibits not as they were recorded; nothing else is wrong. The
 * code is `export.exhibits.damaged` when there are exhibits among them. Only code and message survive between contexts;
 * the message lists the references and the files' ids, separated by a comma and a space.
 */
export class DamagedReceived extends Fault {
  constructor(ids: readonly ReceivedId[], references: readonly string[] = []) {
    const code = references.length > 0 ? 'export.exhibits.damaged' : 'export.received.damaged';
    super(code, [...references, ...ids].join(', '));
  }
}
