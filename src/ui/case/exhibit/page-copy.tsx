import { useEffect, useState } from 'preact/hooks';
import type { Artifact, CaptureRecord } from '../../../model/capture.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { harmlessPage } from './harmless-page.ts';

/** The kept copy of the page, shown only on demand and only in a frame that can run and load nothing. */
export function PageCopy({ record }: { readonly record: CaptureRecord }) {
  const [isOpen, setOpen] = useState(false);
  const copy = record.artifacts.find(artifact => artifact.role === 'page-snapshot');
  if (copy === undefined) return null;
  return (
    <section aria-labelledby="copy-title">
      <h2 id="copy-title">Copy of the page</h2>
      <p class="muted">
        Text and layout as they were kept, without the page’s programs. Pictures from other sites are not in
        it. Links do nothing. Nothing is loaded from the web.
      </p>
      <button type="button" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the copy' : 'Show the copy'}
      </button>
      {isOpen && <Frame record={record} copy={copy} />}
    </section>
  );
}

function Frame({ record, copy }: { readonly record: CaptureRecord; readonly copy: Artifact }) {
  const { log } = usePorts();
  const [html, setHtml] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    let isWanted = true;
    log.readArtifact(record.id, copy.sha256).then(
      bytes => isWanted && setHtml(harmlessPage(new TextDecoder().decode(bytes))),
      thrown => isWanted && setError(thrown),
    );
    return () => {
      isWanted = false;
    };
  }, [log, record.id, copy.sha256]);
  if (error !== undefined) return <FaultNotice error={error} />;
  if (html === undefined) return <p class="muted">Reading the log…</p>;
  return (
    <iframe class="page-copy" sandbox="" srcDoc={html} title={`Copy of the page of ${record.reference}`} />
  );
}
