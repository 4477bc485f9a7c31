import type { BundleRecipient } from '../../model/case.ts';
import { recipientRules } from '../../reports/recipients.ts';
import { recipientNames } from '../../words/details.ts';

interface RecipientChoiceProps {
  readonly recipient: BundleRecipient;
  readonly onChoose: (recipient: BundleRecipient) => void;
}

const recipients = [
  'police',
  'solicitor',
  'platform',
  'own-copy',
] as const satisfies readonly BundleRecipient[];

/** For whom the file is made, and what they will see. */
export function RecipientChoice({ recipient, onChoose }: RecipientChoiceProps) {
  return (
    <fieldset>
      <legend>Who is it for?</legend>
      <p class="hint">Each gets something else. You can make several files.</p>
      {recipients.map(each => (
        <p key={each}>
          <label class="check">
            <input
              type="radio"
              name="recipient"
              value={each}
              checked={each === recipient}
              onChange={() => onChoose(each)}
            />{' '}
            For {recipientNames[each]}
          </label>
        </p>
      ))}
      <p id="recipient-sees" role="status">
        {recipientRules[recipient].sees}
      </p>
    </fieldset>
  );
}
