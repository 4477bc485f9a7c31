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

/** Options for a request to an authority. */
export interface TimeStampClientOptions {
  /** An http or https address, without a password in it. */
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly random: Random;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Trusted root and intermediate certificates. Empty: the chain is not checked. */
  readonly trusted: readonly HeldCertificate[];
  /** In milliseconds, for the whole answer. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal;
}

/** Why there is no time-stamp. `broken-` and an aspect: the reply was read, and this check failed. */
export type TimeStampFailure =
  | RequestFailure
  | 'refused'
  | 'authority-revoked'
  | 'another-authority'
  | 'same-authority'
  | 'clocks-differ'
  | 'clock-ahead'
  | `broken-${TimeStampAspect}`;

/** A time-stamp that passed its checks. */
export interface UsableTimeStamp {
  /** The whole TimeStampResp as received, for a .tsr file. */
  readonly reply: Uint8Array<ArrayBuffer>;
  readonly facts: TimeStampFacts;
  readonly checks: readonly TimeStampCheck[];
  /** The authority's clock minus this computer's, in milliseconds: positive when this computer is behind. */
  readonly clockDifference: number;
}

/** Why there is no time-stamp; `text` is the authority's message. Untrusted text: escape it. */
export interface TimeStampRefusal {
  readonly failure: TimeStampFailure;
  readonly text?: string;
}

/** A time-stamp, or why there is none. */
export type TimeStampAnswer = UsableTimeStamp | TimeStampRefusal;

/**
 * Requests one time-stamp over a SHA-256 from one authority (RFC 3161, 3.4) and checks the reply in every aspect. Sends
 * only the digest, a nonce and the request for a certificate; no cookie, no referrer, and follows no redirect. Never
 * rejects. A chain that could not be checked, because its root is not trusted, is not a failure; see the checks.
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

/** Why a reply cannot be used. A bare token is not a reply. */
export function failureIn({ checks, facts, status }: TimeStampReport): TimeStampRefusal {
  if (status === undefined) return { failure: 'not-a-reply' };
  if (facts === undefined)
    return { failure: 'refused', ...(status.text === '' ? {} : { text: status.text }) };
  const wrong =
    checks.find(each => each.outcome === 'broken') ?? checks.find(each => each.outcome !== 'held');
  return { failure: `broken-${wrong?.aspect ?? 'parse'}` };
}
