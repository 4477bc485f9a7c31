import type { ComponentChildren } from 'preact';
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
