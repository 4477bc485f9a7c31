import type { Instant } from './identifiers.ts';

/** The kind of a signing key; each signs over SHA-256. */
export type KeyAlgorithm = 'ecdsa-p256' | 'ecdsa-p384' | 'rsa';

/** What the owner sees about a signing key. Nothing in it is secret. */
export interface SigningKeyFacts {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** The name in the certificate; empty when it has none. */
  readonly name: string;
  /** The certificate's issuer; absent when Holdfast made the certificate with its key. */
  readonly issuer?: string | undefined;
  readonly origin: 'made' | 'imported';
  readonly algorithm: KeyAlgorithm;
  readonly madeAt: Instant;
  /** The end of the certificate's term; absent when it has none. */
  readonly until?: Instant | undefined;
  /** When another key replaced it; absent for the current key. */
  readonly retiredAt?: Instant | undefined;
}

/** The current signing key, if there is one, and retired ones, newest first. */
export interface KnownKeys {
  readonly current?: SigningKeyFacts | undefined;
  /** The fingerprint of the current key where its stored data does not open; `current` is absent then. */
  readonly damaged?: string | undefined;
  readonly retired: readonly SigningKeyFacts[];
}

/** Characters in the name of a certificate (RFC 5280, A.1: ub-common-name). */
export const longestKeyName = 64;

const warnedAhead = 60 * 24 * 3_600_000; // 60 days in milliseconds

/** Whether the certificate ends within 60 days or has ended. */
export function endsSoon({ until }: SigningKeyFacts, now: Date): boolean {
  return until !== undefined && Date.parse(until) - now.getTime() < warnedAhead;
}
