import type { Account } from '../model/post.ts';
import { platformById } from '../platforms/index.ts';

/** The name of an account for a list: handle, else display name, else account number. Undefined when it has none. */
export function accountName(account: Account): string | undefined {
  return account.handle ?? account.displayName ?? account.accountId;
}

/** The name people know a platform by, or its id when no such platform is registered. */
export function platformName(id: string): string {
  return platformById(id)?.name ?? id;
}
