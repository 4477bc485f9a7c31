import { useState } from 'preact/hooks';
import type { CaseId } from '../../model/identifiers.ts';
import type { ReceivedBundle } from '../../model/received.ts';
import { EraseQuestion } from '../parts/erase-question.tsx';
import { usePorts } from '../parts/ports.ts';

interface EraseReceivedProps {
  readonly bundle: ReceivedBundle;
  readonly caseId: CaseId;
  readonly number: number;
}

/** Erases a received file from the log, after a question and with an optional reason. */
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
  return (
    <EraseQuestion
      id={`erase-received-${number}`}
      title="Erase this received file?"
      action="Erase for good"
      onErase={reason => send('bundle:erase-received', { caseId, receivedId: bundle.id, reason })}
      onClose={onClose}
    >
      <p>What is lost for good: the file in this log, and its receipt. Save the receipt first.</p>
      <p>
        What stays: the list of events keeps its name and SHA-256, that it was erased, when, and the reason
        you give. Files you exported before still hold it.
      </p>
    </EraseQuestion>
  );
}
