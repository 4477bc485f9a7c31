import type { ComponentChildren } from 'preact';
import type { Damage } from '../../exporting/gather/damage.ts';
import { lostEventsWords } from '../../model/lost-events.ts';
import { lostTextsWords } from '../../model/lost-texts.ts';
import { faultWords } from '../../words/faults.ts';
import { visibleText } from '../../words/visible-text.ts';

interface DamagedChoiceProps {
  readonly damage: Damage;
  /** Called with whether to export without what is damaged. */
  readonly onAnswer: (exports: boolean) => void;
}

/** Lists what is damaged or lost, and asks whether to export the rest. */
export function DamagedChoice({ damage, onAnswer }: DamagedChoiceProps) {
  const { damaged, refused, lost, lostNotes, lostWords, lostReceived } = damage;
  const texts = lostNotes.length + lostWords.length;
  const leavesOut = damaged.length > 0 || refused.length > 0;
  return (
    <div class="notice grave" role="alert" id="export-damaged">
      {damaged.length > 0 && (
        <Part words={faultWords['export.exhibits.damaged']}>
          {damaged.map(reference => (
            <li key={reference}>
              {reference}: {faultWords['log.artifact.damaged'].happened}
            </li>
          ))}
        </Part>
      )}
      {refused.length > 0 && (
        <Part words={faultWords['export.exhibits.refused']}>
          {refused.map(reference => (
            <li key={reference}>{reference}</li>
          ))}
        </Part>
      )}
      {lost.length > 0 && (
        <Part words={lostEvents}>
          {lost.map(events => (
            <li key={events.from}>{lostEventsWords(events)}.</li>
          ))}
        </Part>
      )}
      {texts > 0 && (
        <Part words={lostTexts}>
          <li>{lostTextsWords(texts)}.</li>
        </Part>
      )}
      {lostReceived.length > 0 && (
        <Part words={lostFiles}>
          {lostReceived.map(({ receivedId, name, sha256 }) => (
            <li key={receivedId}>
              {name === '' ? 'A file' : visibleText(name)}, SHA-256 <code>{sha256}</code>
            </li>
          ))}
        </Part>
      )}
      <p>
        {leavesOut
          ? 'You can export the others. The file will say that it is incomplete.'
          : 'You can still export the case. The file will say that it is incomplete.'}
      </p>
      <div class="button-row">
        <button type="button" id="export-others" onClick={() => onAnswer(true)}>
          {leavesOut ? 'Export the others (marked incomplete)' : 'Export it (marked incomplete)'}
        </button>
        <button type="button" id="export-cancel" onClick={() => onAnswer(false)}>
          Cancel
        </button>
      </div>
    </div>
  );
}

const lostEvents = {
  happened: 'Part of the list of what was done in this case (Continuity) is lost.',
  kept: 'Your exhibits are stored apart from it. The file will say which events are lost, and which exhibits then have nothing to show when they were recorded.',
};

const lostTexts = {
  happened: 'Holdfast can no longer read some of what was written in this case.',
  kept: 'It may be a diary entry, what you told of the case, or what you wrote about an exhibit. Your exhibits are stored apart from it. The file will say that something is missing, and not what it said.',
};

const lostFiles = {
  happened: faultWords['export.received.damaged'].happened,
  kept: 'Your exhibits are stored apart from them. The exported file will name each one and say that it is missing. If you still have one of them, or whoever gave it to you has, cancel and receive it again; if Holdfast then says that it is in the case already, erase it under “Received” first.',
};

interface PartProps {
  readonly words: { readonly happened: string; readonly kept: string };
  readonly children: ComponentChildren;
}

function Part({ words, children }: PartProps) {
  return (
    <>
      <p>
        <strong>{words.happened}</strong>
      </p>
      <ul>{children}</ul>
      <p>{words.kept}</p>
    </>
  );
}
