import { useEffect, useState } from 'preact/hooks';
import type { Written } from '../../exporting/engine.ts';
import { openVolume } from '../../exporting/write/volume-files.ts';
import type { ExportedVolume } from '../../model/exported-volume.ts';
import { sizeWords } from '../../words/artifacts.ts';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { HandoverButton } from '../handover/handover-button.tsx';
import { Groups } from '../handover/handover-sheet.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useObjectUrl } from '../parts/use-object-url.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';
import { TimeStampsDone } from './time-stamps-done.tsx';

/** The finished files with their digests and the fingerprint, to be saved and written down. */
export function ExportDone({ written }: { readonly written: Written }) {
  const { log } = usePorts();
  const fingerprint = fingerprintPairs(written.signerFingerprint);
  const keys = readyValue(useWatched(() => log.readKeys(), []));
  // A key made meanwhile in another tab did not seal these files.
  const sealedBy = [keys?.current, ...(keys?.retired ?? [])].find(
    each => each?.fingerprint === written.signerFingerprint,
  );
  return (
    <div id="export-done" data-outcome={written.outcome}>
      <div role="status">
        <h3>{written.volumes.length === 1 ? 'The file is ready' : 'The files are ready'}</h3>
      </div>
      {written.outcome === 'incomplete' && (
        <p class="notice">The file says that it is incomplete, and what was damaged or lost.</p>
      )}
      {written.withoutPrint && (
        <p class="notice" id="without-print">
          The report to print could not be made. Everything else is there: open data/report.html and print
          that.
        </p>
      )}
      {written.timeStamps !== undefined && <TimeStampsDone timeStamps={written.timeStamps} />}
      <ol>
        {written.volumes.map(volume => (
          <Volume key={volume.name} volume={volume} fingerprint={fingerprint} />
        ))}
      </ol>
      <h3>Fingerprint of your signing key</h3>
      <p class="digest" id="fingerprint">
        {fingerprint}
      </p>
      <p>To read it aloud, in groups of four:</p>
      <Groups hex={written.signerFingerprint} />
      <div class="button-row">
        <CopyButton text={fingerprint} what="the fingerprint" />
        {sealedBy !== undefined && <HandoverButton sealedBy={sealedBy} volumes={written.volumes} />}
      </div>
      <p>
        Write down the fingerprint and the SHA-256, or send them apart from the file, for example in a text
        message. Whoever gets the file can then see that it is yours and was not exchanged.
      </p>
      <p class="muted">
        Save the files before you close this page. Holdfast keeps no copy of them; the case itself stays in
        the log.
      </p>
    </div>
  );
}

function Volume({ volume, fingerprint }: { readonly volume: ExportedVolume; readonly fingerprint: string }) {
  const { file, error } = useVolumeFile(volume.name);
  const url = useObjectUrl(file);
  const [note] = useState(() => new Blob([digestNote(volume, fingerprint)], { type: 'text/plain' }));
  const noteUrl = useObjectUrl(note);
  if (error !== undefined) return <FaultNotice error={error} />;
  return (
    <li class="volume" data-name={volume.name} data-sha256={volume.sha256}>
      <p>
        {url !== undefined && (
          <a class="button main" href={url} download={volume.name}>
            Save {volume.name}
          </a>
        )}{' '}
        <span class="muted">{sizeWords(volume.size)}</span>
      </p>
      <p>
        SHA-256: <span class="digest">{volume.sha256}</span>
      </p>
      <div class="button-row">
        <CopyButton text={volume.sha256} what={`the SHA-256 of ${volume.name}`} />
        {noteUrl !== undefined && (
          <a href={noteUrl} download={`${volume.name}.sha256.txt`}>
            Save the SHA-256 and fingerprint as text
          </a>
        )}
      </div>
    </li>
  );
}

/**
 * The text that is saved beside a ZIP: a line for `sha256sum -c`, then the fingerprint of the certificate inside, as
 * comments that this program skips.
 */
function digestNote({ name, sha256 }: ExportedVolume, fingerprint: string): string {
  return [
    `${sha256}  ${name}`,
    '# The line above is the SHA-256 of the file, in the form that sha256sum -c reads.',
    '# Fingerprint (SHA-256) of the certificate in the file, signer.crt:',
    `# ${fingerprint}`,
    '',
  ].join('\n');
}

function useVolumeFile(name: string): { readonly file?: File; readonly error?: unknown } {
  const [read, setRead] = useState<{ readonly file?: File; readonly error?: unknown }>({});
  useEffect(() => {
    openVolume(name).then(
      file => setRead({ file }),
      error => setRead({ error }),
    );
  }, [name]);
  return read;
}
