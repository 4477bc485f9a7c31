import type { CustodyEvent } from '../../../model/custody.ts';
import { type LostReceived, lostReceivedSchema } from '../../../model/lost-received.ts';
import { type ReceivedEntry, receivedFolder } from '../../../model/received.ts';
import { textIn } from './chain-facts.ts';

/** Whether the event is the receipt of a file. */
export function isReceipt({ action }: CustodyEvent): boolean {
  return action === 'bundle.received' || action === 'bundle.combined';
}

/** Whether the event is the erasure of a received file. */
export function isErasure({ action }: CustodyEvent): boolean {
  return action === 'received.erased';
}

/** The names of the receipt's facts, except digest and size, that contradict the record. */
export function contradictedFacts(entry: ReceivedEntry, { detail }: CustodyEvent): readonly string[] {
  return Object.entries(factsOf(entry))
    .filter(([name, value]) => (detail[name] ?? value) !== value)
    .map(([name]) => name);
}

function factsOf(entry: ReceivedEntry): Readonly<Record<string, string | undefined>> {
  const { name, signerFingerprint, groupId, verdict, from, medium, place, receivedAt, officer } = entry;
  return {
    ...{ name, signerFingerprint, receivedGroupId: groupId, medium, place, receivedAt, officer },
    verdict: verdict === 'unreadable' ? 'not checked' : verdict,
    from: [from.name, from.organisation].filter(Boolean).join(', '),
  };
}

/**
 * The receipts of files that were not erased and are not here, each once and in order. A file counts as here when it
 * was received again under another id.
 */
export function receiptsNotHere(
  events: readonly CustodyEvent[],
  received: readonly Pick<ReceivedEntry, 'id' | 'sha256'>[],
): readonly CustodyEvent[] {
  const known = new Set<unknown>([
    ...received.flatMap(({ id, sha256 }) => [id, sha256]),
    ...events.filter(isErasure).map(({ detail }) => detail['receivedId']),
  ]);
  const receipts = new Map<unknown, CustodyEvent>();
  for (const event of events) {
    const { receivedId, sha256 } = event.detail;
    if (isReceipt(event) && !receipts.has(receivedId) && !known.has(receivedId) && !known.has(sha256))
      receipts.set(receivedId, event);
  }
  return [...receipts.values()];
}

/** Whether the person left out the folder of this received file. */
export function isLeftOut({ detail }: CustodyEvent, documentsLeftOut: readonly string[]): boolean {
  return documentsLeftOut.includes(receivedFolder(String(detail['sha256'])));
}

/** A receipt in the form in which a case record names a lost file; undefined when the event does not identify it. */
export function receiptToLost(event: CustodyEvent): LostReceived | undefined {
  const [receivedId, sha256] = [textIn(event, 'receivedId'), textIn(event, 'sha256')];
  return lostReceivedSchema.safeParse({ receivedId, name: textIn(event, 'name') ?? '', sha256 }).data;
}
