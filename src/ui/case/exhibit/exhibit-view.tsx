import { useEffect, useState } from 'preact/hooks';
import type { StoredRecord } from '../../../evidence/reader.ts';
import type { Case, ExhibitEntry } from '../../../model/case.ts';
import { exhibitDirectory } from '../../../model/exhibit.ts';
import { faultCodeOf } from '../../../model/fault.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import { FilesPart } from '../../../reports/report/files-part.tsx';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useWatched } from '../../parts/use-watched.ts';
import { CopiesPart } from '../copies/copies-part.tsx';
import { EraseDialog } from '../erase-dialog.tsx';
import { caseHref } from '../route.ts';
import { LookedAgain } from './looked-again.tsx';
import { PageCopy } from './page-copy.tsx';
import { Pictures } from './pictures.tsx';
import { PrivateNotePart } from './private-note.tsx';
import { RecordPart } from './record-part.tsx';
import { TimeStampPart } from './time-stamp-part.tsx';
import { WordsForm } from './words-form.tsx';

/** One exhibit: the words about it, its pictures on demand, the record in plain words, its files. */
export function ExhibitView({
  caseFile,
  captureId,
}: {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
}) {
  const { log, send } = usePorts();
  const read = useWatched(
    async () => ({
      ...(await log.readRecord(captureId)),
      versions: await log.readWords(captureId),
      hasOrders: (await log.readNotes(caseFile.id, 'order')).length > 0,
    }),
    [captureId, caseFile.id],
  );
  const found = read.state === 'ready';
  useEffect(() => {
    if (found) void send('exhibit:viewed', { captureId }).catch(() => undefined);
  }, [found, captureId, send]);

  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <Unreadable caseFile={caseFile} error={read.error} />;
  const { record, versions, hasOrders } = read.value;
  return (
    <>
      <BackToLog caseFile={caseFile} />
      <h2 data-reference={record.reference}>Exhibit {record.reference}</h2>
      <WordsForm
        captureId={captureId}
        reference={record.reference}
        versions={versions}
        hasOrders={hasOrders}
      />
      <PrivateNotePart caseFile={caseFile} captureId={captureId} />
      <Pictures record={record} />
      <CopiesPart record={record} />
      <RecordPart record={record} />
      <TimeStampPart record={record} />
      <PageCopy record={record} />
      <LookedAgain caseFile={caseFile} captureId={captureId} />
      <Files {...read.value} />
      <Erase caseFile={caseFile} captureId={captureId} reference={record.reference} />
    </>
  );
}

type FilesProps = Pick<StoredRecord, 'record' | 'recordSha256'>;

function Files({ record, recordSha256 }: FilesProps) {
  const entry: ExhibitEntry = {
    reference: record.reference,
    captureId: record.id,
    directory: `exhibits/${exhibitDirectory(record.reference)}`,
    volume: 1,
    scope: record.scope,
    recordSha256,
    words: [],
  };
  return (
    <section>
      <details>
        <summary>Files and digests</summary>
        <FilesPart exhibit={{ entry, record }} />
      </details>
    </section>
  );
}

function BackToLog({ caseFile }: { readonly caseFile: Case }) {
  return (
    <p>
      <a href={caseHref(caseFile.id)}>Back to the list</a>
    </p>
  );
}

function Unreadable({ caseFile, error }: { readonly caseFile: Case; readonly error: unknown }) {
  return (
    <>
      <BackToLog caseFile={caseFile} />
      <FaultNotice error={error} />
      {faultCodeOf(error) === 'log.exhibit.erased' && (
        <p>
          <a href={caseHref(caseFile.id, 'continuity')}>See when it was erased</a>
        </p>
      )}
    </>
  );
}

function Erase({
  caseFile,
  captureId,
  reference,
}: {
  readonly caseFile: Case;
  readonly captureId: CaptureId;
  readonly reference: ExhibitEntry['reference'];
}) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="erase-title">
      <h2 id="erase-title">Erase this exhibit</h2>
      <p class="muted">You do not have to. Erasing cannot be undone.</p>
      <button type="button" class="grave" id="erase" onClick={() => setOpen(true)}>
        Erase {reference}…
      </button>
      {open && (
        <EraseDialog
          caseFile={caseFile}
          captureId={captureId}
          reference={reference}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
