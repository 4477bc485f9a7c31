import { useState } from 'preact/hooks';
import type { Case } from '../../../model/case.ts';
import { sha256Schema, toInstant } from '../../../model/identifiers.ts';
import type { Reporter } from '../../../model/reporter.ts';
import type { MadeFile } from '../../../reports/preservation/request-order.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { type Ports, usePorts } from '../../parts/ports.ts';
import { useObjectUrl } from '../../parts/use-object-url.ts';
import { useSaving } from '../../parts/use-saving.ts';
import type { FoundRecipient } from './use-requests.ts';

interface RequestPapersProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly found: FoundRecipient;
  readonly reporter: Reporter;
  readonly make: NonNullable<Ports['saveRequest']>;
}

/** Makes the papers of one request on demand, and offers each for saving. */
export function RequestPapers({ id, caseFile, found, reporter, make }: RequestPapersProps) {
  const { send, now } = usePorts();
  const saving = useSaving();
  const [files, setFiles] = useState<readonly MadeFile[]>([]);
  const { recipient, records } = found;
  const start = () =>
    saving.run(async () => {
      const madeAt = toInstant(now().getTime());
      const made = await make({ caseFile, recipient, records, reporter, madeAt });
      const digests = await Promise.all(
        made.map(async ({ path, bytes }) => ({ path, sha256: await digestOf(bytes) })),
      );
      await send('preservation:saved', { caseId: caseFile.id, platform: recipient.key, files: digests });
      setFiles(made);
    });
  return (
    <>
      <h3>The papers</h3>
      <p>
        {reporter.capacity === 'officer'
          ? 'The request, filled in with your details, and the list of items.'
          : 'A draft of the request for the police, a note that asks them to send it, and a letter by which you can ask the platform for your own data.'}{' '}
        They are made on this computer. Holdfast sends nothing.
      </p>
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <button type="button" id={`${id}-papers`} disabled={saving.isSaving} onClick={() => void start()}>
        Make the papers<span class="visually-hidden"> for {recipient.name}</span>
      </button>
      <div role="status">{files.length > 0 && <p>The papers are ready. Save them one by one.</p>}</div>
      {files.length > 0 && (
        <ul class="files">
          {files.map(file => (
            <PaperLink key={file.path} file={file} recipient={recipient.key} />
          ))}
        </ul>
      )}
    </>
  );
}

function PaperLink({ file, recipient }: { readonly file: MadeFile; readonly recipient: string }) {
  const [blob] = useState(() => new Blob([file.bytes]));
  const url = useObjectUrl(blob);
  const name = file.path.split('/').at(-1) ?? file.path;
  return (
    <li>
      {url !== undefined && (
        <a class="button" href={url} download={`${recipient}-${name}`}>
          Save {name}
        </a>
      )}
    </li>
  );
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return sha256Schema.parse(Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join(''));
}
