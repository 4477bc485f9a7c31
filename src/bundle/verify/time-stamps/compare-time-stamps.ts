import { equalBytes } from '../../../crypto/bytes.ts';
import type { TimeStampFacts } from '../../../crypto/time-stamp/time-stamp-check.ts';
import { isOneAuthority } from '../../../crypto/time-stamp/token-certificates.ts';
import type { TokenForm } from '../../../crypto/time-stamp/token-form.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { clockTolerance, roomOf } from './time-stamp-findings.ts';

/**
 * The time-stamps of a bundle by path. The facts are undefined where one is present but unreliable. The first two are
 * in files that the container's seal covers. The last one is inside that seal and made over it, so nothing covers it.
 * All three were requested together, in this order.
 */
export type BundleTimeStamps = ReadonlyMap<string, TimeStampFacts | undefined>;

const last = bundlePaths.asicSignature;
const sealedPaths = [bundlePaths.tagManifestSignature, bundlePaths.tagManifestTimeStamp] as const;

/**
 * Reports missing time-stamps. A bundle whose record says that an authority was asked (`isAsked`) has both sealed ones
 * only if it also has the last one: see `makeSeals`. In every bundle, the last one is requested when the other two are
 * present.
 */
export function checkPresence(found: BundleTimeStamps, isAsked: boolean): readonly Finding[] {
  const absent = [...sealedPaths, last].filter(path => !found.has(path));
  if (absent.length === 3)
    return [noted('time-stamp.absent', bundlePaths.tagManifestTimeStamp, none(isAsked))];
  if (found.has(last) && absent.length === 2) return [altered('time-stamp.seal.unexpected', last, putIn)];
  if (found.has(last)) return absent.map(path => altered('time-stamp.seal.missing', path, takenOut));
  const isPromised = isAsked && absent.length === 1;
  return absent.map(path =>
    isPromised
      ? altered('time-stamp.seal.missing', path, takenOut)
      : noted(
          'time-stamp.other.absent',
          path,
          'There is no time-stamp here, though there is one elsewhere in the bundle.',
        ),
  );
}

function none(isAsked: boolean): string {
  const why = isAsked ? ' One was asked for, and none was given.' : '';
  return `No time-stamp authority says when the bundle existed. Its dates are those of the computer that made it.${why}`;
}

/** Explanations for a time-stamp that was removed or added after sealing. */
export const takenOut =
  'This place had a time-stamp when the file was sealed: what is sealed says so. Now it is gone. Somebody took it out.';
export const putIn =
  'The file was sealed without a time-stamp: what is sealed says so. This one was put in later. It proves nothing.';

/**
 * Compares the time-stamp that no seal covers with the sealed ones: same authority, same form, within minutes. Always
 * reports that no seal covers it.
 */
export async function checkLast(found: BundleTimeStamps, isAsked: boolean): Promise<readonly Finding[]> {
  if (!found.has(last)) return [];
  const findings: Finding[] = [noted('seal.place.unsealed', last, unsealed)];
  const facts = found.get(last);
  const others = sealedPaths.flatMap(path => found.get(path) ?? []);
  // Faults of any of them are reported elsewhere.
  if (facts === undefined || others.length === 0) return findings;
  const ofOne = await othersOfOneAuthority(facts, others);
  if (ofOne.length === 0 && facts.root === undefined)
    findings.push(altered('time-stamp.authority.differs', last, otherAuthority));
  else if (ofOne.length === 0) findings.push(noted('time-stamp.authority.differs', last, trustedAuthority));
  else
    findings.push(held('seal.authority.match', last, 'It is of the authority that the sealed ones are of.'));
  return [...findings, ...checkForm(facts, ofOne), ...checkMoments(facts, others, isAsked)];
}

const unsealed =
  'The time-stamp in this seal was put in after the seal was made, so no seal covers it. It is held against the time-stamps that are sealed.';
const otherAuthority =
  'This time-stamp is of another authority than those that are sealed, and no seal covers it. It was put in later.';
const trustedAuthority =
  'This time-stamp is of another authority than those that are sealed. It stands under a root that was given as trusted.';

async function othersOfOneAuthority(
  facts: TimeStampFacts,
  others: readonly TimeStampFacts[],
): Promise<readonly TimeStampFacts[]> {
  const signer = facts.certificates?.path[0];
  if (signer === undefined) return [];
  const isOne = await Promise.all(
    others.map(({ certificates }) => isOneAuthority(certificates?.path ?? [], signer)),
  );
  return others.filter((_, at) => isOne[at]);
}

/** An authority writes all its time-stamps in one form, so anything beyond that was added by somebody else. */
function checkForm(facts: TimeStampFacts, others: readonly TimeStampFacts[]): readonly Finding[] {
  const known = others.flatMap(({ certificates }) => certificatesOf(certificates));
  const added = (facts.certificates?.beside ?? []).filter(
    ({ der }) => !known.some(each => equalBytes(each, der)),
  );
  const isUsual = others.length === 0 ? isBare(facts.form) : others.some(other => isAlike(facts, other));
  return added.length === 0 && isUsual
    ? []
    : [
        altered(
          'time-stamp.form.differs',
          last,
          'Something was added to this time-stamp that no seal covers.',
        ),
      ];
}

function certificatesOf(certificates: TimeStampFacts['certificates']): readonly Uint8Array[] {
  return [...(certificates?.path ?? []), ...(certificates?.beside ?? [])].map(({ der }) => der);
}

/** The frame belongs to one certificate; for another certificate of the authority only the parts are compared. */
function isAlike(facts: TimeStampFacts, other: TimeStampFacts): boolean {
  const [one, another] = [facts.certificates?.path[0], other.certificates?.path[0]];
  if (one !== undefined && another !== undefined && equalBytes(one.der, another.der))
    return equalBytes(facts.form.frame, other.form.frame);
  return partsOf(facts.form) === partsOf(other.form);
}

function isBare(form: TokenForm): boolean {
  return partsOf(form) === '0 false false';
}

function partsOf({ hasCrls, otherCertificates, hasUnsignedAttributes }: TokenForm): string {
  return `${otherCertificates} ${hasCrls} ${hasUnsignedAttributes}`;
}

/** It was made after the others, over a seal that covers them, and requested within the same minutes. */
function checkMoments(
  facts: TimeStampFacts,
  others: readonly TimeStampFacts[],
  isAsked: boolean,
): readonly Finding[] {
  const at = facts.genTime.getTime();
  const room = (other: TimeStampFacts) => clockTolerance + roomOf(facts) + roomOf(other);
  const isBefore = others.some(other => at < other.genTime.getTime() - room(other));
  const isAfter = others.some(other => at > other.genTime.getTime() + room(other));
  if (isBefore)
    return [
      altered(
        'time-stamp.order.impossible',
        last,
        'This time-stamp says an earlier time than one that was there before it.',
      ),
    ];
  if (!isAfter) return [];
  const detail =
    'This time-stamp says a later time than those that were asked for together with it. The first one may have been exchanged.';
  return [(isAsked ? altered : noted)('time-stamp.order.late', last, detail)];
}
