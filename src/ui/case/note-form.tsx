import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FaultNotice } from '../parts/fault-notice.tsx';
import type { Saving } from '../parts/use-saving.ts';

interface NoteFormProps {
  readonly id: string;
  readonly saving: Saving;
  readonly isChanged: boolean;
  readonly action?: string;
  readonly onSave: () => void;
  readonly children: ComponentChildren;
  /** Other buttons, after the one that saves. */
  readonly buttons?: ComponentChildren;
}

/** The frame of a form of notes: nothing is saved until its button is pressed, and it says how that went. */
export function NoteForm({
  id,
  saving,
  isChanged,
  action = 'Save',
  onSave,
  children,
  buttons,
}: NoteFormProps) {
  const save = (event: Event) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={save} noValidate>
      {children}
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" class="main" id={`${id}-save`} disabled={saving.isSaving}>
          {action}
        </button>
        {buttons}
        <span role="status">{saving.said !== '' ? saving.said : isChanged ? 'Not saved yet.' : ''}</span>
      </div>
    </form>
  );
}

interface FoldProps {
  readonly title: string;
  /** True when something in it was answered. */
  readonly isTold?: boolean;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** Some questions of a form, folded away until they are wanted. */
export function Fold({ title, isTold = false, isOpen = false, children }: FoldProps) {
  // Only how it starts: afterwards it is the reader who opens and folds it.
  const [startsOpen] = useState(isOpen);
  return (
    <details class="fold" open={startsOpen}>
      <summary>
        <strong>{title}</strong>
        {isTold && <span class="muted"> – something is filled in</span>}
      </summary>
      {children}
    </details>
  );
}
