// @vitest-environment happy-dom
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { Note, NoteHistory } from '../../src/model/note.ts';
import { AccountsView } from '../../src/ui/case/accounts/accounts-view.tsx';
import { PeoplePart } from '../../src/ui/case/accounts/people-part.tsx';
import { DiaryView } from '../../src/ui/case/diary/diary-view.tsx';
import { LookedAgain } from '../../src/ui/case/exhibit/looked-again.tsx';
import { PrivateNotePart } from '../../src/ui/case/exhibit/private-note.tsx';
import { WordsForm } from '../../src/ui/case/exhibit/words-form.tsx';
import { KeepView } from '../../src/ui/case/keep/keep-view.tsx';
import { forgetAbout, hasDrafts } from '../../src/ui/forms/drafts.ts';
import { noteId, written } from '../matter/told.ts';
import { draw, fill, press, submit } from './draw.tsx';
import { captureId, caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';
import { recordOf } from './records.ts';

const id = captureId(1);
const at = '2026-01-01T10:00:00.000Z';
const record = recordOf(1, { handle: 'someone' });
const { reference } = record;
const person = written(1, at, { kind: 'person', name: 'A neighbour' });

/** A log with this record, these notes and nobody's answers. */
function logOf(notes: readonly NoteHistory[] = []): Partial<LogReader> {
  const readNotes = async (_: unknown, kind: Note['kind']) =>
    notes.filter(({ versions }) => versions[0]?.note.kind === kind);
  return {
    listRecords: async () => [record],
    readNotes: readNotes as unknown as LogReader['readNotes'],
    readAllNotes: async () => notes,
    readReporter: async () => ({ capacity: 'affected' }),
  };
}

interface Form {
  readonly name: string;
  readonly form: VNode;
  /** The field that is typed into, and what opens the form where it does not stand open. */
  readonly field: string;
  readonly opener?: string;
  readonly typed: string;
  /** What the log holds before, and once the form was saved; absent where a form begins anew after it. */
  readonly before?: readonly NoteHistory[];
  readonly saved?: readonly NoteHistory[];
}

const forms: readonly Form[] = [
  {
    name: 'a private note',
    form: <PrivateNotePart caseFile={oneCase} captureId={id} />,
    field: '#private-text',
    typed: 'Mine alone ',
    saved: [written(2, at, { kind: 'private', captureId: id, text: 'Mine alone' })],
  },
  {
    name: 'how far a request is',
    form: <KeepView caseFile={oneCase} />,
    field: '[data-recipient="x"] textarea',
    typed: 'They said no ',
    saved: [
      written(2, at, {
        kind: 'track',
        platform: 'x',
        state: 'drafted',
        reference: '',
        answer: 'They said no',
      }),
    ],
  },
  {
    name: 'a person’s name',
    form: <PeoplePart caseFile={oneCase} people={[person]} unplaced={[]} />,
    field: '#person-1',
    typed: 'My neighbour ',
  },
  {
    name: 'whose an account is',
    form: <AccountsView caseFile={oneCase} />,
    opener: 'account-1-attach',
    field: '#account-1-why',
    typed: 'They told me ',
    before: [person],
    saved: [
      person,
      written(2, at, {
        kind: 'attribution',
        account: { platform: 'x', handle: 'someone' },
        person: noteId(1),
        why: 'They told me',
      }),
    ],
  },
  {
    name: 'what was seen later',
    form: <LookedAgain caseFile={oneCase} captureId={id} />,
    field: '#again-words',
    typed: 'It said so.',
  },
  {
    name: 'words about an exhibit',
    form: <WordsForm captureId={id} reference={reference} versions={[]} hasOrders={false} />,
    field: '#words-impact',
    typed: 'I moved out.',
  },
  {
    name: 'a diary entry',
    form: <DiaryView caseFile={oneCase} />,
    opener: 'diary-add',
    field: '#diary-new-what',
    typed: 'A call at night',
  },
  {
    name: 'words for an occasion',
    form: <DiaryView caseFile={oneCase} />,
    field: '#group-label',
    typed: 'One bad day',
  },
];

const typedIn = (page: ParentNode, field: string) =>
  page.querySelector<HTMLInputElement | HTMLTextAreaElement>(field)?.value;

describe('what was typed and not saved', () => {
  it.each(forms)('is warned of, and there again on coming back: $name', async each => {
    const { form, field, opener, typed, before = [] } = each;
    const first = await draw(form, fakePorts({ log: logOf(before) }));
    if (opener !== undefined) await press(first, opener);
    const empty = typedIn(first, field) ?? '';
    await fill(first, field, typed);
    expect(hasDrafts.value).toBe(true);
    await draw(<p>Another part of the case</p>, fakePorts({}));
    const again = await draw(form, fakePorts({ log: logOf(before) }));
    expect(typedIn(again, field)).toBe(typed);
    await fill(again, field, empty);
    expect(hasDrafts.value).toBe(false);
  });

  const kept = forms.filter(each => each.saved !== undefined);
  it.each(kept)('stays in the form until the log gives it back, and is none then: $name', async each => {
    const { form, field, opener, typed, before = [], saved = [] } = each;
    const { send } = fakeSend();
    const page = await draw(form, fakePorts({ log: logOf(before), send }));
    if (opener !== undefined) await press(page, opener);
    await fill(page, field, typed);
    await submit(page, field);
    expect(typedIn(page, field)).toBe(typed);
    await draw(form, fakePorts({ log: logOf(saved) }));
    expect(hasDrafts.value).toBe(false);
  });

  it('goes with what it was about', async () => {
    const page = await draw(
      <PrivateNotePart caseFile={oneCase} captureId={id} />,
      fakePorts({ log: logOf() }),
    );
    await fill(page, '#private-text', 'Mine');
    forgetAbout(captureId(2));
    expect(hasDrafts.value).toBe(true);
    forgetAbout(id);
    expect(hasDrafts.value).toBe(false);
  });
});

describe('a person', () => {
  it('is erased after a question, with the reason that was given', async () => {
    const { sent, send } = fakeSend();
    const part = <PeoplePart caseFile={oneCase} people={[person]} unplaced={[]} />;
    const page = await draw(part, fakePorts({ send }));
    await press(page, 'person-1-erase');
    expect(sent).toEqual([]);
    await fill(page, '#person-1-erase-reason', 'Named by mistake');
    await press(page, 'person-1-erase-confirm');
    expect(sent).toEqual([['note:erase', { caseId, noteId: person.id, reason: 'Named by mistake' }]]);
  });
});
