import { type CaseAccount, accountsOf as caseAccountsOf } from '../../model/accounts.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import type { Instant } from '../../model/identifiers.ts';

/** A name as it was shown, and when it was first and last recorded. */
export interface SeenName {
  readonly text: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** An account whose data should be kept. It stays one account when its handle changes, where its number is known. */
export interface RequestAccount {
  readonly accountId?: string;
  readonly handles: readonly SeenName[];
  readonly displayNames: readonly SeenName[];
  readonly profileAddresses: readonly string[];
  readonly exhibits: readonly ExhibitReference[];
}

/** The accounts in these records, told apart as everywhere in the case, in the order in which they were recorded. */
export function accountsOf(records: readonly CaptureRecord[]): readonly RequestAccount[] {
  return caseAccountsOf(records).map(account => toRequestAccount(account, records));
}

function toRequestAccount(account: CaseAccount, records: readonly CaptureRecord[]): RequestAccount {
  const { accountId } = account.name;
  const own = new Set(account.exhibits.map(({ captureId }) => captureId));
  const addresses = records.flatMap(({ id, post }) =>
    own.has(id) ? (post?.account.profileAddress ?? []) : [],
  );
  return {
    ...(accountId !== undefined && { accountId }),
    handles: account.handles.map(toSeenName),
    displayNames: account.displayNames.map(toSeenName),
    profileAddresses: [...new Set(addresses)],
    exhibits: account.exhibits.map(({ reference }) => reference),
  };
}

function toSeenName({ text, firstSeen, lastSeen }: CaseAccount['handles'][number]): SeenName {
  return { text, firstSeenAt: firstSeen, lastSeenAt: lastSeen };
}
