import { useState } from 'preact/hooks';
import { usePorts } from '../parts/ports.ts';
import { FileField, SecretField } from './secret-field.tsx';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** Restores the log of a backup into this browser, where there is no log yet. */
export function RestoreForm() {
  const { backup } = usePorts();
  const { work, start, stop } = useLongWork<true>();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState('');
  const [said, say] = useState('');
  const begin = (event: Event) => {
    event.preventDefault();
    say(file === undefined ? 'Choose a file first.' : '');
    if (file === undefined) return;
    void start(async watch => {
      await backup.restore(file, passphrase, watch);
      setPassphrase('');
      return true;
    });
  };
  return (
    <form onSubmit={begin}>
      <p>
        This works only where nothing is recorded yet: two logs are never mixed. The signing key of the backup
        takes the place of one made here.
      </p>
      <FileField
        id="restore-file"
        label="Backup file"
        hint="The file is read here and sent nowhere. All of it is checked before anything is written."
        accept=".dat"
        onChange={setFile}
      />
      <SecretField
        id="restore-passphrase"
        label="Its passphrase"
        value={passphrase}
        onChange={setPassphrase}
      />
      <WorkProgress work={work} doing="Bringing the backup back" onStop={stop} />
      <div class="button-row">
        <button type="submit" id="restore" disabled={work.stage === 'running'}>
          Bring it back
        </button>
        <span role="status">{work.stage === 'done' ? 'Everything is back, as it was.' : said}</span>
      </div>
    </form>
  );
}
