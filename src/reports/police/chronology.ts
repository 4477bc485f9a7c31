import { doersOf, type Item } from '../../matter/items.ts';
import { platformName } from '../../matter/platform-names.ts';
import { categoryWords, hateGroundNames } from '../../words/content.ts';
import { utcWords } from '../../words/times.ts';
import { type CsvRow, csvBytes } from '../document/csv.ts';
import { addressOf, basisOf, recordedAt, whenWords } from './item-words.ts';
import type { PoliceCase } from './police-case.ts';

const headings = [
  'Number',
  'Day',
  'When (UK time)',
  'When (UTC)',
  'How the time is known',
  'Kind',
  'Reference',
  'Written down (UTC)',
  'Platform',
  'Account handle',
  'Account display name',
  'Account number',
  'Who, as the person tells',
  'Aimed at',
  'Tagged as',
  'Said to breach an order',
  'Hate, as perceived',
  'Text of the post',
  'What happened, in the person’s words',
  'Witnesses',
  'Place',
  'Address of the page',
  'Occasion',
] as const;

/** Everything that happened, in one order over all platforms, one row an item. What is not known is empty. */
export function chronologyCsv({ matter }: PoliceCase): Uint8Array<ArrayBuffer> {
  const occasionOf = new Map(
    matter.occasions.flatMap(({ items, label }, index) =>
      items.map(({ key }) => [key, label === '' ? String(index + 1) : `${index + 1}: ${label}`] as const),
    ),
  );
  const rows = matter.items.map((item, index) => ({
    ...common(item, index + 1),
    ...(item.kind === 'exhibit' ? ofExhibit(item) : ofDiary(item)),
    Occasion: occasionOf.get(item.key) ?? '',
  }));
  return csvBytes(headings, rows, ['Number', 'Day']);
}

function common(item: Item, number: number): CsvRow {
  return {
    Number: String(number),
    Day: item.when.day,
    'When (UK time)': whenWords(item),
    'When (UTC)': item.when.at === undefined ? '' : utcWords(item.when.at),
    'How the time is known': basisOf(item),
    'Who, as the person tells': whoOf(item),
    'Aimed at': item.target,
    'Tagged as': item.categories.map(category => categoryWords[category]).join('; '),
    'Said to breach an order': item.breachesOrder ? 'yes' : '',
    'Hate, as perceived': item.hatePerceived.map(ground => hateGroundNames[ground]).join('; '),
  };
}

function whoOf(item: Item): string {
  if (item.kind === 'diary') return doersOf(item).join('; ');
  return [...new Set([item.by?.holder?.name ?? '', ...(item.words?.people ?? [])])]
    .filter(name => name !== '')
    .join('; ');
}

function ofExhibit(item: Item & { readonly kind: 'exhibit' }): CsvRow {
  const { record, words } = item;
  const account = record.post?.account;
  return {
    Kind: 'recorded',
    Reference: item.reference,
    'Written down (UTC)': utcWords(recordedAt(record)),
    Platform: record.post === undefined ? '' : platformName(record.post.platform),
    'Account handle': account?.handle,
    'Account display name': account?.displayName,
    'Account number': account?.accountId,
    'Text of the post': record.post?.text,
    'What happened, in the person’s words': words?.whatHappened,
    Witnesses: words?.witnesses,
    'Address of the page': addressOf(item),
  };
}

function ofDiary({ entry, writtenAt }: Item & { readonly kind: 'diary' }): CsvRow {
  return {
    Kind: 'diary',
    'Written down (UTC)': utcWords(writtenAt),
    'What happened, in the person’s words': entry.what,
    Witnesses: entry.witnesses,
    Place: entry.place,
  };
}
