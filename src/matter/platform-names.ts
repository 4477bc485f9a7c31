import type { Account } from '../model/post.ts';
import { platformById } from '../platforms/index.ts';

/** The one name of an account for a list: handle, else display name, else account number; undefined when none. */
export function accountName(account: Account): string | undefined {
  return account.handle ?? account.displayName ?? account.accountId;
}

/** The name people know a platform by; its id when no such platform is registered. */
export function platformName(id: string): string {
  return platformById(id)?.name ?? id;
}
