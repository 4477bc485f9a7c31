import { type Random, systemRandom } from '../crypto/random.ts';
import { requestTimeStamp, type UsableTimeStamp } from '../crypto/time-stamp-client.ts';
import type { AuthorityRefusal } from '../model/time-stamp.ts';
import { rootsToHeld } from './trusted-roots.ts';

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
}

/** A time-stamp and whose it is, or nothing but refusals; one for each authority that was asked in vain. */
export type AuthoritiesAnswer =
  | (UsableTimeStamp & { readonly address: string; readonly refusals: readonly AuthorityRefusal[] })
  | { readonly refusals: readonly AuthorityRefusal[] };

/**
 * Asks one authority after the other for a time-stamp over a SHA-256 (32 bytes) until one gives a usable one. Each
 * gets its share of the time that is left, so that a dead one does not use up the next one's. Never rejects.
 */
export async function askAuthorities(imprint: Uint8Array, options: AskOptions): Promise<AuthoritiesAnswer> {
  const { addresses, now, mayAsk, random = systemRandom, fetch, signal } = options;
  const trusted = rootsToHeld(options.roots);
  const deadline = now() + options.timeLimit;
  const refusals: AuthorityRefusal[] = [];
  for (const [index, address] of addresses.entries()) {
    if (mayAsk !== undefined && !(await mayAsk(address))) {
      refusals.push({ address, failure: 'not-permitted' });
      continue;
    }
    const timeLimit = Math.max(1, Math.round((deadline - now()) / (addresses.length - index)));
    const base = { address, fetch, random, now, trusted, timeLimit };
    const answer = await requestTimeStamp(imprint, signal === undefined ? base : { ...base, signal });
    if (!('failure' in answer)) return { ...answer, address, refusals };
    const { failure, text } = answer;
    refusals.push({ address, failure, ...(text === undefined ? {} : { text: text.slice(0, 500) }) });
  }
  return { refusals };
}
