import type { ExhibitItem, Item } from '../../matter/items.ts';
import type { Happening } from '../../matter/moments.ts';
import { accountName, platformName } from '../../matter/platform-names.ts';
import type { ArtifactRole, CaptureRecord } from '../../model/capture.ts';
import { checksOf, missedChecks } from '../../model/capture-check.ts';
import { checksLine } from '../../model/capture-check-words.ts';
import { shownImages } from '../../words/artifacts.ts';
import { dayWords } from '../../words/happening.ts';
import { errorAnswer } from '../../words/http-status.ts';
import { londonWords } from '../../words/times.ts';
import { givenArtifacts, type ReportExhibit } from '../input.ts';
import { kindWords } from '../preservation/words.ts';

/** A moment in the time of the United Kingdom: `1 June 2026 at 12:34:57 BST`. */
export function ukMoment(at: string): string {
  return londonWords(at).replace(', ', ' at ');
}

/** When a capture was made, by this computer's clock. */
export function recordedAt({ clocks, startedAt }: CaptureRecord): string {
  return clocks?.capturedAt ?? startedAt;
}

/** What a record shows, in a few neutral words: `post on X under the account @name`. */
export function shownWords({ post, page, scope }: CaptureRecord): string {
  if (post === undefined) return scope === 'page' ? 'web page' : 'part of a web page';
  const name = accountName(post.account);
  const kind = kindWords[post.kind];
  const site = post.platform === 'web' ? hostOf(post.permalink ?? page?.finalAddress) : undefined;
  return `${kind} on ${site ?? platformName(post.platform)}${name === undefined ? '' : ` under the account ${name}`}`;
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

/** An exhibit as a list describes it: what it is, its address, when it was made, and its files. */
export function exhibitDescription(exhibit: ReportExhibit): string {
  const { entry, record } = exhibit;
  const given = givenArtifacts(exhibit);
  const where = record.page === undefined ? '' : `, at ${record.page.finalAddress}`;
  const has = (role: ArtifactRole) => given.some(each => each.role === role);
  const parts = [
    ...(shownImages(given).length > 0 ? ['picture'] : []),
    ...(entry.workingCopies === undefined
      ? []
      : ['working copy of a picture, with areas covered or cut off']),
    ...(has('page-snapshot') ? ['copy of the page'] : []),
    ...(has('post-text') ? ['text'] : []),
    'data of the recording',
  ];
  const partial = record.outcome === 'partial' ? ' The recording is partial.' : '';
  const missed = missedChecks(record);
  const checks = missed.length === 0 ? '' : ` ${capital(checksLine(checksOf(record)))}.`;
  const answer = errorAnswer(record.page?.httpStatus)
    .map(words => ` ${words}`)
    .join('');
  const held = entry.heldBack === undefined ? '' : ' The original pictures are held back by the producer.';
  return `Record of a ${shownWords(record)}${where}, made on ${ukMoment(recordedAt(record))}: ${parts.join(', ')}.${partial}${checks}${answer}${held}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const basisWords: Readonly<Record<Happening['basis'], string>> = {
  'machine-time': 'the page’s own time',
  'derived-from-id': 'worked out from the platform’s number of the post',
  recorded: 'when it was recorded; it was posted then or before',
  told: 'as told',
  'not-told': 'not told',
};

/** How the time of an item is known. */
export function basisOf({ when }: Item): string {
  return basisWords[when.basis];
}

/** When an item happened, in the time of the United Kingdom, or as the person states it. */
export function whenWords({ when: { at, day, statedTime } }: Item): string {
  if (at !== undefined) return ukMoment(at);
  const words = [day === undefined ? '' : dayWords(day), statedTime ?? ''].filter(part => part !== '');
  return words.length === 0 ? 'day not told' : words.join(', ');
}

/** The name of an item in a list: its reference, or the diary and its day. */
export function itemName(item: Item): string {
  return item.kind === 'exhibit' ? item.reference : `diary, ${whenWords(item)}`;
}

/** The address of a post: its permalink, else that of the page; undefined when neither was recorded. */
export function addressOf({ record: { post, page } }: ExhibitItem): string | undefined {
  return post?.permalink ?? page?.finalAddress;
}
