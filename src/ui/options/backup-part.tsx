import { useEffect, useState } from 'preact/hooks';
import { usePorts } from '../parts/ports.ts';
import { useObjectUrl } from '../parts/use-object-url.ts';
import { backupName, clearBackups, createBackupFile } from './backup-file.ts';
import { faultOfNew, NewPassphraseFields } from './new-passphrase.tsx';
import { RestoreForm } from './restore-form.tsx';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** Makes one locked file with the whole log and the signing key, and restores it. */
export function BackupPart() {
  useEffect(() => {
    void clearBackups();
    return () => void clearBackups();
  }, []);
  return (
    <section aria-labelledby="backup-title">
      <h2 id="backup-title">Backup</h2>
      <p>
        A backup is one locked file with everything: all cases, all that was recorded, and your signing key.
        With it you can go on in another browser or on another device. A recording that is running is not in
        it.
      </p>
      <BackupForm />
      <details>
        <summary>Bring a backup back</summary>
        <RestoreForm />
      </details>
    </section>
  );
}

function BackupForm() {
  const { backup } = usePorts();
  const { work, start, stop } = useLongWork<Blob>();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [said, say] = useState('');
  const begin = (event: Event) => {
    event.preventDefault();
    const fault = faultOfNew(passphrase, again);
    say(fault ?? '');
    if (fault !== undefined) return;
    void start(async watch => {
      const file = await createBackupFile();
      try {
        await backup.write(passphrase, file.write, watch);
        return await file.finish();
      } catch (error) {
        await file.discard();
        throw error;
      }
    });
  };
  return (
    <form onSubmit={begin}>
      <p class="notice">
        <strong>Without the passphrase nobody can open the backup, also not us.</strong> Write it down and
        keep it apart from the file.
      </p>
      <NewPassphraseFields
        id="backup"
        passphrase={passphrase}
        again={again}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
      />
      <WorkProgress work={work} doing="Writing the backup" onStop={stop} />
      <div class="button-row">
        <button type="submit" id="backup-make" disabled={work.stage === 'running'}>
          Make a backup
        </button>
        <span role="status">{said}</span>
      </div>
      {work.stage === 'done' && <Saved file={work.result} />}
    </form>
  );
}

function Saved({ file }: { readonly file: Blob }) {
  const { now } = usePorts();
  const url = useObjectUrl(file);
  const [name] = useState(() => backupName(now()));
  return (
    <div id="backup-done">
      <p role="status">The backup is ready. Save it before you close this page.</p>
      {url !== undefined && (
        <a class="button main" href={url} download={name}>
          Save {name}
        </a>
      )}
    </div>
  );
}
