import { isIntimate, type PicturedExhibit, usualGive } from '../../exporting/gather/given-pictures.ts';
import type { ExportChoice, PictureChoice } from '../../model/export-choice.ts';
import type { WorkingCopy } from '../../model/working-copy.ts';
import { recipientNames } from '../../words/details.ts';

interface PictureChoiceProps {
  /** The exhibits that go into the export. */
  readonly exhibits: readonly PicturedExhibit[];
  readonly choice: ExportChoice;
  readonly onChange: (pictures: PictureChoice[]) => void;
}

/** Which picture is given, for every exhibit that has copies or is marked as intimate. Nothing when there are none. */
export function PictureChoicePart({ exhibits, choice, onChange }: PictureChoiceProps) {
  const { pictures = [], recipient } = choice;
  const asked = exhibits.filter(({ words, copies = [] }) => copies.length > 0 || isIntimate(words));
  if (asked.length === 0) return null;
  const marked = asked.filter(({ words }) => isIntimate(words)).map(({ record }) => record.reference);
  const set = (chosen: PictureChoice) =>
    onChange([...pictures.filter(({ reference }) => reference !== chosen.reference), chosen]);
  return (
    <fieldset id="choose-pictures">
      <legend>Which pictures go</legend>
      {marked.length > 0 && (
        <p class="notice">
          These are marked as intimate: {marked.join(', ')}.{' '}
          {recipient === 'own-copy'
            ? 'Their pictures go into your own copy, but no report shows them unless you choose it here.'
            : 'Their pictures and the copy of the page stay with you unless you choose otherwise here.'}{' '}
          A picture may count as intimate in law even when parts of it are covered.
        </p>
      )}
      <p class="hint">
        Where the original stays with you, the text of the post, its address and the account still go. If the
        text itself must not be seen, leave the whole exhibit out.
      </p>
      {asked.map(exhibit => (
        <OneExhibit
          key={exhibit.record.reference}
          exhibit={exhibit}
          chosen={pictures.find(({ reference }) => reference === exhibit.record.reference)}
          choice={choice}
          onChange={set}
        />
      ))}
    </fieldset>
  );
}

const giveWords: Readonly<Record<PictureChoice['give'], string>> = {
  original: 'The original picture',
  copies: 'The copy instead of the original',
  both: 'The original and the copy',
  nothing: 'No picture',
};

interface OneExhibitProps {
  readonly exhibit: PicturedExhibit;
  readonly chosen: PictureChoice | undefined;
  readonly choice: ExportChoice;
  readonly onChange: (chosen: PictureChoice) => void;
}

function OneExhibit({ exhibit, chosen, choice, onChange }: OneExhibitProps) {
  const { record, words, copies = [] } = exhibit;
  const { reference } = record;
  const give = chosen?.give ?? usualGive(words, choice.recipient);
  const all = copies.map(({ id }) => id);
  const gives =
    copies.length > 0
      ? (['original', 'copies', 'both', 'nothing'] as const)
      : (['original', 'nothing'] as const);
  const isOfCopies = give === 'copies' || give === 'both';
  return (
    <fieldset data-pictures={reference}>
      <legend>
        {reference}, for {recipientNames[choice.recipient]}
      </legend>
      {gives.map(each => (
        <p key={each} class="check-line">
          <label class="check">
            <input
              type="radio"
              name={`pictures-${reference}`}
              value={each}
              checked={each === give}
              onChange={() => onChange({ reference, give: each, copies: chosen?.copies ?? all })}
            />{' '}
            {giveWords[each]}
          </label>
        </p>
      ))}
      {isOfCopies && copies.length > 1 && (
        <WhichCopies
          reference={reference}
          copies={copies}
          chosen={chosen?.copies ?? all}
          onChange={ids => onChange({ reference, give, copies: ids })}
        />
      )}
    </fieldset>
  );
}

interface WhichCopiesProps {
  readonly reference: string;
  readonly copies: readonly WorkingCopy[];
  readonly chosen: PictureChoice['copies'];
  readonly onChange: (chosen: PictureChoice['copies']) => void;
}

function WhichCopies({ reference, copies, chosen, onChange }: WhichCopiesProps) {
  return (
    <div class="checks">
      {copies.map(({ id, covered, purpose }, index) => (
        <label key={id} class="check">
          <input
            type="checkbox"
            name={`copies-${reference}`}
            checked={chosen.includes(id)}
            onChange={event =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter(each => each !== id))
            }
          />
          Copy {index + 1}: {covered.length} covered{purpose === '' ? '' : `, for: ${purpose}`}
        </label>
      ))}
    </div>
  );
}
