import type { HeldCertificate } from '../../crypto/certificates/held-certificate.ts';
import { type Random, systemRandom } from '../../crypto/random.ts';
import type { RevocationClient } from '../../crypto/time-stamp/revocation-client.ts';
import { checkTimeStamp } from '../../crypto/time-stamp/time-stamp-check.ts';
import { requestTimeStamp, type UsableTimeStamp } from '../../crypto/time-stamp/time-stamp-client.ts';
import { shareAnAuthority } from '../../crypto/time-stamp/token-certificates.ts';
import type { AuthorityRefusal } from '../../model/time-stamp.ts';
import { rootsToHeld } from '../trusted-roots.ts';

/** Which authorities to ask, and how. */
export interface AskOptions {
  /** The preferred one first. */
  readonly addresses: readonly string[];
  /** Trusted certificates in PEM. Empty: no chain is checked. */
  readonly roots: readonly string[];
  /** For all authorities together, in milliseconds. */
  readonly timeLimit: number;
  readonly fetch: typeof fetch;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly random?: Random;
  readonly signal?: AbortSignal;
  /** Whether the browser allows this address; when absent, every address is allowed. */
  readonly mayAsk?: (address: string) => Promise<boolean>;
  /** Fetches the revocation lists. Absent: none are fetched or stored. */
  readonly askRevocation?: RevocationClient | undefined;
  /** Another authority's reply over the same digest; an authority that counts as the same is skipped. */
  readonly besides?: Uint8Array;
}

/** A time-stamp, its authority, and the revocation lists of that time. */
export interface StampedAnswer extends UsableTimeStamp {
  readonly address: string;
  readonly refusals: readonly AuthorityRefusal[];
  /** Revocation lists in PEM; absent when none were requested or available. */
  readonly lists?: Uint8Array<ArrayBuffer>;
  /** Addresses of lists that the browser does not allow. */
  readonly listsNotPermitted: readonly string[];
}

/** A time-stamp with its authority, or only refusals, one for each authority that was asked. */
export type AuthoritiesAnswer = StampedAnswer | { readonly refusals: readonly AuthorityRefusal[] };

/**
 * Asks one authority after the other for a time-stamp over a SHA-256 (32 bytes) until one gives a usable one. Each gets
 * a share of the remaining time, so that one that does not answer leaves time for the next. Refuses one whose
 * certificate is revoked, and the authority of {@link AskOptions.besides}. Never rejects.
 */
export async function askAuthorities(imprint: Uint8Array, options: AskOptions): Promise<AuthoritiesAnswer> {
  const { addresses, now, mayAsk, random = systemRandom, fetch, signal } = options;
  const trusted = rootsToHeld(options.roots);
  const deadline = now() + options.timeLimit;
  const refusals: AuthorityRefusal[] = [];
  const other = options.besides && (await signerOf(options.besides, imprint));
  for (const [index, address] of addresses.entries()) {
    if (mayAsk !== undefined && !(await mayAsk(address))) {
      refusals.push({ address, failure: 'not-permitted' });
      continue;
    }
    const timeLimit = Math.max(1, Math.round((deadline - now()) / (addresses.length - index)));
    const base = { address, fetch, random, now, trusted, timeLimit };
    const answer = await requestTimeStamp(imprint, signal === undefined ? base : { ...base, signal });
    if (!('failure' in answer)) {
      const { genTime, certificates } = answer.facts;
      const [signer] = certificates?.path ?? [];
      if (options.besides !== undefined && !isAnother(signer, other)) {
        refusals.push({ address, failure: 'same-authority' });
        continue;
      }
      const state = await options.askRevocation?.(certificates?.path ?? [], genTime);
      const { isRevoked = false, lists, notPermitted: listsNotPermitted = [] } = state ?? {};
      if (!isRevoked) return { ...answer, address, refusals, listsNotPermitted, ...(lists && { lists }) };
      refusals.push({ address, failure: 'authority-revoked' });
      continue;
    }
    const { failure, text } = answer;
    refusals.push({ address, failure, ...(text === undefined ? {} : { text: text.slice(0, 500) }) });
  }
  return { refusals };
}

async function signerOf(reply: Uint8Array, imprint: Uint8Array): Promise<HeldCertificate | undefined> {
  const { facts } = await checkTimeStamp(reply, { imprint, trusted: [] });
  return facts?.certificates?.path[0];
}

/** A signer whose certificate is missing cannot be compared. */
function isAnother(one: HeldCertificate | undefined, other: HeldCertificate | undefined): boolean {
  return one !== undefined && other !== undefined && !shareAnAuthority(one, other);
}
