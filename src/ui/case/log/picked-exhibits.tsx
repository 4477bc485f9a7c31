import { useState } from 'preact/hooks';
import type { ExhibitSummary } from '../../../evidence/reader.ts';
import type { CaptureId } from '../../../model/identifiers.ts';

/** An exhibit as a form names it: its reference, with the account where it is known. */
export interface ExhibitChoice {
  readonly captureId: CaptureId;
  readonly name: string;
  readonly hint: string;
}

/** The exhibits of a list that can be picked: those that are kept. */
export function choicesOf(exhibits: readonly ExhibitSummary[]): readonly ExhibitChoice[] {
  return exhibits.flatMap(each =>
    each.state === 'kept'
      ? [
          {
            captureId: each.captureId,
            name: each.reference,
            hint: (each.handle ?? each.displayName ?? each.title).slice(0, 60),
          },
        ]
      : [],
  );
}

interface PickedExhibitsProps {
  readonly id: string;
  readonly exhibits: readonly ExhibitChoice[];
  readonly picked: readonly CaptureId[];
  readonly onChange: (picked: CaptureId[]) => void;
}

/** Exhibits that an entry is about, picked one by one by their reference. */
export function PickedExhibits({ id, exhibits, picked, onChange }: PickedExhibitsProps) {
  const open = exhibits.filter(({ captureId }) => !picked.includes(captureId));
  const [chosen, choose] = useState('');
  const next = open.find(({ captureId }) => captureId === chosen) ?? open[0];
  return (
    <fieldset class="field">
      <legend>Exhibits it was about</legend>
      {picked.length === 0 && <p class="muted">None picked. You may leave it so.</p>}
      <ul class="link-row">
        {picked.map(captureId => {
          const name = exhibits.find(each => each.captureId === captureId)?.name ?? 'not there any more';
          return (
            <li key={captureId}>
              {name}{' '}
              <button
                type="button"
                class="plain"
                onClick={() => onChange(picked.filter(each => each !== captureId))}
              >
                Take out<span class="visually-hidden"> {name}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {next !== undefined && (
        <div class="button-row">
          <label for={`${id}-exhibit`}>Exhibit</label>
          <select
            id={`${id}-exhibit`}
            class="short"
            value={next.captureId}
            onChange={event => choose(event.currentTarget.value)}
          >
            {open.map(({ captureId, name, hint }) => (
              <option key={captureId} value={captureId}>
                {name} – {hint}
              </option>
            ))}
          </select>
          <button
            type="button"
            id={`${id}-exhibit-add`}
            onClick={() => onChange([...picked, next.captureId])}
          >
            Pick it
          </button>
        </div>
      )}
    </fieldset>
  );
}
