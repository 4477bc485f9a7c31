import type { Case } from '../../../model/case.ts';
import type { Session } from '../../../model/history.ts';
import type { NoteHistory } from '../../../model/note.ts';
import type { Officer } from '../../../model/reporter.ts';
import { roleNames } from '../../../words/details.ts';
import { FormFrame } from '../../forms/form-frame.tsx';
import { useForm } from '../../forms/use-form.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { Moment } from '../../parts/moment.tsx';
import { usePorts } from '../../parts/ports.ts';
import { OwnWords } from '../exhibit/own-words.tsx';
import { useNotes } from '../use-note.ts';
import { discussedNames, SessionFields, sessionForm } from './session-fields.tsx';

interface SessionPartProps {
  readonly caseFile: Case;
  readonly officer: Officer;
}

/** Why an officer works on the case now. Each session is a note of its own, and none is changed or erased. */
export function SessionPart({ caseFile, officer }: SessionPartProps) {
  const read = useNotes(caseFile.id, 'session');
  return (
    <section aria-labelledby="session-title">
      <h2 id="session-title" tabIndex={-1}>
        Your session
      </h2>
      <p>
        Write one each time you work on this case. It goes into the list of events and into the export, and it
        cannot be changed afterwards. Record only what this purpose needs.
      </p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {read.state === 'ready' && (
        <>
          <SessionForm
            caseFile={caseFile}
            start={startOf(officer, read.value.at(-1)?.versions.at(-1)?.note)}
          />
          <Sessions sessions={read.value} />
        </>
      )}
    </section>
  );
}

/** What stays the same from one session to the next is filled in; the purpose never is. */
function startOf(officer: Officer, last: Session | undefined): Partial<Session> {
  return {
    name: officer.name || (last?.name ?? ''),
    ...(last?.role !== undefined && { role: last.role }),
    rank: officer.rank || (last?.rank ?? ''),
    number: officer.number || (last?.number ?? ''),
    force: officer.force || (last?.force ?? ''),
    caseReference: last?.caseReference ?? officer.caseReference,
  };
}

function SessionForm({ caseFile, start }: { readonly caseFile: Case; readonly start: Partial<Session> }) {
  const { send } = usePorts();
  const form = useForm(sessionForm, {
    id: 'session',
    key: caseFile.id,
    saved: sessionForm.draftOf(start),
    startsAnew: true,
    send: answers =>
      send('note:write', { caseId: caseFile.id, noteId: undefined, note: { kind: 'session', ...answers } }),
  });
  return (
    <FormFrame form={form} action="Write this session">
      <SessionFields form={form} />
    </FormFrame>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly NoteHistory<Session>[] }) {
  if (sessions.length === 0) return null;
  return (
    <details>
      <summary>Sessions before ({sessions.length})</summary>
      <ol class="events" reversed>
        {sessions.toReversed().flatMap(({ id, versions }) =>
          versions.map(({ version, writtenAt, note }) => (
            <li key={`${id} ${version}`}>
              <h3>
                <Moment at={writtenAt} />
              </h3>
              <OwnWords rows={sessionRows(note)} />
            </li>
          )),
        )}
      </ol>
    </details>
  );
}

function sessionRows(note: Session): readonly (readonly [string, string])[] {
  const { role, optionsDiscussed } = note;
  return [
    ['Officer', [note.rank, note.name, note.number, note.force].filter(Boolean).join(', ')],
    ['Role', role === undefined ? '' : roleNames[role]],
    ['Case reference', note.caseReference],
    ['Purpose', note.purpose],
    ['Authority', note.authority],
    ['Options discussed', optionsDiscussed === undefined ? '' : discussedNames[optionsDiscussed]],
    ['What was said', note.discussion],
  ];
}
