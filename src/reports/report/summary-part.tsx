import { itemDays } from '../../matter/item-days.ts';
import { accountLabel, type HeldAccount, type Item, isIncident } from '../../matter/items.ts';
import { platformName } from '../../matter/platform-names.ts';
import { countWords } from '../../words/happening.ts';
import { DayChart } from './day-chart.tsx';
import { DayTable } from './day-table.tsx';
import type { ReportFacts } from './facts.ts';
import { FirstQuestions } from './first-questions.tsx';
import { OrdersInForce } from './orders.tsx';
import { PageText } from './page-text.tsx';
import { Table } from './parts.tsx';

/** The case on a few pages: counts, the answers to the first questions, orders, and the days. */
export function SummaryPart({ facts }: { readonly facts: ReportFacts }) {
  const { matter, words } = facts;
  const days = itemDays(matter.items.filter(isIncident));
  const exhibits = matter.items.length - facts.diary.length;
  return (
    <>
      <p>
        The case as exported holds {countWords(exhibits, words.exhibit)}
        {facts.diary.length > 0 && ` and ${diaryWords(facts.diary.length)}`}. Below they are counted. The
        counts are facts of this record and no finding in law.
      </p>
      <Counts facts={facts} />
      <Table
        caption="Items by platform"
        headings={['Platform', 'Items']}
        rows={byPlatform(matter.items).map(([platform, count]) => [
          <PageText key="platform" text={platform} />,
          count,
        ])}
      />
      <Table
        caption="Items by account"
        headings={['Account', 'Platform', 'Items']}
        rows={byAccount(facts).map(([held, count]) => [
          <PageText key="account" text={accountLabel(held.account)} />,
          platformName(held.account.name.platform),
          count,
        ])}
      />
      <FirstQuestions facts={facts} />
      <OrdersInForce facts={facts} />
      <h3>When it happened</h3>
      <p class="aside">
        An account’s own page shows who it is and is not counted as something that happened.
      </p>
      {days === undefined ? <p>No item has a day.</p> : <DayChart days={days} />}
      {days !== undefined && <DayTable facts={facts} />}
    </>
  );
}

/** The number of occasions for each person or account and target. A count only, with no conclusion from it. */
function Counts({ facts: { matter, teller } }: { readonly facts: ReportFacts }) {
  if (matter.counts.length === 0) return null;
  return (
    <>
      <Table
        caption="Occasions, by person or account and by whom they were aimed at"
        headings={['By', 'Aimed at', 'At least two occasions', 'Items', `Put together by ${teller}`]}
        rows={matter.counts.map(({ doer, target, occasions, days, items, groupedByPerson }) => [
          doer === '' ? 'nobody named' : <PageText key="doer" text={doer} />,
          target === '' ? 'the person affected' : <PageText key="target" text={target} />,
          `${occasions >= 2 ? 'yes' : 'no'}, ${occasions} on ${countWords(days, 'day')}`,
          items,
          groupedByPerson,
        ])}
      />
      <p class="aside">
        An occasion is what {teller} put together as one incident; what they did not, is put together by the
        day on which one account or person did something to one target. A person is named where the producer
        takes an account to belong to them, which is their view.
      </p>
    </>
  );
}

function diaryWords(count: number): string {
  return count === 1 ? '1 diary entry' : `${count} diary entries`;
}

function byAccount({ matter }: ReportFacts): readonly (readonly [held: HeldAccount, count: number])[] {
  const counts = new Map<HeldAccount, number>();
  for (const item of matter.items)
    if (item.kind === 'exhibit' && item.by !== undefined) counts.set(item.by, (counts.get(item.by) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function byPlatform(items: readonly Item[]): readonly (readonly [platform: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name =
      item.kind === 'diary'
        ? 'Not recorded from a page (diary)'
        : platformName(item.record.post?.platform ?? 'web');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
