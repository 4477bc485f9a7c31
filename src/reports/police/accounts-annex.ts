import type { Item } from '../../matter/items.ts';
import { platformName } from '../../matter/platform-names.ts';
import type { ContentCategory } from '../../model/content.ts';
import type { Jurisdiction } from '../../model/details.ts';
import { categoryWords } from '../../words/content.ts';
import { orderNames } from '../../words/details.ts';
import { dayWords } from '../../words/happening.ts';
import { type Block, list, type Paper, paragraph, section, table, title } from '../document/blocks.ts';
import { accountWords, referencesOf } from './accounts.ts';
import { itemName } from './item-words.ts';
import { joinFilled, type PoliceCase, policePaper } from './police-case.ts';

const purposes: Readonly<Record<Jurisdiction, string>> = {
  'england-wales':
    'For the police, if they consider a Stalking Protection Order (Stalking Protection Act 2019, s.1). It lists what conditions could be about: platforms, accounts and behaviours.',
  scotland:
    'For the police, the Procurator Fiscal or a solicitor, if a non-harassment order or an interdict is considered (Protection from Harassment Act 1997, ss.8, 8A and 9). It lists what an order could be about: platforms, accounts and behaviours.',
  'northern-ireland':
    'For the police, if they consider a Stalking Protection Order (Protection from Stalking Act (Northern Ireland) 2022, ss.6 to 10). It lists what conditions could be about: platforms, accounts and behaviours.',
};

/** Platforms, accounts and behaviours, for those who may apply for an order. It proposes none. */
export function accountsAnnex(police: PoliceCase): Paper {
  const { matter, jurisdiction } = police;
  return policePaper(police, {
    name: 'Accounts and behaviours',
    mark: 'Annex: platforms, accounts and behaviours',
    blocks: [
      title('Platforms, accounts and behaviours'),
      paragraph(purposes[jurisdiction]),
      paragraph(
        'It shows which accounts the records show, and how the person who keeps them tagged what happened. It says nothing of who typed a post, and asks for no order. The police and the court decide.',
      ),
      ...section('Platforms', ...platformBlocks(police)),
      ...section('Accounts', accountTable(police)),
      ...section('Behaviours', ...behaviourBlocks(matter.items)),
      ...countBlocks(police),
      ...orderBlocks(police),
    ],
  });
}

function platformBlocks({ matter }: PoliceCase): readonly Block[] {
  const names = matter.accounts.map(({ account: { name } }) => name.site ?? platformName(name.platform));
  if (names.length === 0) return [paragraph('No account could be read from the records.')];
  return [list([...new Set(names)])];
}

function accountTable({ matter }: PoliceCase): Block {
  return table({
    headings: [
      'Platform',
      'Account, by every name it was seen under',
      'Taken to belong to, and why',
      'Records',
    ],
    widths: [15, 38, 27, 20],
    rows: matter.accounts.map(held => [
      held.account.name.site ?? platformName(held.account.name.platform),
      accountWords(held),
      joinFilled(held.holder?.name, held.holder?.why) ?? 'nobody is named',
      `${held.account.exhibits.length}: ${shortened(referencesOf(held.account))}`,
    ]),
  });
}

/** A hundred references in one narrow cell help nobody, and accounts.csv has them all. */
function shortened(references: string): string {
  const all = references.split(', ');
  return all.length <= 12
    ? references
    : `${all.slice(0, 6).join(', ')} … ${all.at(-1)} (all in accounts.csv)`;
}

function behaviourBlocks(items: readonly Item[]): readonly Block[] {
  const rows = (Object.keys(categoryWords) as ContentCategory[]).flatMap(category => {
    const tagged = items.filter(({ categories }) => categories.includes(category));
    if (tagged.length === 0) return [];
    const days = [...new Set(tagged.flatMap(({ when: { day } }) => (day === undefined ? [] : [day])))].sort();
    return [
      [
        categoryWords[category],
        `${tagged.length} on ${days.length} ${days.length === 1 ? 'day' : 'days'}`,
        daySpan(days),
        shortened(tagged.map(itemName).join(', ')),
      ],
    ];
  });
  if (rows.length === 0) return [paragraph('Nothing is tagged yet.')];
  return [
    table({ headings: ['Tagged as', 'How often', 'When', 'Where recorded'], widths: [28, 17, 23, 32], rows }),
  ];
}

function daySpan(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'day not told';
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}

function countBlocks({ matter, capacity }: PoliceCase): readonly Block[] {
  if (matter.counts.length === 0) return [];
  const nobodyNamed = capacity === 'affected' ? 'the person who reports' : 'not told';
  return section(
    'Occasions, counted',
    paragraph(
      'What one person or account did to one person on one day counts as one occasion, unless the person grouped it otherwise. This is a count and no finding.',
    ),
    table({
      headings: ['Person or account', 'Aimed at', 'Occasions', 'Days', 'Items', 'At least two occasions'],
      widths: [28, 22, 13, 10, 10, 17],
      rows: matter.counts.map(({ doer, place, target, occasions, days, items }) => [
        doer === '' ? 'not known' : `${doer}${place === undefined ? '' : ` (${platformName(place)})`}`,
        target === '' ? nobodyNamed : target,
        String(occasions),
        String(days),
        String(items),
        occasions >= 2 ? 'yes' : 'no',
      ]),
    }),
  );
}

function orderBlocks({ matter }: PoliceCase): readonly Block[] {
  const breaches = matter.items.filter(({ breachesOrder }) => breachesOrder);
  if (matter.orders.length === 0 && breaches.length === 0) return [];
  return section(
    'Orders and conditions in force, as told',
    ...(matter.orders.length === 0
      ? []
      : [
          table({
            headings: ['Order', 'Against', 'Court and reference', 'From, to', 'Conditions'],
            widths: [20, 17, 21, 17, 25],
            rows: matter.orders.map(({ note }) => [
              orderNames[note.type],
              note.against,
              joinFilled(note.court, note.reference) ?? '',
              [note.madeOn, note.endsOn].map(day => (day === undefined ? '…' : dayWords(day))).join(' to '),
              note.conditions,
            ]),
          }),
        ]),
    ...(breaches.length === 0
      ? []
      : [paragraph(`The person marked these as against an order: ${breaches.map(itemName).join(', ')}.`)]),
  );
}
