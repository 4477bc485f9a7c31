import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { TextField } from './fields.tsx';
import { useSaving } from './use-saving.ts';

interface EraseQuestionProps {
  readonly id: string;
  readonly title: string;
  /** What is lost and what stays. */
  readonly children: ComponentChildren;
  /** The text of the last button. It looks grave unless `isLight`: nothing that a person wrote is lost. */
  readonly action: string;
  readonly isLight?: boolean;
  /** Erases, with the reason, which may be empty. */
  readonly onErase: (reason: string) => Promise<void>;
  readonly onErased?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The question before something is erased. It is not a form, since it may be inside the form that saves a note. */
export function EraseQuestion(props: EraseQuestionProps) {
  const { id, title, children, action, isLight = false, onErase, onErased, onClose } = props;
  const saving = useSaving();
  const [reason, setReason] = useState('');
  async function erase(): Promise<void> {
    if (!(await saving.run(() => onErase(reason.trim())))) return;
    onClose();
    onErased?.();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <TextField
        id={`${id}-reason`}
        label="Why?"
        hint="One short line. It is kept, and goes into files you export. You may leave it empty."
        value={reason}
        longest={200}
        onChange={setReason}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          class={isLight ? '' : 'grave'}
          id={`${id}-confirm`}
          disabled={saving.isSaving}
          onClick={() => void erase()}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
