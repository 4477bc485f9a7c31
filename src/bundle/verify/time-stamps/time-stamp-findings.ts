import type { ChainFault } from '../../../crypto/certificates/certificate-chain.ts';
import { type HeldCertificate, holdCertificate } from '../../../crypto/certificates/held-certificate.ts';
import {
  checkTimeStamp,
  isUsable,
  type TimeStampCheck,
  type TimeStampFacts,
} from '../../../crypto/time-stamp/time-stamp-check.ts';
import type { Finding } from '../../../model/finding.ts';
import { timeStampCodes } from '../../../model/finding-codes/time-stamps.ts';
import type { Instant } from '../../../model/identifiers.ts';
import { altered, held, noted } from '../../findings.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { type KeptLists, revocationFindings } from './revocation-findings.ts';

/** What a time-stamp in a bundle is compared with. */
export interface TimeStampLook extends Pick<VerifyOptions, 'trustedAuthorities'> {
  readonly imprint: Uint8Array;
  /** The computer's clock at the time of the act; undefined when it cannot be read. */
  readonly claimed: Instant | undefined;
  /** The act at that time. */
  readonly act: 'sealed' | 'recorded';
  /** The earliest possible time of the time-stamp, with a tolerance in milliseconds. */
  readonly notBefore?: { readonly at: Date; readonly tolerance: number } | undefined;
  /** The stored revocation lists; undefined when there are none. */
  readonly lists?: KeptLists | undefined;
}

/** The findings on one time-stamp. `facts` only when it could be read and no check is broken. */
export interface TimeStampLooked {
  readonly findings: readonly Finding[];
  readonly facts?: TimeStampFacts;
}

/** Clocks that set themselves are seconds apart, and a request to an authority takes no longer. */
export const clockTolerance = 5 * 60_000; // ms

/**
 * The stated accuracy of a time-stamp in milliseconds, limited to what a clock may be off, because one that claims to
 * be years off would fit every seal.
 */
export function roomOf({ accuracy = 0 }: Pick<TimeStampFacts, 'accuracy'>): number {
  return Math.min(accuracy, clockTolerance);
}

const chainWords: Readonly<Record<ChainFault, string>> = {
  signature: 'A certificate above the authority’s is named but did not sign.',
  expired: 'A certificate above the authority’s was not in its term at that moment.',
  'not-authority': 'A certificate above the authority’s may not sign others.',
  condition: 'A certificate above the authority’s states a condition that this program does not know.',
  algorithm: 'A certificate above the authority’s uses a method that this program does not know.',
  'unknown-root': 'The root above the authority is not among those that were given as trusted.',
};

/**
 * Every check of one time-stamp as a finding about `subject`, then the authority and its time, and how that compares
 * with the computer's clock. Each code is `time-stamp.<aspect>.held`, `.failed` or `.not-checked`.
 */
export async function lookAtTimeStamp(
  subject: string,
  bytes: Uint8Array,
  look: TimeStampLook,
): Promise<TimeStampLooked> {
  const trusted = (look.trustedAuthorities ?? []).flatMap(toHeld);
  const report = await checkTimeStamp(bytes, { imprint: look.imprint, trusted });
  const findings = report.checks.flatMap(check => toFindings(subject, check));
  const { facts } = report;
  if (facts === undefined || report.checks.some(({ outcome }) => outcome === 'broken')) return { findings };
  const { lists } = look;
  const said = [
    ...(lists === undefined ? [] : await revocationFindings(subject, facts, lists)),
    moment(subject, facts, isUsable(report)),
    ...compareClocks(subject, facts, look),
  ];
  return { facts, findings: [...findings, ...said] };
}

function toFindings(subject: string, check: TimeStampCheck): readonly Finding[] {
  const { aspect, outcome } = check;
  if (aspect === 'nonce') return []; // a bundle does not contain the request with its nonce
  if (outcome === 'held') {
    const code = `time-stamp.${aspect}.held` as const;
    return [held(code, subject, timeStampCodes[code].success)];
  }
  if (aspect === 'binding') {
    const code = 'time-stamp.binding.weak';
    return [noted(code, subject, timeStampCodes[code].notice)];
  }
  const why = 'fault' in check ? ` ${chainWords[check.fault]}` : '';
  if (outcome === 'broken') {
    const code = `time-stamp.${aspect}.failed` as const;
    return [altered(code, subject, `${timeStampCodes[code].failure}${why}`)];
  }
  const good = timeStampCodes[`time-stamp.${aspect}.held`].success;
  const detail = `This was not checked: “${good}”${why || ' The certificate is not here, or the method is not known.'}`;
  return [noted(`time-stamp.${aspect}.not-checked`, subject, detail)];
}

/** The authority and its time. A success only where the chain ends at a root that the reader trusts. */
function moment(subject: string, facts: TimeStampFacts, wasChecked: boolean): Finding {
  const { genTime, accuracy, authority, root } = facts;
  const name = authority ? `“${shown(authority)}”` : 'An authority without a name';
  const within = accuracy === undefined ? '' : `, give or take ${accuracy / 1000} seconds`;
  const says = `${name} says that this existed at ${genTime.toISOString()}${within}.`;
  return root !== undefined && wasChecked
    ? held('time-stamp.moment.vouched', subject, `${says} It stands under the trusted root “${shown(root)}”.`)
    : noted(
        'time-stamp.moment.not-checked',
        subject,
        `${says} Whether that authority can be relied on was not checked.`,
      );
}

function compareClocks(
  subject: string,
  facts: TimeStampFacts,
  { claimed, act, notBefore }: TimeStampLook,
): readonly Finding[] {
  const { genTime } = facts;
  const accuracy = roomOf(facts);
  if (
    notBefore !== undefined &&
    genTime.getTime() < notBefore.at.getTime() - notBefore.tolerance - accuracy
  ) {
    const age = span(notBefore.at.getTime() - genTime.getTime());
    const detail = `The time-stamp says ${genTime.toISOString()}. What it stamps says that it was made at ${notBefore.at.toISOString()}, ${age} later. Nothing can be stamped before it is made: one of the two times is not true.`;
    return [altered('time-stamp.signing-time.before', subject, detail)];
  }
  if (claimed === undefined) return [];
  const difference = genTime.getTime() - Date.parse(claimed);
  const both = `The computer’s clock said ${claimed} when this was ${act}; the authority’s said ${genTime.toISOString()}, ${span(Math.abs(difference))}`;
  if (difference < -clockTolerance - accuracy) {
    const detail = `${both} earlier. What exists already cannot be ${act} later: one of the two clocks was wrong.`;
    return [noted('time-stamp.clock.before', subject, detail)];
  }
  if (difference > clockTolerance + accuracy) {
    const detail = `${both} later. It was time-stamped afterwards, or one of the two clocks was wrong.`;
    return [noted('time-stamp.clock.after', subject, detail)];
  }
  return [held('time-stamp.clock.match', subject, `${both} apart.`)];
}

/** A duration in its two largest units, in words. `milliseconds` is not negative. */
function span(milliseconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  let rest = Math.round(milliseconds / 1000);
  const parts = units.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return parts.slice(0, 2).join(' ') || '0 seconds';
}

/** A certificate's name as untrusted text, without characters that could move or hide what stands beside it. */
export function shown(name: string): string {
  return name.slice(0, 200).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

function toHeld(der: Uint8Array): readonly HeldCertificate[] {
  try {
    return [holdCertificate(der)];
  } catch {
    return [];
  }
}
