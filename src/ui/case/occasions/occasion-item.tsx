import type { Item } from '../../../matter/items.ts';
import type { Occasion } from '../../../matter/occasions.ts';
import type { Case } from '../../../model/case.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { OccasionGroup } from './occasion-group.tsx';
import { OccasionLine } from './occasion-line.tsx';
import { daysWords, doerNames, occasionName, plural } from './occasion-words.ts';

interface OccasionItemProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly occasion: Occasion;
  /** Whether the filter shows this item. */
  readonly isShown: (item: Item) => boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (items: readonly Item[], isChosen: boolean) => void;
  /** All items of a day that nobody grouped. */
  readonly ofTheDay: (day: string) => readonly Item[];
}

/** More items than this are folded. */
const mostOpen = 6;

/** One occasion: its day, who did it, who grouped it, and its items. */
export function OccasionItem(props: OccasionItemProps) {
  const { id, caseFile, occasion, isShown } = props;
  const { grouped, label, days, items } = occasion;
  const shown = items.filter(isShown);
  const doers = [...new Set(items.flatMap(doerNames))].join(', ');
  const lines = <Lines {...props} shown={shown} />;
  return (
    <li data-occasion={grouped}>
      <h3>
        <PageText text={occasionName(occasion)} />
      </h3>
      <p class="muted">
        {label !== '' && `${daysWords(days)}. `}
        {doers !== '' && (
          <>
            <PageText text={doers} />.{' '}
          </>
        )}
        {plural(items.length, 'item')}. {grouped === 'by-person' ? 'Put together by you.' : 'Grouped by day.'}
      </p>
      {grouped === 'by-day' && <ChooseDay {...props} />}
      {shown.length > mostOpen ? (
        <details>
          <summary>Show {plural(shown.length, 'item')}</summary>
          {lines}
        </details>
      ) : (
        lines
      )}
      {grouped === 'by-person' && <OccasionGroup id={id} caseFile={caseFile} occasion={occasion} />}
    </li>
  );
}

function Lines({
  caseFile,
  occasion,
  shown,
  chosen,
  onChoose,
}: OccasionItemProps & { readonly shown: readonly Item[] }) {
  return (
    <ul class="occasion-lines">
      {shown.map(item => (
        <OccasionLine
          key={item.key}
          caseFile={caseFile}
          item={item}
          occasion={occasion}
          isChosen={chosen.has(item.key)}
          onChoose={isChosen => onChoose([item], isChosen)}
        />
      ))}
    </ul>
  );
}

function ChooseDay({ id, occasion, chosen, onChoose, ofTheDay }: OccasionItemProps) {
  const [day] = occasion.days;
  if (day === undefined) return null;
  const items = ofTheDay(day);
  if (items.length < 2) return null;
  const areAll = items.every(({ key }) => chosen.has(key));
  return (
    <button type="button" class="plain" id={`${id}-day`} onClick={() => onChoose(items, !areAll)}>
      {areAll ? 'Choose none of this day' : `Choose all of this day (${items.length})`}
      <span class="visually-hidden"> {daysWords(occasion.days)}</span>
    </button>
  );
}
