import { faultWords } from '../../model/fault-words.ts';

interface DamagedChoiceProps {
  readonly references: readonly string[];
  readonly onAnswer: (leaveOut: boolean) => void;
}

/** Says which exhibits are not as they were recorded, and asks whether to export the others. */
export function DamagedChoice({ references, onAnswer }: DamagedChoiceProps) {
  const words = faultWords['export.exhibits.damaged'];
  return (
    <div class="notice grave" role="alert" id="export-damaged">
      <p>
        <strong>{words.happened}</strong>
      </p>
      <ul>
        {references.map(reference => (
          <li key={reference}>
            {reference}: {faultWords['log.artifact.damaged'].happened}
          </li>
        ))}
      </ul>
      <p>{words.kept}</p>
      <p>{words.next}</p>
      <div class="button-row">
        <button type="button" id="export-others" onClick={() => onAnswer(true)}>
          Export the others (marked incomplete)
        </button>
        <button type="button" id="export-cancel" onClick={() => onAnswer(false)}>
          Cancel
        </button>
      </div>
    </div>
  );
}
