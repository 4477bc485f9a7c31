import { accountsOf, findAccount } from '../model/accounts.ts';
import { type CaseDetails, untoldDetails } from '../model/details.ts';
import type {
  CourtOrder,
  DiaryEntry,
  PlatformReport,
  PoliceContact,
  Recheck,
  Session,
} from '../model/history.ts';
import type { Note, NoteHistory, NoteId, NoteKind, NoteOf, TrackNote } from '../model/note.ts';
import {
  type DescribedRecord,
  diaryItem,
  type ExhibitItem,
  exhibitItem,
  type HeldAccount,
  type Item,
  inOrder,
} from './items.ts';
import { countOccasions, type Occasion, type OccasionCount, occasionsOf } from './occasions.ts';

/** What a matter is made from: the exhibits with the latest words about each, and the notes of the case. */
export interface MatterSource {
  readonly exhibits: readonly DescribedRecord[];
  readonly notes: readonly NoteHistory[];
}

/** The latest version of what a person wrote, with the moments of the first version and the latest. */
export interface DatedNote<N> {
  readonly id: NoteId;
  readonly note: N;
  readonly writtenAt: string;
  readonly changedAt: string;
}

/** The whole case as every document and screen presents it: who, what and when, in one order, with its counts. */
export interface Matter {
  readonly details: CaseDetails;
  /** What the person asked for, each time it changed, oldest first. */
  readonly wishes: readonly { readonly at: string; readonly details: CaseDetails }[];
  readonly accounts: readonly HeldAccount[];
  readonly people: readonly string[];
  /** Exhibits and diary entries together, earliest first. */
  readonly items: readonly Item[];
  readonly threats: readonly Item[];
  readonly occasions: readonly Occasion[];
  readonly counts: readonly OccasionCount[];
  readonly orders: readonly DatedNote<CourtOrder>[];
  readonly policeContacts: readonly DatedNote<PoliceContact>[];
  readonly platformReports: readonly DatedNote<PlatformReport>[];
  readonly tracks: readonly DatedNote<TrackNote>[];
  readonly rechecks: readonly DatedNote<Recheck>[];
  readonly sessions: readonly DatedNote<Session>[];
}

/** Makes the matter of these exhibits and notes. The same source gives the same matter. */
export function matterOf({ exhibits, notes }: MatterSource): Matter {
  const latest = <K extends NoteKind>(kind: K) => lastOf(notes, kind);
  const accounts = heldAccounts(exhibits, notes);
  const items = inOrder<Item>([
    ...exhibits.map(exhibit => exhibitItem(exhibit, accounts)),
    ...diaryItems(notes),
  ]);
  const occasions = occasionsOf(items, latest('occasion'));
  return {
    details: latest('details').at(-1)?.note ?? untoldDetails,
    wishes: wishHistory(notes),
    accounts,
    people: latest('person').map(({ note }) => note.name),
    items,
    threats: items.filter(({ categories }) => categories.includes('threat')),
    occasions,
    counts: countOccasions(occasions),
    orders: latest('order'),
    policeContacts: latest('police-contact'),
    platformReports: latest('platform-report'),
    tracks: latest('track'),
    rechecks: latest('recheck'),
    sessions: latest('session'),
  };
}

/** The exhibits among the items, in the same order. */
export function exhibitsAmong(items: readonly Item[]): readonly ExhibitItem[] {
  return items.filter(item => item.kind === 'exhibit');
}

function heldAccounts(
  exhibits: readonly DescribedRecord[],
  notes: readonly NoteHistory[],
): readonly HeldAccount[] {
  const accounts = accountsOf(exhibits.map(({ record }) => record));
  const names = new Map(
    notes.flatMap(({ id, versions }) => {
      const note = versions.at(-1)?.note;
      return note?.kind === 'person' ? [[id, note.name] as const] : [];
    }),
  );
  // The latest attribution of an account holds, whichever of the account's names it was written for.
  const attributions = lastOf(notes, 'attribution')
    .toSorted((one, other) => compare(one.changedAt, other.changedAt))
    .map(({ note }) => note);
  return accounts.map(account => {
    const attribution = attributions.findLast(({ account: name }) => findAccount(accounts, name) === account);
    const name = attribution?.person && names.get(attribution.person);
    return name === undefined ? { account } : { account, holder: { name, why: attribution?.why ?? '' } };
  });
}

function diaryItems(notes: readonly NoteHistory[]): readonly Item[] {
  return notes.flatMap(({ id, versions }) => {
    const note = versions.at(-1)?.note;
    if (note?.kind !== 'diary') return [];
    const entry: DiaryEntry = note;
    return [diaryItem(id, entry, { writtenAt: versions[0]?.writtenAt ?? '', changes: versions.length - 1 })];
  });
}

/** Every version of the details in which what is asked for differs from the version before. */
function wishHistory(notes: readonly NoteHistory[]): Matter['wishes'] {
  const versions = notes.flatMap(each => each.versions).filter(({ note }) => note.kind === 'details');
  const asked = versions.flatMap(({ writtenAt, note }) =>
    note.kind === 'details' ? [{ at: writtenAt as string, details: note }] : [],
  );
  return asked.filter(
    ({ details }, index) => wishKey(asked[index - 1]?.details ?? untoldDetails) !== wishKey(details),
  );
}

function wishKey({ wishes, wishWords, speakToMeFirst }: CaseDetails): string {
  return JSON.stringify([[...wishes].sort(), wishWords, speakToMeFirst]);
}

function lastOf<K extends NoteKind>(notes: readonly NoteHistory[], kind: K): readonly DatedNote<NoteOf<K>>[] {
  return notes.flatMap(({ id, versions }) => {
    const [first, last] = [versions[0], versions.at(-1)];
    if (first === undefined || last === undefined || !isOf(kind, last.note)) return [];
    return [{ id, note: last.note, writtenAt: first.writtenAt, changedAt: last.writtenAt }];
  });
}

function isOf<K extends NoteKind>(kind: K, note: Note): note is NoteOf<K> {
  return note.kind === kind;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
