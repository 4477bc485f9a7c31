import { type PlatformReport, platformReportSchema } from '../../../model/history.ts';
import { reportOutcomeNames } from '../../../words/details.ts';
import { AskAll } from '../../forms/ask.tsx';
import { formOf } from '../../forms/form-kind.ts';
import { dayHint, dayWords } from '../../parts/days.ts';
import type { EntryKind } from '../diary/entry-kind.ts';
import { type ExhibitChoice, PickedExhibits } from '../log/picked-exhibits.tsx';

const noneYet: PlatformReport['captures'] = [];

const questions = {
  platform: { kind: 'line', label: 'Platform', hint: 'For example Instagram or X.' },
  on: { kind: 'day', label: 'Day you reported it', hint: dayHint },
  reason: { kind: 'line', label: 'Reason you chose', hint: 'As the platform’s own form calls it.' },
  captures: { kind: 'held', start: noneYet },
  reference: {
    kind: 'line',
    label: 'Reference',
    hint: 'The number that the platform gave it, if any.',
  },
  outcome: { kind: 'choice', label: 'Where it stands', names: reportOutcomeNames },
  answer: { kind: 'text', label: 'What they answered', rows: 2 },
  answeredOn: { kind: 'day', label: 'Day they answered', hint: dayHint, id: 'answered' },
} as const;
const form = formOf('platform-report', platformReportSchema, questions);
const empty = form.draftOf();

/** Rounds of reporting to platforms. `exhibits` are those that a round can be about. */
export function reportEntries(
  exhibits: readonly ExhibitChoice[],
): EntryKind<PlatformReport, typeof questions> {
  return {
    id: 'report',
    add: 'Add a report to a platform',
    none: 'No report is written here.',
    lost: 'What you wrote about this report, and every version of it. The recordings stay, and so does what the platform has.',
    form,
    empty,
    noteOf: answers => ({ kind: 'platform-report', ...answers }),
    titleOf: ({ platform, on }) =>
      [platform === '' ? 'Platform not said' : platform, ...(on === undefined ? [] : [dayWords(on)])].join(
        ', ',
      ),
    rowsOf: note => [
      ['Where it stands', note.outcome === undefined ? '' : reportOutcomeNames[note.outcome]],
      ['Reason chosen', note.reason],
      ['Exhibits', referencesOf(note.captures, exhibits)],
      ['Reference', note.reference],
      ['Answer', note.answer],
      ['Answered on', note.answeredOn === undefined ? '' : dayWords(note.answeredOn)],
    ],
    fields: shown => (
      <>
        <AskAll form={shown} names={['platform', 'on', 'reason']} />
        <PickedExhibits
          id={shown.id}
          exhibits={exhibits}
          picked={shown.draft.captures}
          onChange={captures => shown.change({ captures })}
        />
        <AskAll form={shown} names={['reference', 'outcome', 'answer', 'answeredOn']} />
      </>
    ),
  };
}

function referencesOf(captures: PlatformReport['captures'], exhibits: readonly ExhibitChoice[]): string {
  return captures
    .map(id => exhibits.find(({ captureId }) => captureId === id)?.name ?? 'one that is not there any more')
    .join(', ');
}
