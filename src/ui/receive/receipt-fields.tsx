import { TextArea, TextField } from '../parts/fields.tsx';

/** The contents of the receipt form. `receivedAt` is the value of a `datetime-local` field. */
export interface ReceiptDraft {
  readonly name: string;
  readonly organisation: string;
  readonly medium: string;
  readonly place: string;
  readonly receivedAt: string;
  readonly officer: string;
  readonly remarks: string;
}

interface ReceiptFieldsProps {
  readonly draft: ReceiptDraft;
  readonly isOfficer: boolean;
  readonly onChange: (change: Partial<ReceiptDraft>) => void;
}

/** From whom, how, where, when and by whom a file was received. */
export function ReceiptFields({ draft, isOfficer, onChange }: ReceiptFieldsProps) {
  return (
    <>
      <p class="hint">
        These go on the receipt and into the list of events. What you leave empty stays blank.
      </p>
      <TextField
        id="receive-from"
        label="Received from"
        value={draft.name}
        longest={200}
        onChange={name => onChange({ name })}
      />
      <TextField
        id="receive-organisation"
        label="Their organisation"
        value={draft.organisation}
        longest={200}
        onChange={organisation => onChange({ organisation })}
      />
      <TextField
        id="receive-medium"
        label="How it came"
        hint="For example: memory stick, upload, e-mail."
        value={draft.medium}
        longest={200}
        onChange={medium => onChange({ medium })}
      />
      <TextField
        id="receive-place"
        label="Place"
        value={draft.place}
        longest={200}
        onChange={place => onChange({ place })}
      />
      <div class="field">
        <label for="receive-at">Day and time</label>
        <p class="hint" id="receive-at-hint">
          Filled in with now. Change it if the file came before.
        </p>
        <input
          id="receive-at"
          type="datetime-local"
          aria-describedby="receive-at-hint"
          value={draft.receivedAt}
          onInput={event => onChange({ receivedAt: event.currentTarget.value })}
        />
      </div>
      <TextField
        id="receive-officer"
        label={isOfficer ? 'Officer who receives it (needed)' : 'Who receives it'}
        value={draft.officer}
        longest={400}
        required={isOfficer}
        onChange={officer => onChange({ officer })}
      />
      <TextArea
        id="receive-remarks"
        label="Remarks"
        value={draft.remarks}
        rows={2}
        longest={5_000}
        onChange={remarks => onChange({ remarks })}
      />
    </>
  );
}
