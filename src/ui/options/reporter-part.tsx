import { useState } from 'preact/hooks';
import type { Officer, Reporter } from '../../model/reporter.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { useWatched } from '../parts/use-watched.ts';

const capacities = [
  ['affected', 'I am the person this happens to'],
  ['helper', 'I help the person this happens to'],
  ['officer', 'I am a police officer or work for the police'],
] as const satisfies readonly (readonly [Reporter['capacity'], string])[];

const officerFields = [
  ['name', 'Name', 200],
  ['rank', 'Rank or role', 200],
  ['number', 'Collar or staff number', 200],
  ['force', 'Police force', 200],
  ['address', 'Address of the force', 500],
  ['email', 'E-mail address at the force', 200],
  ['phone', 'Telephone', 200],
  ['caseReference', 'Reference of the case at the force', 200],
] as const satisfies readonly (readonly [keyof Officer, string, number])[];

const noOfficer: Officer = {
  name: '',
  rank: '',
  number: '',
  force: '',
  address: '',
  email: '',
  phone: '',
  caseReference: '',
};

/** Who records with this Holdfast and, for an officer, what a request must name. */
export function ReporterPart() {
  const { log } = usePorts();
  const read = useWatched(() => log.readReporter(), []);
  return (
    <section aria-labelledby="who">
      <h2 id="who" tabIndex={-1}>
        Who uses Holdfast here
      </h2>
      <p>
        This changes the papers that ask a platform to keep data. It is kept sealed in the log and goes
        nowhere else.
      </p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {read.state === 'ready' && <ReporterForm start={read.value} />}
    </section>
  );
}

function ReporterForm({ start }: { readonly start: Reporter }) {
  const { send } = usePorts();
  const saving = useSaving();
  const [capacity, setCapacity] = useState(start.capacity);
  const [officer, setOfficer] = useState(start.capacity === 'officer' ? start.officer : noOfficer);
  const save = (event: Event) => {
    event.preventDefault();
    const reporter: Reporter = capacity === 'officer' ? { capacity, officer } : { capacity };
    void saving.run(() => send('reporter:set', { reporter }));
  };
  return (
    <form onSubmit={save}>
      <fieldset>
        <legend>I use it because</legend>
        {capacities.map(([each, name]) => (
          <p key={each}>
            <label class="check">
              <input
                type="radio"
                name="capacity"
                value={each}
                checked={each === capacity}
                onChange={() => setCapacity(each)}
              />{' '}
              {name}
            </label>
          </p>
        ))}
      </fieldset>
      {capacity === 'officer' && (
        <OfficerFields officer={officer} onChange={change => setOfficer({ ...officer, ...change })} />
      )}
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" class="main" id="reporter-save" disabled={saving.isSaving}>
          Save
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}

interface OfficerFieldsProps {
  readonly officer: Officer;
  readonly onChange: (change: Partial<Officer>) => void;
}

function OfficerFields({ officer, onChange }: OfficerFieldsProps) {
  return (
    <fieldset>
      <legend>Your details</legend>
      <p class="hint">They are printed on the request. What you leave empty stays blank on the paper.</p>
      {officerFields.map(([field, label, longest]) => (
        <TextField
          key={field}
          id={`officer-${field}`}
          label={label}
          value={officer[field]}
          longest={longest}
          onChange={value => onChange({ [field]: value })}
        />
      ))}
    </fieldset>
  );
}
