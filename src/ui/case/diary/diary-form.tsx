import { useState } from 'preact/hooks';
import type { Case } from '../../../model/case.ts';
import type { DiaryEntry } from '../../../model/history.ts';
import type { NoteId } from '../../../model/note.ts';
import { visibleText } from '../../../words/visible-text.ts';
import { Ask, AskAll } from '../../forms/ask.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { useForm } from '../../forms/use-form.ts';
import { CheckGroup } from '../../parts/checks.tsx';
import { usePorts } from '../../parts/ports.ts';
import { DangerNotice } from '../exhibit/content-questions.tsx';
import { diaryDraftOf, diaryEntryOf, diaryForm, peopleFault, saysMoreOf } from './diary-draft.ts';

/** What the form needs to know about the case of the entry. */
export interface DiaryAround {
  readonly caseFile: Case;
  readonly people: readonly string[];
  readonly hasOrders: boolean;
}

interface DiaryFormProps extends DiaryAround {
  readonly id: string;
  readonly noteId?: NoteId;
  readonly entry?: DiaryEntry;
  readonly onDone: () => void;
}

/** Writes or changes a diary entry. Unsaved words stay in this page. */
export function DiaryForm({ id, caseFile, people, hasOrders, noteId, entry, onDone }: DiaryFormProps) {
  const { send } = usePorts();
  const [saved] = useState(() => diaryDraftOf(entry, people));
  const form = useForm(diaryForm, {
    id,
    key: noteId ?? caseFile.id,
    saved,
    check: peopleFault,
    send: answers => send('note:write', { caseId: caseFile.id, note: diaryEntryOf(answers), noteId }),
    onSaved: leave,
  });
  const { draft } = form;
  const [startsOpen] = useState(() => saysMoreOf(draft));
  function leave(): void {
    form.forget();
    onDone();
  }
  return (
    <FormFrame
      form={form}
      buttons={
        <button type="button" onClick={leave}>
          Do not save
        </button>
      }
    >
      <AskAll form={form} names={['on', 'time', 'what']} />
      {people.length > 0 && (
        <CheckGroup
          id={`${id}-people`}
          legend="Who did it, as you think"
          options={people.map(name => [name, visibleText(name)] as const)}
          chosen={draft.people}
          onChange={chosen => form.change({ people: chosen })}
        />
      )}
      <Ask form={form} name="others" {...(people.length > 0 && { label: 'Somebody else' })} />
      <details open={startsOpen}>
        <summary>More you can say, if you want</summary>
        <AskAll form={form} names={['place', 'impact', 'target', 'witnesses', 'categories']} />
        <DangerNotice categories={draft.categories} />
        {(hasOrders || draft.breachesOrder) && (
          <p>
            <Ask form={form} name="breachesOrder" />
          </p>
        )}
      </details>
    </FormFrame>
  );
}
