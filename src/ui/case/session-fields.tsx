import type { Session } from '../../model/history.ts';
import { roleNames } from '../../reports/words/details.ts';
import { Fold } from '../forms/fold.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextArea, TextField } from '../parts/fields.tsx';
import { discussedNames } from './session-words.ts';

interface SessionFieldsProps {
  readonly draft: Session;
  readonly onChange: (change: Partial<Session>) => void;
}

/** What an officer says of a session: the purpose first, then who they are. */
export function SessionFields(props: SessionFieldsProps) {
  const { draft, onChange } = props;
  return (
    <>
      <TextArea
        id="session-purpose"
        label="Purpose of this session (needed)"
        hint="Why: a policing purpose must stand behind each look at somebody’s posts."
        value={draft.purpose}
        rows={2}
        longest={2_000}
        required
        onChange={purpose => onChange({ purpose })}
      />
      <TextField
        id="session-reference"
        label="Case reference (needed)"
        hint="Why: it ties the recordings to the case at your force."
        value={draft.caseReference}
        longest={200}
        required
        onChange={caseReference => onChange({ caseReference })}
      />
      <Discussed {...props} />
      <TextField
        id="session-authority"
        label="Authority reference"
        hint="Is this a repeat visit to the same profile? Looking at one person’s open profile again and again may be directed surveillance (see RIPA 2000, Part II). If an authority is needed, put its reference here; if you are not sure, ask first."
        value={draft.authority}
        longest={200}
        onChange={authority => onChange({ authority })}
      />
      <Who {...props} />
    </>
  );
}

function Discussed({ draft, onChange }: SessionFieldsProps) {
  return (
    <>
      <ChoiceField
        id="session-discussed"
        label="Options discussed with the victim?"
        hint="Why: they say what they want before a platform is asked or a suspect is contacted."
        names={discussedNames}
        value={draft.optionsDiscussed}
        onChange={optionsDiscussed => onChange({ optionsDiscussed })}
      />
      <TextArea
        id="session-discussion"
        label="What was discussed, and what they chose"
        value={draft.discussion}
        rows={2}
        longest={5_000}
        onChange={discussion => onChange({ discussion })}
      />
    </>
  );
}

function Who({ draft, onChange }: SessionFieldsProps) {
  const lines = [
    ['name', 'Name'],
    ['rank', 'Rank'],
    ['number', 'Collar or staff number'],
    ['force', 'Police force'],
  ] as const;
  return (
    <Fold title="Who you are" isTold={draft.name !== ''} isOpen={draft.name === ''}>
      {lines.map(([field, label]) => (
        <TextField
          key={field}
          id={`session-${field}`}
          label={label}
          value={draft[field]}
          longest={200}
          onChange={value => onChange({ [field]: value })}
        />
      ))}
      <ChoiceField
        id="session-role"
        label="Role"
        names={roleNames}
        value={draft.role}
        onChange={role => onChange({ role })}
      />
    </Fold>
  );
}
