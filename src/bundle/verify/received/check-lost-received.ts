import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import type { LostReceived } from '../../../model/lost-received.ts';
import { altered, missing, noted } from '../../findings.ts';
import { lineOf, listIn, quoted } from '../custody/chain-facts.ts';
import { isLeftOut, receiptsNotHere, receiptToLost } from '../custody/chain-receipts.ts';
import { preparationOf } from '../custody/check-preparation.ts';
import { isWithheld } from '../words/check-notes.ts';

/**
 * Reports every received file in the chain that is not in this export: left out by choice, declared lost, or missing.
 * Files declared lost must be exactly those. Earlier versions did not record which received files an export contains;
 * in such a chain a missing one is only a notice.
 */
export function checkLostReceived(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): readonly Finding[] {
  const { received = [], lostReceived = [] } = record;
  const prepared = preparationOf(record, events);
  const isStated = events.some(
    event => event.action === 'bundle.prepared' && listIn(event, 'received') !== undefined,
  );
  const leftOut = (prepared && listIn(prepared, 'documentsLeftOut')) ?? [];
  const isExcused = (event: CustodyEvent) => isWithheld(record) || isLeftOut(event, leftOut);
  const notHere = receiptsNotHere(events, received);
  const unread = notHere.filter(event => !isExcused(event));
  const named = new Set(lostReceived.map(keyOf));
  return [
    ...notHere.map(event => {
      const lost = receiptToLost(event);
      if (isExcused(event)) return noted('received.entry.left-out', lineOf(event), leftOutDetail);
      if (lost !== undefined && named.has(keyOf(lost)))
        return missing('received.entry.unreadable', lineOf(event), unreadableDetail(lost, event, losses));
      return isStated
        ? altered('received.entry.missing', lineOf(event), missingDetail)
        : noted('received.entry.left-out', lineOf(event), leftOutDetail);
    }),
    ...checkNamed(lostReceived, unread),
  ];
}

const leftOutDetail =
  'A bundle was received that is not in this file: it was not chosen, or could no longer be read.';
const missingDetail =
  'The chain says that a file was received here. It is not in this export, and nothing says that it was erased, left out, or lost.';

function unreadableDetail(
  { name, sha256 }: LostReceived,
  { sequence }: CustodyEvent,
  losses: Losses,
): string {
  const which = `${name === '' ? 'A file' : quoted(name)} with the SHA-256 ${sha256} was received, and is not in this export.`;
  const why =
    'The log that this was exported from could no longer read it as it came, and the record of the case says so.';
  const isErasureLost = losses.between(sequence, Number.POSITIVE_INFINITY) > 0;
  const ask = 'Ask the sender, or whoever handed it over, for the file.';
  return [which, why, ...(isErasureLost ? ['A lost event may have erased it.'] : []), ask].join(' ');
}

/** A file declared lost must be in the chain as received and must not be here; each is declared once. */
function checkNamed(lost: readonly LostReceived[], unread: readonly CustodyEvent[]): readonly Finding[] {
  const known = new Set(
    unread.map(event => {
      const receipt = receiptToLost(event);
      return receipt && keyOf(receipt);
    }),
  );
  return lost
    .filter(each => !known.delete(keyOf(each)))
    .map(({ receivedId }) =>
      altered(
        'received.entry.not-lost',
        `received file ${receivedId}`,
        'The record of the case calls this received file lost. It is here, was erased, was left out, or was never received like this.',
      ),
    );
}

function keyOf({ receivedId, name, sha256 }: LostReceived): string {
  return `${receivedId} ${sha256} ${name}`;
}
