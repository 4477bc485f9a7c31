import { useState } from 'preact/hooks';
import type { CaseId } from '../../model/identifiers.ts';
import type { ReceivedBundle } from '../../model/received.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';

interface EraseReceivedProps {
  readonly bundle: ReceivedBundle;
  readonly caseId: CaseId;
  readonly number: number;
}

/** Erases a received file from the log, after a question and with a reason that may be left empty. */
export function EraseReceived(props: EraseReceivedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <button type="button" class="grave" id={`erase-received-${props.number}`} onClick={() => setOpen(true)}>
        Erase…<span class="visually-hidden"> received file {props.number}</span>
      </button>
      {isOpen && <Question {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Question({
  bundle,
  caseId,
  number,
  onClose,
}: EraseReceivedProps & { readonly onClose: () => void }) {
  const { send } = usePorts();
  const saving = useSaving();
  const [reason, setReason] = useState('');
  const erase = () =>
    saving.run(() => send('bundle:erase-received', { caseId, receivedId: bundle.id, reason: reason.trim() }));
  return (
    <Dialog title="Erase this received file?" onClose={onClose}>
      <p>What is lost for good: the file in this log, and its receipt. Save the receipt first.</p>
      <p>
        What stays: the list of events keeps its name and SHA-256, that it was erased, when, and the reason
        you give. Files you exported before still hold it.
      </p>
      <TextField
        id={`erase-received-${number}-reason`}
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
          class="grave"
          id={`erase-received-${number}-confirm`}
          disabled={saving.isSaving}
          onClick={() => void erase().then(isErased => isErased && onClose())}
        >
          Erase for good
        </button>
      </div>
    </Dialog>
  );
}
