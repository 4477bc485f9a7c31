import { useState } from 'preact/hooks';
import type { ExportedVolume } from '../../model/exported-volume.ts';
import { type Instant, toInstant } from '../../model/identifiers.ts';
import type { SigningKeyFacts } from '../../model/signing-key.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { usePorts } from '../parts/ports.ts';
import { HandoverSheet } from './handover-sheet.tsx';
import { handoverText } from './handover-text.ts';

/** Opens the handover sheet of a key, with the files of an export when there are any, to print or copy. */
export function HandoverButton({
  sealedBy,
  volumes = [],
}: {
  readonly sealedBy: SigningKeyFacts;
  readonly volumes?: readonly ExportedVolume[];
}) {
  const { now } = usePorts();
  const [at, setAt] = useState<Instant | undefined>(undefined);
  const close = () => setAt(undefined);
  return (
    <>
      <button type="button" id="handover" onClick={() => setAt(toInstant(now().getTime()))}>
        Handover sheet
      </button>
      {at !== undefined && (
        <Dialog title="Handover sheet" isSheet onClose={close}>
          <HandoverSheet handover={{ key: sealedBy, volumes, at }} />
          <div class="button-row screen-only">
            <button type="button" class="main" id="handover-print" onClick={() => window.print()}>
              Print
            </button>
            <CopyButton
              text={handoverText({ key: sealedBy, volumes, at })}
              what="the handover sheet as text"
            />
            <button type="button" id="handover-close" onClick={close}>
              Close
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
