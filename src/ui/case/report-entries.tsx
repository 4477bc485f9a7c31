import type { PlatformReport } from '../../model/history.ts';
import { reportOutcomeNames } from '../../reports/words/details.ts';
import { draftStore } from '../forms/drafts.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { DayField, notADay } from '../parts/day-field.tsx';
import { dayIn, dayWords } from '../parts/days.ts';
import { TextArea, TextField } from '../parts/fields.tsx';
import { type EntryFieldsProps, type EntryKind, readDays } from './entry-kind.ts';
import { type ExhibitChoice, PickedExhibits } from './picked-exhibits.tsx';

type ReportDraft = Omit<PlatformReport, 'kind' | 'on' | 'answeredOn' | 'outcome'> & {
  readonly on: string;
  readonly answeredOn: string;
  readonly outcome: PlatformReport['outcome'] | undefined;
};

const drafts = draftStore<ReportDraft>('platform-report');

const empty: ReportDraft = {
  platform: '',
  on: '',
  reason: '',
  reference: '',
  answer: '',
  answeredOn: '',
  outcome: undefined,
  captures: [],
};

/** Rounds of reporting to platforms; the exhibits of the case are what a round can be about. */
export function reportEntries(exhibits: readonly ExhibitChoice[]): EntryKind<PlatformReport, ReportDraft> {
  return {
    id: 'report',
    add: 'Add a report to a platform',
    none: 'No report is written here.',
    lost: 'What you wrote about this report, and every version of it. The recordings stay, and so does what the platform has.',
    drafts,
    empty,
    draftOf,
    noteOf,
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
    fields: props => <ReportFields {...props} exhibits={exhibits} />,
  };
}

function referencesOf(captures: PlatformReport['captures'], exhibits: readonly ExhibitChoice[]): string {
  return captures
    .map(id => exhibits.find(({ captureId }) => captureId === id)?.name ?? 'one that is not there any more')
    .join(', ');
}

function draftOf({ kind: _, on, answeredOn, outcome, ...rest }: PlatformReport): ReportDraft {
  const wordsOf = (day: string | undefined) => (day === undefined ? '' : dayWords(day));
  return { ...rest, on: wordsOf(on), answeredOn: wordsOf(answeredOn), outcome };
}

function noteOf({ on, answeredOn, outcome, ...draft }: ReportDraft): PlatformReport | string {
  const days = readDays({ on, answeredOn }, dayIn);
  if (days === undefined) return notADay;
  return {
    kind: 'platform-report',
    platform: draft.platform.trim(),
    reason: draft.reason.trim(),
    reference: draft.reference.trim(),
    answer: draft.answer.trim(),
    captures: draft.captures,
    ...days,
    ...(outcome !== undefined && { outcome }),
  };
}

interface ReportFieldsProps extends EntryFieldsProps<ReportDraft> {
  readonly exhibits: readonly ExhibitChoice[];
}

function ReportFields({ exhibits, ...props }: ReportFieldsProps) {
  const { id, draft, onChange } = props;
  return (
    <>
      <TextField
        id={`${id}-platform`}
        label="Platform"
        hint="For example Instagram or X."
        value={draft.platform}
        longest={200}
        onChange={platform => onChange({ platform })}
      />
      <DayField
        id={`${id}-on`}
        label="Day you reported it"
        value={draft.on}
        onChange={on => onChange({ on })}
      />
      <TextField
        id={`${id}-reason`}
        label="Reason you chose"
        hint="As the platform’s own form calls it."
        value={draft.reason}
        longest={200}
        onChange={reason => onChange({ reason })}
      />
      <PickedExhibits
        id={id}
        exhibits={exhibits}
        picked={draft.captures}
        onChange={captures => onChange({ captures })}
      />
      <TextField
        id={`${id}-reference`}
        label="Reference"
        hint="The number that the platform gave it, if any."
        value={draft.reference}
        longest={200}
        onChange={reference => onChange({ reference })}
      />
      <ReportAnswer {...props} />
    </>
  );
}

function ReportAnswer({ id, draft, onChange }: EntryFieldsProps<ReportDraft>) {
  return (
    <>
      <ChoiceField
        id={`${id}-outcome`}
        label="Where it stands"
        names={reportOutcomeNames}
        value={draft.outcome}
        onChange={outcome => onChange({ outcome })}
      />
      <TextArea
        id={`${id}-answer`}
        label="What they answered"
        value={draft.answer}
        rows={2}
        longest={5_000}
        onChange={answer => onChange({ answer })}
      />
      <DayField
        id={`${id}-answered`}
        label="Day they answered"
        value={draft.answeredOn}
        onChange={answeredOn => onChange({ answeredOn })}
      />
    </>
  );
}
