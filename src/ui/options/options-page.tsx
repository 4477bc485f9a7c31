import { useEffect, useState } from 'preact/hooks';
import { useVolumeSize, VolumeSizeField } from '../export/volume-size.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { usePorts } from '../parts/ports.ts';
import { CaseChoice } from '../popup/case-choice.tsx';
import { useJurisdiction } from '../support/use-jurisdiction.ts';
import { AuthoritiesPart } from './authorities-part.tsx';
import { BackupPart } from './backup-part.tsx';
import { ExitPart } from './exit-part.tsx';
import { PassphrasePart } from './passphrase-part.tsx';
import { ReporterPart } from './reporter-part.tsx';
import { SigningKeyPart } from './signing-key-part.tsx';

/** The settings, the keys, and where things are kept. */
export function OptionsPage() {
  const [error, setError] = useState<unknown>(undefined);
  const [bytes, chooseBytes] = useVolumeSize();
  const jurisdiction = useJurisdiction();
  return (
    <PageFrame narrow jurisdiction={jurisdiction}>
      <h1>Settings</h1>
      {error !== undefined && <FaultNotice error={error} />}
      <section aria-labelledby="recording-title">
        <h2 id="recording-title">Recording</h2>
        <CaseChoice onError={setError} />
        <p>
          <a href="case.html#cases">Open another case</a>, or change the name, the initials and who records
          under <a href="case.html">Log</a>, Case details.
        </p>
      </section>
      <ReporterPart />
      <section aria-labelledby="export-title">
        <h2 id="export-title">Export</h2>
        <VolumeSizeField bytes={bytes} onChoose={chooseBytes} />
      </section>
      <SigningKeyPart />
      <BackupPart />
      <PassphrasePart />
      <AuthoritiesPart />
      <ExitPart />
      <Shortcuts />
      <WhereThingsAre />
    </PageFrame>
  );
}

const commands = [
  ['capture-post', 'This post'],
  ['capture-viewport', 'What I see'],
  ['lock', 'Lock the log'],
] as const;

function Shortcuts() {
  const { shell } = usePorts();
  const [keys, setKeys] = useState<readonly (string | undefined)[]>([]);
  useEffect(() => {
    void Promise.all(commands.map(([command]) => shell.shortcut(command))).then(setKeys);
  }, [shell]);
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl class="facts">
        {commands.map(([command, name], index) => (
          <div key={command}>
            <dt>{name}</dt>
            <dd>{keys[index] ?? 'none set'}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">
        You can change them in the browser: in Chrome and Edge under Extensions, Keyboard shortcuts; in
        Firefox under Add-ons, the cog, Manage Extension Shortcuts.
      </p>
    </section>
  );
}

function WhereThingsAre() {
  return (
    <section aria-labelledby="where-title">
      <h2 id="where-title">Where your records are kept</h2>
      <p>
        Only in this browser, on this device. There is no account and no server, and nothing is sent anywhere,
        unless you switch time-stamps on above. They are not copied to your other devices.
      </p>
      <p>
        What you record is sealed, so that its words do not lie about on the disk. Without a passphrase the
        key lies beside it: anyone who can use this browser as you, or has a copy of its files, can open it.
        With one, only who knows it can.
      </p>
      <p>
        If you remove Holdfast, or clear all data of this browser, the records are gone. Export what you want
        to keep first, or make a backup.
      </p>
    </section>
  );
}
