import type { CaptureRecord } from './capture.ts';
import type { ExhibitReference } from './exhibit.ts';
import type { CaptureId, Instant } from './identifiers.ts';
import type { AccountName } from './note.ts';
import type { Account, PostKind } from './post.ts';

/** A name that an account was shown under, and when it was first and last recorded. */
export interface SeenName {
  readonly text: string;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
}

/** An exhibit that shows an account. `byHandleAlone`: it showed no number and was assigned by its handle. */
export interface AccountExhibit {
  readonly captureId: CaptureId;
  readonly reference: ExhibitReference;
  readonly at: Instant;
  readonly kind: PostKind;
  readonly byHandleAlone: boolean;
}

/**
 * An account as the captures of a case show it; names are in the order first seen. `stable`: it has a name that no
 * other account can take over. `profiles` are the exhibits that show its own page.
 */
export interface CaseAccount {
  readonly name: AccountName;
  readonly stable: boolean;
  readonly handles: readonly SeenName[];
  readonly displayNames: readonly SeenName[];
  readonly profileAddress?: string;
  readonly exhibits: readonly AccountExhibit[];
  readonly profiles: readonly AccountExhibit[];
}

/** The parts of a capture's record that are used here. */
export type AccountCapture = Pick<
  CaptureRecord,
  'id' | 'reference' | 'startedAt' | 'clocks' | 'page' | 'post'
>;

/**
 * How long a handle seen without a number is assigned to the account seen with both, when nothing in between
 * contradicts. Platforms release handles for others after about as long.
 */
const nearMilliseconds = 30 * 24 * 60 * 60_000;

/** One account in one capture. `place` is the platform, or the host of a page that belongs to no known platform. */
interface Sighting {
  readonly platform: string;
  readonly site: string | undefined;
  readonly place: string;
  readonly id: string | undefined;
  readonly handle: string | undefined;
  readonly account: Account;
  readonly exhibit: Omit<AccountExhibit, 'byHandleAlone'>;
}

/**
 * The accounts that the posts of these captures are shown under, in the order first recorded. Captures belong to one
 * account when they show the same number on the same platform. A handle without a number stays separate unless a
 * capture near in time shows its number. Display names join nothing, because anyone can take any. On Mastodon,
 * `name@server` is the stable name.
 */
export function accountsOf(captures: readonly AccountCapture[]): readonly CaseAccount[] {
  const sightings = captures
    .flatMap(sightingOf)
    .sort((one, other) => compare(one.exhibit.at, other.exhibit.at));
  const numbered = sightings.filter(({ id }) => id !== undefined);
  const groups = new Map<string, { readonly sighting: Sighting; readonly byHandleAlone: boolean }[]>();
  for (const sighting of sightings) {
    const id = sighting.id ?? idNear(sighting, numbered);
    const key = JSON.stringify([sighting.place, ...keyOf(sighting, id)]);
    const group = groups.get(key) ?? [];
    group.push({ sighting, byHandleAlone: sighting.id === undefined && id !== undefined });
    groups.set(key, group);
  }
  return [...groups.values()].map(accountOf);
}

/** The account that has this name; undefined when there is none, or more than one could be meant. */
export function findAccount(accounts: readonly CaseAccount[], name: AccountName): CaseAccount | undefined {
  const here = accounts.filter(
    ({ name: { platform, site } }) => platform === name.platform && site === name.site,
  );
  if (name.accountId !== undefined) return here.find(each => each.name.accountId === name.accountId);
  const handle = handleKey(name.handle);
  const found = here.filter(({ handles }) => handles.some(({ text }) => handleKey(text) === handle));
  return found.find(each => each.name.accountId === undefined) ?? (found.length === 1 ? found[0] : undefined);
}

function sightingOf({ id, reference, startedAt, clocks, page, post }: AccountCapture): readonly Sighting[] {
  if (post === undefined) return [];
  const { platform, account, kind } = post;
  if (Object.values(account).every(value => value === undefined || value === '')) return [];
  const site = platform === 'web' ? hostOf(post.permalink ?? page?.finalAddress) : undefined;
  const handle = handleKey(account.handle);
  const isAddress = platform === 'mastodon' && handle?.includes('@') === true;
  return [
    {
      platform,
      site,
      place: JSON.stringify([platform, site ?? '']),
      id: account.accountId || (isAddress ? handle : undefined),
      handle,
      account,
      exhibit: { captureId: id, reference, at: clocks?.capturedAt ?? startedAt, kind },
    },
  ];
}

/**
 * The number that a handle seen without one belonged to. The nearest captures with a number on either side decide;
 * undefined when they disagree, are too far away, or show that the account was renamed in between.
 */
function idNear(sighting: Sighting, numbered: readonly Sighting[]): string | undefined {
  const { handle, place, exhibit } = sighting;
  if (handle === undefined) return undefined;
  const here = numbered.filter(each => each.place === place);
  const same = here.filter(each => each.handle === handle);
  const before = same.findLast(each => each.exhibit.at <= exhibit.at);
  const after = same.find(each => each.exhibit.at >= exhibit.at);
  const sides = [before, after].filter(side => side !== undefined);
  const ids = new Set(sides.map(({ id }) => id));
  if (ids.size !== 1 || sides.some(side => wasRenamedBetween(here, side, sighting))) return undefined;
  const isBetween = sides.length === 2;
  return isBetween || sides.some(side => isNear(side, sighting)) ? sides[0]?.id : undefined;
}

/** Whether the account of `side` was seen under another handle between the two. */
function wasRenamedBetween(here: readonly Sighting[], side: Sighting, sighting: Sighting): boolean {
  const [from, to] = [side.exhibit.at, sighting.exhibit.at].sort(compare);
  return here.some(
    ({ id, handle, exhibit: { at } }) =>
      id === side.id &&
      handle !== undefined &&
      handle !== sighting.handle &&
      from !== undefined &&
      to !== undefined &&
      at >= from &&
      at <= to,
  );
}

function isNear(one: Sighting, other: Sighting): boolean {
  return Math.abs(Date.parse(one.exhibit.at) - Date.parse(other.exhibit.at)) <= nearMilliseconds;
}

/** What distinguishes accounts. One that shows only a display name is joined with no other. */
function keyOf({ handle, account, exhibit }: Sighting, id: string | undefined): readonly string[] {
  if (id !== undefined) return ['id', id];
  if (handle !== undefined) return ['handle', handle];
  if (account.profileAddress) return ['profile', account.profileAddress];
  return ['capture', exhibit.captureId];
}

function accountOf(
  group: readonly { readonly sighting: Sighting; readonly byHandleAlone: boolean }[],
): CaseAccount {
  const sightings = group.map(({ sighting }) => sighting);
  const exhibits = group.map(({ sighting: { exhibit }, byHandleAlone }) => ({ ...exhibit, byHandleAlone }));
  const accountId = sightings.map(({ account }) => account.accountId).findLast(isThere);
  const handle = sightings.map(({ account }) => account.handle).findLast(isThere);
  const profileAddress = sightings.map(({ account }) => account.profileAddress).findLast(isThere);
  const [{ platform, site } = { platform: 'web', site: undefined }] = sightings;
  return {
    name: {
      platform,
      ...(site !== undefined && { site }),
      ...(accountId !== undefined && { accountId }),
      ...(handle !== undefined && { handle }),
    },
    stable: sightings.some(({ id }) => id !== undefined),
    handles: namesOf(sightings, ({ account }) => account.handle, handleKey),
    displayNames: namesOf(sightings, ({ account }) => account.displayName),
    ...(profileAddress !== undefined && { profileAddress }),
    exhibits,
    profiles: exhibits.filter(({ kind }) => kind === 'profile'),
  };
}

/** Each name once, in the order first seen; handles that differ only in letter case are one name. */
function namesOf(
  sightings: readonly Sighting[],
  read: (sighting: Sighting) => string | undefined,
  keyOfName: (text: string) => string | undefined = text => text,
): readonly SeenName[] {
  const names = new Map<string | undefined, SeenName>();
  for (const sighting of sightings) {
    const text = read(sighting);
    if (!isThere(text)) continue;
    const { at } = sighting.exhibit;
    const key = keyOfName(text);
    names.set(key, { text, firstSeen: names.get(key)?.firstSeen ?? at, lastSeen: at });
  }
  return [...names.values()];
}

/** A handle as platforms compare it: without a leading @ and in lower case. */
function handleKey(handle: string | undefined): string | undefined {
  return handle?.replace(/^@/, '').toLowerCase() || undefined;
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
