import {
  accountLabel,
  type DiaryItem,
  type ExhibitItem,
  type HeldAccount,
  type Item,
} from '../../matter/items.ts';
import { londonDay } from '../../matter/moments.ts';
import { platformName } from '../../matter/platform-names.ts';
import type { SeenName } from '../../model/accounts.ts';
import type { ContentCategory } from '../../model/content.ts';
import type { Jurisdiction } from '../../model/details.ts';
import { categoryWords } from '../../words/content.ts';
import { dayWords } from '../../words/happening.ts';
import { assumedJurisdiction } from '../../words/jurisdiction.ts';
import { filledField } from './cover-who.tsx';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { type Field, Fields, Table } from './parts.tsx';
import { Items, References } from './references.tsx';

/** The heading of the part, in the words of an annex to an order. */
export const behaviourHeading = 'Accounts, platforms and kinds of conduct';

/**
 * Stalking Protection Act 2019 s.1; Protection from Harassment Act 1997 s.8; Protection from Stalking Act (NI) 2022
 * ss.6–10.
 */
const orderOf: Readonly<Record<Jurisdiction, string>> = {
  'england-wales': 'Stalking Protection Order',
  scotland: 'non-harassment order',
  'northern-ireland': 'Stalking Protection Order',
};

/** Every account with its names and addresses, whom the producer takes it to belong to, and its tags. */
export function AccountsPart({ facts }: { readonly facts: ReportFacts }) {
  const order = orderOf[facts.matter.details.jurisdiction ?? assumedJurisdiction];
  const items = itemsByAccount(facts);
  return (
    <>
      {facts.getsOwnWords && (
        <p>
          This part lists platforms, accounts and kinds of conduct, so that conditions can name them, for
          example as an annex to an application for a {order}.
        </p>
      )}
      <p class="aside">
        An account is not a person. Handles and names can be changed; the number, where there is one, stays.
      </p>
      {facts.matter.accounts.map((held, index) => (
        <Account key={index} held={held} items={items.get(held) ?? []} number={index + 1} facts={facts} />
      ))}
      <ToldConduct facts={facts} />
    </>
  );
}

interface AccountProps {
  readonly held: HeldAccount;
  readonly items: readonly ExhibitItem[];
  readonly number: number;
  readonly facts: ReportFacts;
}

function Account({ held: { account, holder }, items, number, facts }: AccountProps) {
  const { name, handles, displayNames, profileAddress, profiles, exhibits } = account;
  return (
    <section id={`account-${number}`} aria-labelledby={`account-${number}-heading`}>
      <h3 id={`account-${number}-heading`}>
        {number}. <PageText text={accountLabel(account)} />
      </h3>
      <Fields
        fields={[
          ['Platform', <PageText key="platform" text={platformOf(name)} />],
          ['Handles', <Names key="handles" names={handles} />],
          ['Names shown', <Names key="names" names={displayNames} />],
          ['Account number', <PageText key="number" text={name.accountId} />],
          ['Address of the account', <PageText key="address" text={profileAddress} />],
          ...holderFields(holder),
          [
            facts.words.Exhibits,
            <References
              key="exhibits"
              references={exhibits.map(({ reference }) => reference)}
              facts={facts}
            />,
          ],
          ...(profiles.length === 0
            ? []
            : [
                [
                  'Its own page is recorded in',
                  <References
                    key="own"
                    references={profiles.map(({ reference }) => reference)}
                    facts={facts}
                  />,
                ] as const,
              ]),
          ...(facts.getsOwnWords ? [['Kinds of conduct, as tagged', conductOf(items)] as const] : []),
        ]}
      />
    </section>
  );
}

function holderFields(holder: HeldAccount['holder']): readonly Field[] {
  if (holder === undefined) return [];
  return [
    [
      'Taken to belong to',
      <>
        <PageText text={holder.name} />
        <p class="aside">This is the producer’s view and no finding.</p>
      </>,
    ],
    ...filledField('Why the producer takes it so', holder.why),
  ];
}

function Names({ names }: { readonly names: readonly SeenName[] }) {
  if (names.length === 0) return <PageText text={undefined} />;
  return (
    <>
      {names.map(({ text, firstSeen, lastSeen }) => (
        <p key={text}>
          <PageText text={text} />{' '}
          <span class="aside">{spanWords(londonDay(firstSeen), londonDay(lastSeen))}</span>
        </p>
      ))}
    </>
  );
}

function spanWords(first: string, last: string): string {
  return first === last ? `recorded ${dayWords(first)}` : `recorded ${dayWords(first)} to ${dayWords(last)}`;
}

/** Conduct that was reported apart from any recorded page, so that conditions can name it too. */
function ToldConduct({ facts }: { readonly facts: ReportFacts }) {
  const people = new Map<string, DiaryItem[]>();
  for (const item of facts.diary)
    for (const name of item.entry.people) people.set(name, [...(people.get(name) ?? []), item]);
  if (people.size === 0) return null;
  return (
    <Table
      caption="Told in the diary, away from any account"
      headings={['Person, as named by the producer', 'Kinds of conduct, as tagged', 'Diary entries']}
      rows={[...people].map(([name, items]) => [
        <PageText key="name" text={name} />,
        conductOf(items),
        <Items key="entries" items={items} facts={facts} />,
      ])}
    />
  );
}

function conductOf(items: readonly Item[]): string {
  const counts = new Map<ContentCategory, number>();
  for (const category of items.flatMap(({ categories }) => categories))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  if (counts.size === 0) return 'none tagged';
  return [...counts].map(([category, count]) => `${categoryWords[category]} (${count})`).join('; ');
}

function platformOf({ platform, site }: HeldAccount['account']['name']): string {
  return site === undefined ? platformName(platform) : `${platformName(platform)} (${site})`;
}

function itemsByAccount({ matter }: ReportFacts): ReadonlyMap<HeldAccount, readonly ExhibitItem[]> {
  const groups = new Map<HeldAccount, ExhibitItem[]>();
  for (const item of matter.items) {
    if (item.kind !== 'exhibit' || item.by === undefined) continue;
    const group = groups.get(item.by) ?? [];
    group.push(item);
    groups.set(item.by, group);
  }
  return groups;
}
