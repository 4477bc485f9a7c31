import type { ExhibitReference } from '../../model/exhibit.ts';
import type { Instant } from '../../model/identifiers.ts';
import type { Account } from '../../model/post.ts';
import type { RequestItem } from './items.ts';
import { bare } from './viewer.ts';

/** A name as it was shown, and when it was first and last recorded. */
export interface SeenName {
  readonly text: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** An account whose data should be kept. A renamed handle stays one account where its number is known. */
export interface RequestAccount {
  readonly accountId?: string;
  readonly handles: readonly SeenName[];
  readonly displayNames: readonly SeenName[];
  readonly profileAddresses: readonly string[];
  readonly exhibits: readonly ExhibitReference[];
}

/**
 * The accounts of the items, in the order in which they first occur: merged by number, else by handle, else by
 * display name. A handle without a number goes with the one account that was seen under it; where two numbers
 * were, it stands alone, since nothing says which of them it was.
 */
export function accountsOf(items: readonly RequestItem[]): readonly RequestAccount[] {
  const numbers = numbersByHandle(items);
  const groups = new Map<string, RequestItem[]>();
  for (const item of items) {
    const key = keyOf(item.author, numbers);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map(toAccount);
}

function numbersByHandle(items: readonly RequestItem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { author } of items) {
    const handle = bare(author.handle);
    if (handle === undefined || author.accountId === undefined) continue;
    numbers.set(handle, (numbers.get(handle) ?? new Set()).add(author.accountId));
  }
  return numbers;
}

function keyOf(author: Account, numbers: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  if (author.accountId !== undefined) return `number ${author.accountId}`;
  const handle = bare(author.handle);
  if (handle !== undefined) {
    const [number, second] = numbers.get(handle) ?? [];
    return number !== undefined && second === undefined ? `number ${number}` : `handle ${handle}`;
  }
  if (author.profileAddress !== undefined) return `address ${author.profileAddress}`;
  return author.displayName === undefined ? undefined : `name ${author.displayName}`;
}

function toAccount(items: readonly RequestItem[]): RequestAccount {
  const accountId = items.find(item => item.author.accountId !== undefined)?.author.accountId;
  const addresses = items.flatMap(item => item.author.profileAddress ?? []);
  return {
    ...(accountId !== undefined && { accountId }),
    handles: namesOf(items, 'handle'),
    displayNames: namesOf(items, 'displayName'),
    profileAddresses: [...new Set(addresses)],
    exhibits: items.map(item => item.reference),
  };
}

function namesOf(items: readonly RequestItem[], which: 'handle' | 'displayName'): readonly SeenName[] {
  const seen = new Map<string, SeenName>();
  for (const { author, capturedAt } of items.toSorted(byCapture)) {
    const text = author[which];
    if (text === undefined) continue;
    const firstSeenAt = seen.get(text)?.firstSeenAt ?? capturedAt;
    seen.set(text, { text, firstSeenAt, lastSeenAt: capturedAt });
  }
  return [...seen.values()];
}

function byCapture(one: RequestItem, other: RequestItem): number {
  return Date.parse(one.capturedAt) - Date.parse(other.capturedAt);
}
