import type { CaseAccount } from '../model/accounts.ts';
import type { CaptureRecord } from '../model/capture.ts';
import type { CaptureId } from '../model/identifiers.ts';
import { numberStateOf } from '../platforms/profile-offer.ts';
import { stepWords } from '../words/steps.ts';
import { accountLabel, type DiaryItem, type ExhibitItem, type Item } from './items.ts';
import { exhibitsAmong, type Matter } from './matter.ts';
import { platformName } from './platform-names.ts';
import { recipientOf } from './recipient.ts';

/** A part of the case that the person can fill in. */
export type ReadinessPart = 'details' | 'accounts' | 'keep' | 'diary';

/** Where one thing can be done: an exhibit, or a part of the case. `note` adds to it in a sentence. */
export interface ReadinessPlace {
  readonly label: string;
  readonly captureId?: CaptureId;
  readonly part?: ReadinessPart;
  readonly note?: string;
}

/** One kind of thing that would help: what, why, and every place where it can be done. */
export interface ReadinessItem {
  readonly kind:
    | 'jurisdiction'
    | 'wish'
    | 'words'
    | 'threat-effect'
    | 'request'
    | 'profile'
    | 'number'
    | 'holder'
    | 'partial'
    | 'post-time'
    | 'entry-day'
    | 'context';
  readonly what: string;
  readonly why: string;
  readonly places: readonly ReadinessPlace[];
}

/** Printed above every list of what would help, whatever the list holds. */
export const readinessLines = [
  'You can report without any of this.',
  'You do not need to gather evidence before you report.',
] as const;

/** What would help in this matter; empty when nothing would. These are hints, never a score. */
export function readinessOf(matter: Matter): readonly ReadinessItem[] {
  const exhibits = exhibitsAmong(matter.items);
  const all = [
    ...ofTheCase(matter),
    ...ofWords(matter, exhibits),
    requests(matter, exhibits),
    ...ofAccounts(matter),
    ...ofRecords(matter, exhibits),
  ];
  return all.filter(({ places }) => places.length > 0);
}

function ofTheCase({ details, items }: Matter): readonly ReadinessItem[] {
  const place: ReadinessPlace = { label: 'Case details', part: 'details' };
  const asksNothing = details.wishes.length === 0 && details.wishWords === '' && items.length > 0;
  return [
    {
      kind: 'jurisdiction',
      what: 'Say which part of the United Kingdom it is for.',
      why: 'The law, the forms and the words differ between England and Wales, Scotland, and Northern Ireland.',
      places: details.jurisdiction === undefined ? [place] : [],
    },
    {
      kind: 'wish',
      what: 'Say what you would like to happen.',
      why: 'The person who reads it knows at once what you ask for. “I do not know yet” is an answer too.',
      places: asksNothing ? [place] : [],
    },
  ];
}

function ofWords(matter: Matter, exhibits: readonly ExhibitItem[]): readonly ReadinessItem[] {
  const isSilent = ({ words }: ExhibitItem) => (words?.whatHappened ?? '') === '';
  return [
    {
      kind: 'words',
      what: 'Write what happened, where there are no words yet.',
      why: 'A picture shows what was on the screen. Only you know what it means and what came before.',
      places: exhibits.filter(each => !isProfile(each) && isSilent(each)).map(exhibitPlace),
    },
    {
      kind: 'threat-effect',
      what: 'Write how a threat made you feel, or what you changed because of it.',
      why: 'For some offences it matters that somebody was afraid, alarmed or distressed.',
      places: matter.threats.filter(each => effectOf(each) === '').map(placeOf),
    },
  ];
}

function requests({ tracks }: Matter, exhibits: readonly ExhibitItem[]): ReadinessItem {
  const asked = new Set(tracks.map(({ note }) => note.platform));
  const recipients = exhibits.flatMap(({ record }) => recipientOf(record) ?? []);
  const names = new Map(recipients.filter(({ key }) => !asked.has(key)).map(({ key, name }) => [key, name]));
  return {
    kind: 'request',
    what: 'Have the platform asked to keep its own data.',
    why: 'Posts can be deleted. What the platform holds itself may be lost after a while.',
    places: [...names.values()].map(name => ({ label: name, part: 'keep' })),
  };
}

function ofAccounts({ accounts }: Matter): readonly ReadinessItem[] {
  const where = (account: CaseAccount): ReadinessPlace => ({
    label: `${accountLabel(account)} on ${account.name.site ?? platformName(account.name.platform)}`,
    part: 'accounts',
  });
  const all = accounts.map(({ account }) => account);
  const named = all.filter(
    ({ profileAddress, handles }) => profileAddress !== undefined || handles.length > 0,
  );
  return [
    {
      kind: 'profile',
      what: 'Record the account’s own page.',
      why: 'It shows how the account presented itself, and often more by which it can be found.',
      places: named.filter(({ profiles }) => profiles.length === 0).map(where),
    },
    {
      kind: 'number',
      what: 'Record the page of an account whose number was not found on it.',
      why: 'A name can change. The number stays. It may show when the page is recorded again.',
      places: all
        .filter(each => each.profiles.length > 0 && numberStateOf(each).kind === 'on-profile')
        .map(where),
    },
    {
      kind: 'holder',
      what: 'Say whose account you think it is, only if you know or have a reason to think so.',
      why: 'Accounts of one person are then counted together. You need not guess.',
      places: accounts.filter(({ holder }) => holder === undefined).map(({ account }) => where(account)),
    },
  ];
}

function ofRecords({ items }: Matter, exhibits: readonly ExhibitItem[]): readonly ReadinessItem[] {
  const undated = exhibits.filter(each => each.when.basis === 'recorded' && !isProfile(each));
  const entries = items.filter(item => item.kind === 'diary').filter(({ when }) => when.basis === 'not-told');
  return [
    {
      kind: 'partial',
      what: 'Record again what was recorded only in part, if it is still there.',
      why: 'Something stopped before everything was recorded. What there is was kept.',
      places: exhibits
        .filter(({ record }) => record.outcome === 'partial')
        .map(each => ({ ...exhibitPlace(each), ...failureOf(each.record) })),
    },
    {
      kind: 'post-time',
      what: 'Open a post by itself and record it there, where no time of posting was found.',
      why: 'Some pages show only “yesterday” or nothing. The post’s own page often holds its time.',
      places: undated.map(exhibitPlace),
    },
    {
      kind: 'entry-day',
      what: 'Give a day to diary entries that have none. “About” is fine in the words.',
      why: 'Things in order of time are easier to follow.',
      places: entries.map(diaryPlace),
    },
    {
      kind: 'context',
      what: 'Record what stood around an answer or a message, your own replies too.',
      why: 'A few words can be read in more than one way. This is only a hint: you may have done it already.',
      places: exhibits.filter(isTornOut).map(exhibitPlace),
    },
  ];
}

/** Whether it is an answer or a message that was recorded without anything of the conversation around it. */
function isTornOut({ record }: ExhibitItem): boolean {
  const { kind, related = [] } = record.post ?? {};
  const answers = kind === 'reply' || kind === 'comment' || kind === 'message';
  return answers && record.scope === 'post' && related.length === 0;
}

function isProfile({ record }: ExhibitItem): boolean {
  return record.post?.kind === 'profile';
}

function effectOf(item: Item): string {
  return item.kind === 'diary' ? item.entry.impact : (item.words?.impact ?? '');
}

function failureOf({ steps }: CaptureRecord): Pick<ReadinessPlace, 'note'> {
  const failed = steps.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return {};
  const sentences = failed.map(({ step, reason }) =>
    reason === undefined ? `${stepWords[step]}.` : `${stepWords[step]}: ${reason}`,
  );
  return { note: sentences.join(' ') };
}

function placeOf(item: Item): ReadinessPlace {
  return item.kind === 'diary' ? diaryPlace(item) : exhibitPlace(item);
}

function exhibitPlace({ reference, record }: ExhibitItem): ReadinessPlace {
  return { label: reference, captureId: record.id };
}

function diaryPlace({ entry }: DiaryItem): ReadinessPlace {
  const start = entry.what.slice(0, 40).trim();
  return { label: `Diary: ${start}${start.length < entry.what.trim().length ? '…' : ''}`, part: 'diary' };
}
