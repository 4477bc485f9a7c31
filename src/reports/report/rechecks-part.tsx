import type { DatedNote } from '../../matter/matter.ts';
import type { Recheck } from '../../model/history.ts';
import { recheckNames } from '../../words/details.ts';
import { dayWords } from '../../words/happening.ts';
import type { ReportFacts } from './facts.ts';
import { PageText } from './page-text.tsx';
import { Moment, Table } from './parts.tsx';
import { ReferenceLink } from './references.tsx';

/** What stayed and what went: first recorded, still there on, gone on, as found by those who looked again. */
export function RechecksPart({ facts }: { readonly facts: ReportFacts }) {
  const byCapture = new Map<string, DatedNote<Recheck>[]>();
  for (const recheck of facts.matter.rechecks) {
    const group = byCapture.get(recheck.note.captureId) ?? [];
    group.push(recheck);
    byCapture.set(recheck.note.captureId, group);
  }
  const { Exhibit } = facts.words;
  return (
    <>
      <p class="aside">
        Somebody opened the address again and wrote down what they saw. “Not there” does not say who took it
        away.
      </p>
      <Table
        caption="Addresses that were looked at again"
        headings={[Exhibit, 'First recorded', 'Seen again on', 'Not there any more on', 'Words']}
        rows={[...byCapture].flatMap(([id, rechecks]) => {
          const item = facts.exhibitItems.get(id);
          if (item === undefined) return [];
          const sorted = rechecks.map(({ note }) => note).toSorted((a, b) => (a.on < b.on ? -1 : 1));
          return [
            [
              <ReferenceLink key="reference" reference={item.reference} facts={facts} />,
              <Moment key="at" at={item.record.clocks?.capturedAt ?? item.record.startedAt} />,
              daysOf(sorted.filter(({ state }) => state === 'still-there' || state === 'changed')),
              daysOf(sorted.filter(({ state }) => state === 'gone' || state === 'not-visible-to-me')),
              <PageText key="words" text={wordsOf(sorted)} />,
            ],
          ];
        })}
      />
    </>
  );
}

/** The days, each with its state where the column does not say it. */
function daysOf(rechecks: readonly Recheck[]): string {
  return rechecks
    .map(({ on, state }) => {
      const isPlain = state === 'still-there' || state === 'gone';
      return isPlain ? dayWords(on) : `${dayWords(on)} (${recheckNames[state]})`;
    })
    .join('; ');
}

function wordsOf(rechecks: readonly Recheck[]): string {
  return rechecks
    .map(({ words }) => words)
    .filter(words => words !== '')
    .join('\n');
}
