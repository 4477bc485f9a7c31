import { type HeldCertificate, isSelfIssued } from '../certificates/held-certificate.ts';
import { askPrivately } from '../private-request.ts';
import {
  checkRevocation,
  holdList,
  largestLists,
  listAddressesOf,
  listsToPem,
  type RevocationList,
} from './revocation-list.ts';

/** Options of a client for revocation lists. */
export interface RevocationClientOptions {
  readonly fetch: typeof fetch;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** In milliseconds, for all lists of one chain. */
  readonly timeLimit: number;
  /** Whether the user lets Holdfast reach this address; when absent, every address is allowed. */
  readonly mayAsk?: ((address: string) => Promise<boolean>) | undefined;
}

/** The revocation state of one chain at one moment. */
export interface RevocationAnswer {
  /** Whether a certificate of the chain was revoked, so that its signature does not count. */
  readonly isRevoked: boolean;
  /** The lists in PEM, to be kept beside the time-stamp; absent when no usable list was found. */
  readonly lists?: Uint8Array<ArrayBuffer>;
  /** Addresses of lists that the user does not let Holdfast reach. */
  readonly notPermitted: readonly string[];
}

/** Fetches the revocation lists for these certificates, the signer's first. Never rejects. */
export type RevocationClient = (path: readonly HeldCertificate[], genTime: Date) => Promise<RevocationAnswer>;

/** How long an answer is reused, in milliseconds, so that forty records in a row cost one download. */
const keptFor = 10 * 60_000;

interface Asked {
  readonly at: number;
  readonly list: Promise<RevocationList | undefined>;
}

/**
 * A client that asks only the addresses that the certificates name, and only where it may. It sends nothing but a
 * request for a public file. Lists that cannot be fetched or used are left out.
 */
export function revocationClient(options: RevocationClientOptions): RevocationClient {
  const { now, mayAsk, fetch } = options;
  const asked = new Map<string, Asked>();
  const get = async (address: string, timeLimit: number): Promise<RevocationList | undefined> => {
    const before = asked.get(address);
    if (before !== undefined && Math.abs(now() - before.at) < keptFor) return before.list;
    const list = download(address, { fetch, timeLimit });
    asked.set(address, { at: now(), list });
    return list;
  };
  return async (path, genTime) => {
    const end = now() + options.timeLimit;
    const notPermitted: string[] = [];
    const found: RevocationList[] = [];
    for (const certificate of path.filter(each => !isSelfIssued(each)))
      for (const address of listAddressesOf(certificate)) {
        if (mayAsk !== undefined && !(await mayAsk(address))) {
          notPermitted.push(address);
          continue;
        }
        const list = await get(address, Math.max(1, end - now()));
        if (list === undefined) continue;
        if (!found.includes(list)) found.push(list);
        break;
      }
    return { ...(await judge(path, found, genTime)), notPermitted };
  };
}

/** Drops lists that are not by the issuer or are out of date, and all of them when together they are too long. */
async function judge(
  path: readonly HeldCertificate[],
  found: readonly RevocationList[],
  at: Date,
): Promise<Omit<RevocationAnswer, 'notPermitted'>> {
  const good: RevocationList[] = [];
  for (const list of found) {
    const { outcome, fault } = await checkRevocation({ path, lists: [list], at, isOwn: true });
    if (fault === 'revoked' || fault === 'compromised') return { isRevoked: true };
    // These lists are about a certificate above the signer's, so the result for the signer is not `held`.
    if (outcome === 'held' || fault === 'no-list' || fault === 'issuer') good.push(list);
  }
  const lists = new TextEncoder().encode(listsToPem(good));
  if (good.length === 0 || lists.length > largestLists) return { isRevoked: false };
  return { isRevoked: false, lists };
}

async function download(
  address: string,
  { fetch, timeLimit }: { readonly fetch: typeof globalThis.fetch; readonly timeLimit: number },
): Promise<RevocationList | undefined> {
  const answer = await askPrivately({
    address,
    fetch,
    timeLimit,
    accept: 'application/pkix-crl',
    longest: largestLists / 2,
  });
  if ('failure' in answer) return undefined;
  try {
    return holdList(answer.bytes);
  } catch {
    return undefined;
  }
}
