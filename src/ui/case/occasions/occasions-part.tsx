import { useState } from 'preact/hooks';
import type { Item } from '../../../matter/items.ts';
import type { Occasion } from '../../../matter/occasions.ts';
import type { Case } from '../../../model/case.ts';
import { visibleText } from '../../../words/visible-text.ts';
import { dayWords } from '../../parts/days.ts';
import { SelectField } from '../../parts/fields.tsx';
import { GroupForm } from './group-form.tsx';
import { OccasionItem } from './occasion-item.tsx';
import { doerNames } from './occasion-words.ts';

interface OccasionsPartProps {
  readonly caseFile: Case;
  readonly occasions: readonly Occasion[];
}

/** Every occasion with its items. Items that nobody grouped are chosen by boxes and grouped together. */
export function OccasionsPart({ caseFile, occasions }: OccasionsPartProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doer, setDoer] = useState('');
  const [day, setDay] = useState('');
  const free = occasions.filter(({ grouped }) => grouped === 'by-day').flatMap(({ items }) => items);
  const shown = occasions.filter(({ items }) => items.some(item => fits(item, doer, day)));
  const choose = (items: readonly Item[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const { key } of items) isChosen ? next.add(key) : next.delete(key);
    setChosen(next);
  };
  return (
    <section aria-labelledby="occasions-title">
      <h2 id="occasions-title">Occasions</h2>
      <p class="muted">
        An occasion is one thing that happened. What one account or person did on one day stands together. If
        you see it another way, choose what belongs together and put it into one occasion.
      </p>
      {occasions.length === 0 && <p>There is nothing here yet.</p>}
      {occasions.length > 0 && (
        <>
          <Filters occasions={occasions} doer={doer} day={day} onDoer={setDoer} onDay={setDay} />
          <GroupForm
            caseFile={caseFile}
            chosen={free.filter(({ key }) => chosen.has(key))}
            groups={occasions.filter(({ grouped }) => grouped === 'by-person')}
            onGrouped={() => setChosen(new Set())}
          />
        </>
      )}
      <ul class="events" id="occasions">
        {shown.map((occasion, index) => (
          <OccasionItem
            key={occasion.noteId ?? occasion.items[0]?.key}
            id={`occasion-${index + 1}`}
            caseFile={caseFile}
            occasion={occasion}
            isShown={item => fits(item, doer, day)}
            chosen={chosen}
            onChoose={choose}
            ofTheDay={each => free.filter(item => item.when.day === each && fits(item, doer, day))}
          />
        ))}
      </ul>
    </section>
  );
}

function fits(item: Item, doer: string, day: string): boolean {
  return (doer === '' || doerNames(item).includes(doer)) && (day === '' || item.when.day === day);
}

interface FiltersProps {
  readonly occasions: readonly Occasion[];
  readonly doer: string;
  readonly day: string;
  readonly onDoer: (doer: string) => void;
  readonly onDay: (day: string) => void;
}

function Filters({ occasions, doer, day, onDoer, onDay }: FiltersProps) {
  const items = occasions.flatMap(each => each.items);
  const doers = [...new Set(items.flatMap(doerNames))].sort();
  const days = [...new Set(items.flatMap(({ when }) => when.day ?? []))].sort();
  return (
    <div class="filters">
      <SelectField
        id="occasions-doer"
        label="By whom"
        value={doer}
        options={[['', 'All'], ...doers.map(each => [each, visibleText(each)] as const)]}
        onChange={onDoer}
      />
      <SelectField
        id="occasions-day"
        label="On which day"
        value={day}
        options={[['', 'All'], ...days.map(each => [each, dayWords(each)] as const)]}
        onChange={onDay}
      />
    </div>
  );
}
