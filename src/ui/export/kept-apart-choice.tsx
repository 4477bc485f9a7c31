import type { ExportChoice } from '../../model/export-choice.ts';

interface KeptApartChoiceProps {
  readonly choice: ExportChoice;
  readonly onChange: (change: Partial<ExportChoice>) => void;
}

/** What is given to nobody unless a box is ticked here. */
export function KeptApartChoice({ choice, onChange }: KeptApartChoiceProps) {
  return (
    <fieldset>
      <legend>What you keep apart</legend>
      <p class="hint">
        What you wrote under “Kept apart” is not in the file unless you tick it. In court, the other side may
        get to see what is in the file. You can also give it to the police by itself.
      </p>
      <p>
        <label class="check">
          <input
            type="checkbox"
            id="contact-sheet"
            checked={choice.contactSheet}
            onChange={event => onChange({ contactSheet: event.currentTarget.checked })}
          />{' '}
          Put my contact sheet (address, phone, safe times) into the file
        </label>
      </p>
      <p>
        <label class="check">
          <input
            type="checkbox"
            id="tell-vulnerability"
            checked={choice.tellVulnerability}
            onChange={event => onChange({ tellVulnerability: event.currentTarget.checked })}
          />{' '}
          Tell them on the first page what they should know about me
        </label>
      </p>
    </fieldset>
  );
}
