import type { HeldCertificate } from '../../crypto/certificates/held-certificate.ts';
import { type Random, systemRandom } from '../../crypto/random.ts';
import type { RevocationClient } from '../../crypto/time-stamp/revocation-client.ts';
import { checkTimeStamp } from '../../crypto/time-stamp/time-stamp-check.ts';
import { requestTimeStamp, type UsableTimeStamp } from '../../crypto/time-stamp/time-stamp-client.ts';
import { shareAnAuthority } from '../../crypto/time-stamp/token-certificates.ts';
import type { AuthorityRefusal } from '../../model/time-stamp.ts';
import { rootsToHeld } from '../trusted-roots.ts';

/** Which authorities are asked, and how. */
export interface AskOptions {
  /** The preferred one first. */
  readonly addresses: readonly string[];
  /** Certificates in PEM that are trusted. Empty: no chain is checked. */
  readonly roots: readonly string[];
  /** For all of them together, in milliseconds. */
  readonly timeLimit: number;
  readonly fetch: typeof fetch;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly random?: Random;
  readonly signal?: AbortSignal;
  /** Whether the browser lets this address be reached; always, when absent. */
  readonly mayAsk?: (address: string) => Promise<boolean>;
  /** Asks for the lists of revoked certificates. Absent: nobody is asked, and none is kept. */
  readonly askRevocation?: RevocationClient | undefined;
  /** What another authority answered over the same digest: one that counts as the same is passed over. */
  readonly besides?: Uint8Array;
}

/** A time-stamp, whose it is, and what is kept of the state of its certificates then. */
export interface StampedAnswer extends UsableTimeStamp {
  readonly address: string;
  readonly refusals: readonly AuthorityRefusal[];
  /** Lists of revoked certificates in PEM; absent when none was asked for or can be had. */
  readonly lists?: Uint8Array<ArrayBuffer>;
  /** The addresses of lists that may not be asked. */
  readonly listsNotPermitted: readonly string[];
}

/** A time-stamp and whose it is, or nothing but refusals; one for each authority that was asked in vain. */
export type AuthoritiesAnswer = StampedAnswer | { readonly refusals: readonly AuthorityRefusal[] };

/**
 * Asks one authority after the other for a time-stamp over a SHA-256 (32 bytes) until one gives a usable one. Each
 * gets its share of the time that is left, so that a dead one does not use up the next one's. One whose certificate is
 * revoked gives none, nor does the one that {@link AskOptions.besides} is of. Never rejects.
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

/** Nothing can be told of a signer whose certificate is not there. */
function isAnother(one: HeldCertificate | undefined, other: HeldCertificate | undefined): boolean {
  return one !== undefined && other !== undefined && !shareAnAuthority(one, other);
}
