import type { HeldCertificate } from '../certificates/held-certificate.ts';
import { askPrivately, type RequestFailure } from '../private-request.ts';
import type { Random } from '../random.ts';
import {
  checkTimeStamp,
  isUsable,
  type TimeStampAspect,
  type TimeStampCheck,
  type TimeStampFacts,
  type TimeStampReport,
} from './time-stamp-check.ts';
import { largestReply } from './time-stamp-reply.ts';
import { createTimeStampRequest } from './time-stamp-request.ts';

/** What asking an authority takes. */
export interface TimeStampClientOptions {
  /** An http or https address, without a password in it. */
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly random: Random;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Certificates of roots and intermediates that are trusted. Empty: the chain is not checked. */
  readonly trusted: readonly HeldCertificate[];
  /** In milliseconds, for the whole answer. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal;
}

/** Why there is no time-stamp. An aspect's name after `broken-`: the reply was read, and this was wrong with it. */
export type TimeStampFailure =
  | RequestFailure
  | 'refused'
  | 'authority-revoked'
  | 'another-authority'
  | 'same-authority'
  | 'clocks-differ'
  | 'clock-ahead'
  | `broken-${TimeStampAspect}`;

/** A time-stamp that may be used. */
export interface UsableTimeStamp {
  /** The whole TimeStampResp as it came, for a .tsr file. */
  readonly reply: Uint8Array<ArrayBuffer>;
  readonly facts: TimeStampFacts;
  readonly checks: readonly TimeStampCheck[];
  /** The authority's clock less this computer's, in milliseconds: positive when this one is behind. */
  readonly clockDifference: number;
}

/** Why there is no time-stamp; `text` is the authority's own words: escape it. */
export interface TimeStampRefusal {
  readonly failure: TimeStampFailure;
  readonly text?: string;
}

/** A time-stamp, or why there is none. */
export type TimeStampAnswer = UsableTimeStamp | TimeStampRefusal;

/**
 * Asks one authority once for a time-stamp over a SHA-256 (RFC 3161, 3.4) and checks the answer in every aspect.
 * Nothing but the digest, a nonce and the wish for a certificate is sent; no cookie, no referrer, and a redirect is
 * not followed. Never rejects. A chain that could not be checked, since its root is not among those trusted, is no
 * failure; see the checks.
 */
export async function requestTimeStamp(
  imprint: Uint8Array,
  options: TimeStampClientOptions,
): Promise<TimeStampAnswer> {
  const request = createTimeStampRequest(imprint, options.random);
  const sentAt = options.now();
  const answer = await askPrivately({
    ...options,
    post: { body: request.der, type: 'application/timestamp-query' },
    accept: 'application/timestamp-reply',
    longest: largestReply,
  });
  if ('failure' in answer) return answer;
  const reply = answer.bytes;
  const clock = (sentAt + options.now()) / 2;
  const { trusted } = options;
  const report = await checkTimeStamp(reply, { imprint, nonce: request.nonce, trusted });
  const { checks, facts } = report;
  if (facts === undefined || !isUsable(report)) return failureIn(report);
  return { reply, facts, checks, clockDifference: facts.genTime.getTime() - clock };
}

/** Why a reply cannot be used. A bare token is no reply. */
export function failureIn({ checks, facts, status }: TimeStampReport): TimeStampRefusal {
  if (status === undefined) return { failure: 'not-a-reply' };
  if (facts === undefined)
    return { failure: 'refused', ...(status.text === '' ? {} : { text: status.text }) };
  const wrong =
    checks.find(each => each.outcome === 'broken') ?? checks.find(each => each.outcome !== 'held');
  return { failure: `broken-${wrong?.aspect ?? 'parse'}` };
}
