import type { CaseAccount } from '../model/accounts.ts';
import type { CaptureRecord } from '../model/capture.ts';
import type { Words } from '../model/case.ts';
import type { ContentCategory, HateGround } from '../model/content.ts';
import type { ExhibitReference } from '../model/exhibit.ts';
import type { DiaryEntry } from '../model/history.ts';
import type { NoteId } from '../model/note.ts';
import { byHappening, type Happening, happeningOf, toldHappening } from './moments.ts';

/** An account of the case. `holder` is whom the producer takes it to belong to: their view, not a finding. */
export interface HeldAccount {
  readonly account: CaseAccount;
  readonly holder?: { readonly name: string; readonly why: string };
}

/** What exhibits and diary entries have in common. `target` is empty when it is the person themselves. */
interface ItemFacts {
  readonly when: Happening;
  readonly target: string;
  readonly categories: readonly ContentCategory[];
  readonly hatePerceived: readonly HateGround[];
  readonly breachesOrder: boolean;
}

export interface ExhibitItem extends ItemFacts {
  readonly kind: 'exhibit';
  readonly key: string;
  readonly reference: ExhibitReference;
  readonly record: CaptureRecord;
  readonly words?: Words;
  readonly by?: HeldAccount;
}

export interface DiaryItem extends ItemFacts {
  readonly kind: 'diary';
  readonly key: NoteId;
  readonly entry: DiaryEntry;
  /** When the entry was first written down, and how often it was changed since. */
  readonly writtenAt: string;
  readonly changes: number;
}

/** One line of a chronology: an exhibit or a diary entry. */
export type Item = ExhibitItem | DiaryItem;

/** An exhibit with the latest version of the words about it. */
export interface DescribedRecord {
  readonly record: CaptureRecord;
  readonly words?: Words | undefined;
}

/** An exhibit as an item. `by` is the account of `accounts` that lists the capture, absent when none does. */
export function exhibitItem(
  { record, words }: DescribedRecord,
  accounts: readonly HeldAccount[],
): ExhibitItem {
  const by = accounts.find(({ account }) => account.exhibits.some(each => each.captureId === record.id));
  return {
    kind: 'exhibit',
    key: record.id,
    reference: record.reference,
    record,
    when: happeningOf(record),
    target: words?.target ?? '',
    categories: words?.categories ?? [],
    hatePerceived: words?.hatePerceived ?? [],
    breachesOrder: words?.breachesOrder ?? false,
    ...(words !== undefined && { words }),
    ...(by !== undefined && { by }),
  };
}

/** A diary note as an item, by its latest version. */
export function diaryItem(
  id: NoteId,
  entry: DiaryEntry,
  { writtenAt, changes }: Pick<DiaryItem, 'writtenAt' | 'changes'>,
): DiaryItem {
  return {
    kind: 'diary',
    key: id,
    entry,
    writtenAt,
    changes,
    when: toldHappening(entry),
    target: entry.target,
    categories: entry.categories,
    hatePerceived: [],
    breachesOrder: entry.breachesOrder,
  };
}

/** A person who did it, or an account that is attached to nobody. Two doers are the same only when their `key` is. */
export interface Doer {
  readonly key: string;
  readonly label: string;
  /** The platform's id, or the host of a page that no platform claims. Absent for a person. */
  readonly place?: string;
}

/** Labels of who did it: the people whom the producer names, else the account shown, else nobody. */
export function doersOf(item: Item): readonly string[] {
  return whoDid(item).map(({ label }) => label);
}

/** As {@link doersOf}, with the key that tells apart accounts of one name on different platforms. */
export function whoDid(item: Item): readonly Doer[] {
  if (item.kind === 'diary') return item.entry.people.map(personDoer);
  if (item.by === undefined) return [];
  const { account, holder } = item.by;
  if (holder !== undefined) return [personDoer(holder.name)];
  const { platform, site } = account.name;
  const key = JSON.stringify(['account', account.exhibits[0]?.captureId ?? account.name]);
  return [{ key, label: accountLabel(account), place: site ?? platform }];
}

function personDoer(name: string): Doer {
  return { key: JSON.stringify(['person', name.trim().toLowerCase()]), label: name };
}

/**
 * Whether the item records something that was done. A capture of an account's own page counts only when the person gave
 * it a category; otherwise it was made to identify the account.
 */
export function isIncident(item: Item): boolean {
  return item.kind === 'diary' || item.record.post?.kind !== 'profile' || item.categories.length > 0;
}

/** An account in one line: its latest handle, else its latest display name, else its number. */
export function accountLabel({ handles, displayNames, name }: CaseAccount): string {
  return (
    handles.at(-1)?.text ??
    displayNames.at(-1)?.text ??
    name.accountId ??
    name.handle ??
    'account without a name'
  );
}

/** A copy in order of time, earliest first. */
export function inOrder<T extends Item>(items: readonly T[]): readonly T[] {
  return byHappening(items, ({ when }) => when);
}
