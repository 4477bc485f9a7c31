import { equalBytes } from '../crypto/bytes.ts';
import { subjectName } from '../crypto/held-certificate.ts';
import type { TimeStampFacts } from '../crypto/time-stamp-check.ts';
import { shareAnAuthority } from '../crypto/token-certificates.ts';
import type { Finding } from '../model/finding.ts';
import { stampFileNames } from '../model/time-stamp.ts';
import { type ExhibitHistory, type StampedRecord, stampedEvents } from './check-stamped-event.ts';
import { altered, held, noted } from './findings.ts';
import { shown } from './time-stamp-findings.ts';

/**
 * The second time-stamp over a record beside the first, each of which has been looked at by itself. It is asked for once
 * the first is kept, and of another authority. Nothing where there is no second one.
 */
export function checkSecondStamp(
  first: StampedRecord,
  second: StampedRecord,
  history: ExhibitHistory,
): readonly Finding[] {
  const path = `${second.folder}${stampFileNames[2].reply}`;
  return [...checkOrder(path, first, { second, history }), ...checkAuthorities(path, first, second)];
}

function checkOrder(
  path: string,
  first: StampedRecord,
  { second, history }: { readonly second: StampedRecord; readonly history: ExhibitHistory },
): readonly Finding[] {
  const [ofFirst] = stampedEvents(history, 1);
  const [ofSecond] = stampedEvents(history, 2);
  if (ofFirst !== undefined && ofSecond !== undefined && ofSecond.sequence < ofFirst.sequence)
    return [
      altered(
        'capture.stamped.order',
        path,
        'The chain says that the second time-stamp came before the first.',
      ),
    ];
  const isThere = second.file !== undefined || ofSecond !== undefined;
  const isAlone = isThere && first.file === undefined && ofFirst === undefined;
  // The event of the first may be a lost one.
  return isAlone && history.losses.count === 0 ? [altered('capture.stamped.alone', path, alone)] : [];
}

const alone =
  'There is a second time-stamp of this record, and nothing of a first one. A second one is asked for only beside a first.';

function checkAuthorities(path: string, first: StampedRecord, second: StampedRecord): readonly Finding[] {
  // Whatever is wrong with one of them has been said.
  if (first.facts === undefined || second.facts === undefined) return [];
  const [one, other] = [first.facts, second.facts].map(({ certificates }) => certificates?.path[0]);
  if (one === undefined || other === undefined)
    return [noted('time-stamp.second.not-checked', path, notChecked)];
  if (shareAnAuthority(one, other)) return [altered('time-stamp.second.same-authority', path, oneAuthority)];
  const shared = sharedName(first.facts, second.facts);
  if (shared === undefined) return [held('time-stamp.second.another', path, twoAuthorities)];
  const detail = `${twoAuthorities} Both stand under one certificate, “${shared}”: whoever has its key could have made both.`;
  return [noted('time-stamp.second.one-root', path, detail)];
}

const notChecked =
  'Whether the two time-stamps of this record are of two authorities was not checked: a certificate is not here.';
const oneAuthority =
  'Both time-stamps of this record are of one authority, or of two with one issuer. Holdfast keeps no such second one: it shows no more than the first.';
const twoAuthorities =
  'The two time-stamps of this record were made with two keys, whose certificates have two issuers.';

/** The name of a certificate that stands above both, as far as those are known; undefined when there is none. */
function sharedName(first: TimeStampFacts, second: TimeStampFacts): string | undefined {
  const above = first.certificates?.path ?? [];
  const shared = second.certificates?.path.findLast(each => above.some(one => equalBytes(one.der, each.der)));
  return shared && shown(subjectName(shared));
}
