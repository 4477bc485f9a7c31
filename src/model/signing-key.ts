import type { Instant } from './identifiers.ts';

/** What a signing key is: ECDSA on P-256 or P-384, or RSA; each over SHA-256. */
export type KeyAlgorithm = 'ecdsa-p256' | 'ecdsa-p384' | 'rsa';

/** A signing key as its owner is told of it. Nothing secret is in it. */
export interface SigningKeyFacts {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** The name in the certificate; empty when it has none. */
  readonly name: string;
  /** Who issued the certificate; absent when it was made with the key itself. */
  readonly issuer?: string | undefined;
  readonly origin: 'made' | 'imported';
  readonly algorithm: KeyAlgorithm;
  readonly madeAt: Instant;
  /** The certificate's last moment; absent when it has no end. */
  readonly until?: Instant | undefined;
  /** When another key took its place; absent for the one that signs now. */
  readonly retiredAt?: Instant | undefined;
}

/** The key that signs, if there is one yet, and those that signed before it, the newest first. */
export interface KnownKeys {
  readonly current?: SigningKeyFacts | undefined;
  /** The fingerprint of the key that signs, where what is kept of it does not open any more; `current` is absent then. */
  readonly damaged?: string | undefined;
  readonly retired: readonly SigningKeyFacts[];
}

/** Characters in the name of a certificate (RFC 5280, A.1: ub-common-name). */
export const longestKeyName = 64;

const warnedAhead = 60 * 24 * 3_600_000; // 60 days in milliseconds

/** Whether the certificate ends within 60 days, or has ended. */
export function endsSoon({ until }: SigningKeyFacts, now: Date): boolean {
  return until !== undefined && Date.parse(until) - now.getTime() < warnedAhead;
}
