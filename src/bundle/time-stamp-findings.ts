import type { ChainFault } from '../crypto/certificate-chain.ts';
import { type HeldCertificate, holdCertificate } from '../crypto/held-certificate.ts';
import {
  checkTimeStamp,
  isUsable,
  type TimeStampAspect,
  type TimeStampCheck,
  type TimeStampFacts,
} from '../crypto/time-stamp-check.ts';
import type { Finding } from '../model/finding.ts';
import type { Instant } from '../model/identifiers.ts';
import { altered, held, noted } from './findings.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What a time-stamp in a bundle is compared with. */
export interface TimeStampLook extends Pick<VerifyOptions, 'trustedAuthorities'> {
  readonly imprint: Uint8Array;
  /** What the computer's clock said when it was done; undefined when that cannot be read. */
  readonly claimed: Instant | undefined;
  /** What was done then. */
  readonly act: 'sealed' | 'recorded';
}

/** Clocks of computers that set themselves are seconds apart; a phone call to an authority takes no longer either. */
const TOLERANCE = 5 * 60_000; // ms

const words: Readonly<Record<TimeStampAspect, readonly [held: string, failed: string]>> = {
  parse: ['The time-stamp can be read.', 'The time-stamp cannot be read.'],
  status: ['The authority granted the time-stamp.', 'The authority did not grant the time-stamp.'],
  imprint: ['The time-stamp is over this very content.', 'The time-stamp is over something else.'],
  nonce: ['The time-stamp answers this request.', 'The time-stamp answers another request.'],
  digest: ['What the authority signed is what it says here.', 'What the authority signed is something else.'],
  signature: [
    'The time-stamp was signed with the key of the authority’s certificate.',
    'The time-stamp was not signed with the key of the authority’s certificate.',
  ],
  certificate: [
    'The time-stamp itself names the authority’s certificate.',
    'The time-stamp itself names another certificate, or none.',
  ],
  purpose: [
    'The authority’s certificate is for time-stamps and nothing else.',
    'The certificate is not one for time-stamps alone.',
  ],
  term: [
    'The authority’s certificate was in its term at that moment.',
    'The authority’s certificate was not in its term at that moment.',
  ],
  chain: [
    'The authority’s certificate led to a trusted root at that moment.',
    'The authority’s certificate did not lead to the trusted root whose name it gives.',
  ],
};

const chainWords: Readonly<Record<ChainFault, string>> = {
  signature: 'A certificate above the authority’s is named but did not sign.',
  expired: 'A certificate above the authority’s was not in its term at that moment.',
  'not-authority': 'A certificate above the authority’s may not sign others.',
  condition: 'A certificate above the authority’s states a condition that this program does not know.',
  algorithm: 'A certificate above the authority’s uses a method that this program does not know.',
  'unknown-root': 'The root above the authority is not among those that were given as trusted.',
};

/**
 * Every check of one time-stamp as a finding about `subject`, then which authority vouches for which moment, and how
 * that moment compares with the computer's clock. Each code is `time-stamp.<aspect>.held`, `.failed` or `.not-checked`.
 */
export async function timeStampFindings(
  subject: string,
  bytes: Uint8Array,
  look: TimeStampLook,
): Promise<readonly Finding[]> {
  const trusted = (look.trustedAuthorities ?? []).flatMap(toHeld);
  const report = await checkTimeStamp(bytes, { imprint: look.imprint, trusted });
  const findings = report.checks.map(check => toFinding(subject, check));
  const { facts } = report;
  if (facts === undefined || report.checks.some(({ outcome }) => outcome === 'broken')) return findings;
  return [...findings, moment(subject, facts, isUsable(report)), ...compareClocks(subject, facts, look)];
}

function toFinding(subject: string, { aspect, outcome, fault }: TimeStampCheck): Finding {
  const [good, bad] = words[aspect];
  const why = fault === undefined ? '' : ` ${chainWords[fault]}`;
  if (outcome === 'held') return held(`time-stamp.${aspect}.held`, subject, good);
  if (outcome === 'broken') return altered(`time-stamp.${aspect}.failed`, subject, `${bad}${why}`);
  const detail = `This was not checked: “${good}”${why || ' The certificate is not here, or the method is not known.'}`;
  return noted(`time-stamp.${aspect}.not-checked`, subject, detail);
}

/** Who says when. A success only where the chain held up to a root that the reader trusts. */
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
  { genTime, accuracy = 0 }: TimeStampFacts,
  { claimed, act }: TimeStampLook,
): readonly Finding[] {
  if (claimed === undefined) return [];
  const difference = genTime.getTime() - Date.parse(claimed);
  const both = `The computer’s clock said ${claimed} when this was ${act}; the authority’s said ${genTime.toISOString()}, ${span(Math.abs(difference))}`;
  if (difference < -TOLERANCE - accuracy) {
    const detail = `${both} earlier. What exists already cannot be ${act} later: one of the two clocks was wrong.`;
    return [noted('time-stamp.clock.before', subject, detail)];
  }
  if (difference > TOLERANCE + accuracy) {
    const detail = `${both} later. It was time-stamped afterwards, or one of the two clocks was wrong.`;
    return [noted('time-stamp.clock.after', subject, detail)];
  }
  return [held('time-stamp.clock.match', subject, `${both} apart.`)];
}

/** A length of time in the two largest units, as people say it. `milliseconds` is not negative. */
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

/** A name out of a certificate of anyone's: nothing that could move or hide what stands beside it. */
function shown(name: string): string {
  return name.slice(0, 200).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

function toHeld(der: Uint8Array): readonly HeldCertificate[] {
  try {
    return [holdCertificate(der)];
  } catch {
    return [];
  }
}
