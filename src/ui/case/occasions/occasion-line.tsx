import type { Item } from '../../../matter/items.ts';
import type { Occasion } from '../../../matter/occasions.ts';
import type { Case } from '../../../model/case.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { exhibitHref } from '../route.ts';
import { happeningWords, occasionNoteOf } from './occasion-words.ts';

interface OccasionLineProps {
  readonly caseFile: Case;
  readonly item: Item;
  readonly occasion: Occasion;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One item of an occasion, with a box to choose it or, where a person grouped it, a button to take it out. */
export function OccasionLine({ caseFile, item, occasion, isChosen, onChoose }: OccasionLineProps) {
  const name = item.kind === 'exhibit' ? item.reference : 'Diary entry';
  const when = happeningWords(item.when);
  return (
    <li data-item={item.key}>
      {occasion.grouped === 'by-day' && (
        <input
          type="checkbox"
          aria-label={`Choose ${name}, ${when}`}
          checked={isChosen}
          onChange={event => onChoose(event.currentTarget.checked)}
        />
      )}
      <span>
        {item.kind === 'exhibit' ? <a href={exhibitHref(caseFile.id, item.record.id)}>{name}</a> : name}{' '}
        <span class="muted">
          <PageText text={when} />
        </span>
      </span>
      {occasion.grouped === 'by-person' && (
        <TakeOut caseFile={caseFile} item={item} occasion={occasion} name={name} />
      )}
    </li>
  );
}

interface TakeOutProps extends Pick<OccasionLineProps, 'caseFile' | 'item' | 'occasion'> {
  readonly name: string;
}

function TakeOut({ caseFile, item, occasion: { noteId, label, items }, name }: TakeOutProps) {
  const { send } = usePorts();
  const saving = useSaving();
  if (noteId === undefined || items.length < 2) return null;
  const note = occasionNoteOf(
    label,
    items.filter(({ key }) => key !== item.key),
  );
  const take = () => void saving.run(() => send('note:write', { caseId: caseFile.id, note, noteId }));
  return (
    <>
      <button type="button" class="plain" disabled={saving.isSaving} onClick={take}>
        Take out<span class="visually-hidden"> {name}</span>
      </button>
      {saving.error !== undefined && <span role="alert">It was not taken out. Try again.</span>}
    </>
  );
}
