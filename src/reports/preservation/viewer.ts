import type { CaptureRecord } from '../../model/capture.ts';
import type { Account } from '../../model/post.ts';

/**
 * The accounts to which the pages were shown. They are the recorder's own, and no request names them: whoever is asked
 * to keep somebody else's data need not know who asked for help.
 */
export class Viewers {
  readonly #accounts: readonly Account[];

  constructor(records: readonly CaptureRecord[]) {
    this.#accounts = records.flatMap(({ post }) => post?.signedIn ?? []);
  }

  /** Whether this account is one of them. Where both have a number, the number decides. */
  include(account: Account): boolean {
    return this.#accounts.some(own => isSame(own, account));
  }

  /** Whether the text is the number or the handle of one of them. */
  areNamedBy(text: string): boolean {
    const name = bare(text);
    return this.#accounts.some(
      own => text === own.accountId || (name !== undefined && name === bare(own.handle)),
    );
  }

  /** Whether some part of the address is the number or the handle of one of them. */
  areNamedIn(address: URL): boolean {
    const parts = [...address.pathname.split('/'), ...address.searchParams.values(), address.hash.slice(1)];
    return parts.some(part => part !== '' && this.areNamedBy(decoded(part)));
  }
}

/** A handle for comparison: without its prefix, in lower case. Undefined when empty. */
export function bare(handle: string | undefined): string | undefined {
  const text = handle?.replace(/^(?:@|u\/)/, '').toLowerCase();
  return text === '' ? undefined : text;
}

function isSame(one: Account, other: Account): boolean {
  if (one.accountId !== undefined && other.accountId !== undefined) return one.accountId === other.accountId;
  return bare(one.handle) !== undefined && bare(one.handle) === bare(other.handle);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
