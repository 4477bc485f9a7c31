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

/** What asking for lists of revoked certificates takes. */
export interface RevocationClientOptions {
  readonly fetch: typeof fetch;
  /** In milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** In milliseconds, for all lists of one chain. */
  readonly timeLimit: number;
  /** Whether the user has let Holdfast reach this address; always, when absent. */
  readonly mayAsk?: ((address: string) => Promise<boolean>) | undefined;
}

/** What was found of one chain at one moment. */
export interface RevocationAnswer {
  /** Whether a certificate of it was revoked, so that nothing it signed then counts. */
  readonly isRevoked: boolean;
  /** The lists in PEM, as they are kept beside the time-stamp; absent when none is good for it. */
  readonly lists?: Uint8Array<ArrayBuffer>;
  /** The addresses of lists that the user has not let Holdfast reach. */
  readonly notPermitted: readonly string[];
}

/** Asks for the lists that speak of these certificates, the signer's first. Never rejects. */
export type RevocationClient = (path: readonly HeldCertificate[], genTime: Date) => Promise<RevocationAnswer>;

/** An answer is not asked for again in this time, in milliseconds: forty records in a row cost one download. */
const keptFor = 10 * 60_000;

interface Asked {
  readonly at: number;
  readonly list: Promise<RevocationList | undefined>;
}

/**
 * A client that asks the addresses which the certificates themselves name, and only where it may. Nothing is sent but
 * the request for a file that is the same for everybody. What cannot be had or is good for nothing is left out.
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

/** Lists that are not by the issuer, are out of date or too long are good for nothing. */
async function judge(
  path: readonly HeldCertificate[],
  found: readonly RevocationList[],
  at: Date,
): Promise<Omit<RevocationAnswer, 'notPermitted'>> {
  const good: RevocationList[] = [];
  for (const list of found) {
    const { outcome, fault } = await checkRevocation({ path, lists: [list], at, isOwn: true });
    if (fault === 'revoked' || fault === 'compromised') return { isRevoked: true };
    // Of a certificate above the signer's alone: there is no list of the signer's in it.
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
