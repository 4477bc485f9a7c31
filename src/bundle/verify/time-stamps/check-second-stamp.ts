import { equalBytes } from '../../../crypto/bytes.ts';
import { subjectName } from '../../../crypto/certificates/held-certificate.ts';
import type { TimeStampFacts } from '../../../crypto/time-stamp/time-stamp-check.ts';
import { shareAnAuthority } from '../../../crypto/time-stamp/token-certificates.ts';
import type { Finding } from '../../../model/finding.ts';
import { stampFileNames } from '../../../model/time-stamp.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { type ExhibitHistory, type StampedRecord, stampedEvents } from './check-stamped-event.ts';
import { putIn, takenOut } from './compare-time-stamps.ts';
import { clockTolerance, roomOf, shown } from './time-stamp-findings.ts';

/**
 * Compares the second time-stamp over a record with the first; each has been checked by itself. The second is requested
 * from another authority once the first is stored. Empty when there is no second one.
 */
export function checkSecondStamp(
  first: StampedRecord,
  second: StampedRecord,
  history: ExhibitHistory,
): readonly Finding[] {
  const path = `${second.folder}${stampFileNames[2].reply}`;
  return [
    ...checkOrder(path, first, { second, history }),
    ...checkAuthorities(path, 'record', [first, second]),
  ];
}

/** A time-stamp that is present; without facts it is unreliable, which is reported elsewhere. */
type Looked = { readonly facts?: TimeStampFacts | undefined };

/** What a bundle says about a second time-stamp over its list of files. */
export interface SecondPromise {
  /** Whether the record says that two authorities were asked. */
  readonly isAsked: boolean;
  /** Whether the container's list names its file, so that it existed when the container was sealed. */
  readonly isSealed: boolean;
}

/**
 * Compares the second time-stamp over a bundle's list of files with the first, undefined where there is none. It is
 * requested right after the first, from another authority, where the record says that two were asked. The result is
 * sealed with the container, because the record is sealed before any authority answers.
 */
export function checkSecondOfList(
  first: Looked | undefined,
  second: Looked | undefined,
  { isAsked, isSealed }: SecondPromise,
): readonly Finding[] {
  const path = bundlePaths.secondTimeStamp;
  if (second === undefined && isSealed) return [altered('time-stamp.seal.missing', path, takenOut)];
  if (second === undefined)
    // No time-stamp at all is reported elsewhere.
    return isAsked && first !== undefined ? [noted('time-stamp.second.absent', path, oneAnswered)] : [];
  if (!isAsked) return [altered('time-stamp.second.unexpected', path, notAsked)];
  if (!isSealed) return [altered('time-stamp.seal.unexpected', path, putIn)];
  if (first === undefined) return [altered('time-stamp.second.alone', path, aloneOverList)];
  return [
    ...checkSameMinutes(path, first, second),
    ...checkAuthorities(path, 'list of files', [first, second]),
  ];
}

const oneAnswered =
  'Two authorities were asked to time-stamp this file. One gave a time-stamp; no second one is here.';
const notAsked =
  'There is a time-stamp of a second authority here. The record does not say that a second one was asked.';
const aloneOverList =
  'There is a second time-stamp over the list of files, and no first one. A second one is asked for only beside a first.';

function checkSameMinutes(path: string, first: Looked, second: Looked): readonly Finding[] {
  if (first.facts === undefined || second.facts === undefined) return [];
  const later = second.facts.genTime.getTime() - first.facts.genTime.getTime();
  if (Math.abs(later) <= clockTolerance + roomOf(first.facts) + roomOf(second.facts)) return [];
  const [code, side] =
    later < 0
      ? (['time-stamp.order.impossible', 'earlier'] as const)
      : (['time-stamp.order.late', 'later'] as const);
  const detail = `The second time-stamp over the list of files says a time that is minutes ${side} than the first one’s. Holdfast asks for both in one go, and keeps no two that say so.`;
  return [altered(code, path, detail)];
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
  // The event of the first may be lost.
  return isAlone && history.losses.count === 0 ? [altered('capture.stamped.alone', path, alone)] : [];
}

const alone =
  'There is a second time-stamp of this record, and nothing of a first one. A second one is asked for only beside a first.';

/** Whether two time-stamps over the same thing, described by `over`, are by two authorities. */
function checkAuthorities(
  path: string,
  over: 'record' | 'list of files',
  [first, second]: readonly [Looked, Looked],
): readonly Finding[] {
  // Faults of either are reported elsewhere.
  if (first.facts === undefined || second.facts === undefined) return [];
  const [one, other] = [first.facts, second.facts].map(({ certificates }) => certificates?.path[0]);
  if (one === undefined || other === undefined)
    return [noted('time-stamp.second.not-checked', path, notChecked(over))];
  if (shareAnAuthority(one, other))
    return [altered('time-stamp.second.same-authority', path, oneAuthority(over))];
  const shared = sharedName(first.facts, second.facts);
  if (shared === undefined) return [held('time-stamp.second.another', path, twoAuthorities(over))];
  const detail = `${twoAuthorities(over)} Both stand under one certificate, “${shared}”: whoever has its key could have made both.`;
  return [noted('time-stamp.second.one-root', path, detail)];
}

const notChecked = (over: string) =>
  `Whether the two time-stamps of this ${over} are of two authorities was not checked: a certificate is not here.`;
const oneAuthority = (over: string) =>
  `Both time-stamps of this ${over} are of one authority, or of two with one issuer. Holdfast keeps no such second one: it shows no more than the first.`;
const twoAuthorities = (over: string) =>
  `The two time-stamps of this ${over} were made with two keys, whose certificates have two issuers.`;

/** The name of a known certificate above both; undefined when there is none. */
function sharedName(first: TimeStampFacts, second: TimeStampFacts): string | undefined {
  const above = first.certificates?.path ?? [];
  const shared = second.certificates?.path.findLast(each => above.some(one => equalBytes(one.der, each.der)));
  return shared && shown(subjectName(shared));
}
