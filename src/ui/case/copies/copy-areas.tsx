import type { Area } from '../../../model/working-copy.ts';
import { changesSomething, type Drafting, type DraftStep, type Which } from './copy-draft.ts';
import { nameOf } from './copy-stage.tsx';

interface CopyAreasProps {
  readonly drafting: Drafting;
  readonly onStep: (step: DraftStep) => void;
}

/** Every area by its numbers, for people who do not draw, with buttons to add one or undo. */
export function CopyAreas({ drafting, onStep }: CopyAreasProps) {
  const { covered, crop } = drafting.now;
  return (
    <>
      <div class="button-row">
        <button type="button" id="copy-add" onClick={() => onStep({ kind: 'add' })}>
          Cover an area
        </button>
        <button
          type="button"
          id="copy-cut"
          disabled={crop !== undefined}
          onClick={() => onStep({ kind: 'cut' })}
        >
          Cut to a part
        </button>
        <button
          type="button"
          id="copy-undo"
          disabled={drafting.past.length === 0}
          onClick={() => onStep({ kind: 'undo' })}
        >
          Undo
        </button>
      </div>
      {!changesSomething(drafting) && (
        <p class="muted">Nothing is covered yet. Draw on the picture, or press “Cover an area”.</p>
      )}
      {crop !== undefined && <AreaFields which="crop" area={crop} onStep={onStep} />}
      {covered.map((area, index) => (
        <AreaFields key={index} which={index} area={area} onStep={onStep} />
      ))}
    </>
  );
}

const sides = [
  ['x', 'From the left'],
  ['y', 'From the top'],
  ['width', 'Width'],
  ['height', 'Height'],
] as const;

interface AreaFieldsProps {
  readonly which: Which;
  readonly area: Area;
  readonly onStep: (step: DraftStep) => void;
}

function AreaFields({ which, area, onStep }: AreaFieldsProps) {
  const name = nameOf(which);
  const change = (side: keyof Area, text: string) => {
    if (text.trim() === '') return;
    onStep({ kind: 'change', which, area: { ...area, [side]: Number(text) } });
  };
  return (
    <fieldset class="copy-fields">
      <legend>{name}, in pixels of the picture</legend>
      {sides.map(([side, label]) => (
        <label key={side}>
          {label}
          <input
            type="number"
            class="copy-number"
            id={`copy-${which}-${side}`}
            min={side === 'width' || side === 'height' ? 1 : 0}
            value={area[side]}
            onChange={event => change(side, event.currentTarget.value)}
          />
        </label>
      ))}
      <button type="button" id={`copy-${which}-remove`} onClick={() => onStep({ kind: 'remove', which })}>
        Take away<span class="visually-hidden">: {name}</span>
      </button>
    </fieldset>
  );
}
