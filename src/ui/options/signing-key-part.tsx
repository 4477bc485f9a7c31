import { endsSoon, type KnownKeys, type SigningKeyFacts } from '../../model/signing-key.ts';
import { HandoverButton } from '../handover/handover-button.tsx';
import { Groups } from '../handover/handover-sheet.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useWatched } from '../parts/use-watched.ts';
import { ImportKeyForm } from './import-key-form.tsx';
import { KeyFacts } from './key-facts.tsx';
import { NewKeyForm } from './new-key-form.tsx';

/** The key that signs exports: its certificate, forms for a new or an imported one, and the keys before it. */
export function SigningKeyPart() {
  const { log } = usePorts();
  const read = useWatched(() => log.readKeys(), []);
  return (
    <section aria-labelledby="key-title">
      <h2 id="key-title">Your signing key</h2>
      <p>
        Every export is signed with this key. Its certificate goes into the file. Whoever gets the file can
        compare the fingerprint with the one you told them.
      </p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {read.state === 'ready' && <Keys known={read.value} />}
    </section>
  );
}

function Keys({ known: { current, damaged, retired } }: { readonly known: KnownKeys }) {
  return (
    <>
      {current !== undefined && <CurrentKey current={current} />}
      {damaged !== undefined && <DamagedKey fingerprint={damaged} />}
      {current === undefined && damaged === undefined && <NoKey />}
      <details>
        <summary>Use a key from a file (PKCS #12)</summary>
        <ImportKeyForm />
      </details>
      {retired.length > 0 && (
        <details id="retired-keys">
          <summary>Keys you used before: {retired.length}</summary>
          <p class="hint">
            Files that were signed with them name these certificates, and can still be checked. The keys
            themselves are deleted.
          </p>
          {retired.map(each => (
            <KeyFacts key={each.fingerprint} signingKey={each} />
          ))}
        </details>
      )}
    </>
  );
}

function NoKey() {
  return (
    <>
      <p id="no-key">
        There is no key yet. You can make one now. Otherwise one is made when it is first needed.
      </p>
      <NewKeyForm start="" button="Make the key" />
    </>
  );
}

function DamagedKey({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <>
      <p class="notice" id="key-damaged">
        <strong>Your signing key is damaged on this device and cannot be used.</strong> Make a new one to
        export again. Nothing you recorded is lost, and files you exported before can still be checked. Tell
        the new fingerprint to whoever compares it.
      </p>
      <dl class="facts">
        <div>
          <dt>Fingerprint</dt>
          <dd>
            <Groups hex={fingerprint} />
          </dd>
        </div>
      </dl>
      <NewKeyForm start="" button="Make a new key" />
    </>
  );
}

function CurrentKey({ current }: { readonly current: SigningKeyFacts }) {
  const { now } = usePorts();
  return (
    <>
      {endsSoon(current, now()) && <EndsSoon signingKey={current} />}
      <KeyFacts signingKey={current} />
      <p class="button-row">
        <HandoverButton sealedBy={current} />
      </p>
      <details id="renew">
        <summary>Change the name, or renew the key</summary>
        <p>
          Both make a new key with a new certificate and a new fingerprint. The key you have now is deleted;
          its certificate stays listed here. Files you exported before do not change and can still be checked.
          Tell the new fingerprint to whoever compares it.
        </p>
        <NewKeyForm start={current.origin === 'made' ? current.name : ''} button="Make a new key" />
      </details>
    </>
  );
}

function EndsSoon({ signingKey }: { readonly signingKey: SigningKeyFacts }) {
  return (
    <p class="notice" id="ends-soon">
      <strong>The certificate of this key ends soon, or has ended.</strong>{' '}
      {signingKey.origin === 'imported'
        ? 'Ask whoever issued it for a new one and take it from a file, or make a key of your own below.'
        : 'Renew the key below.'}{' '}
      Files you exported before can still be checked.
    </p>
  );
}
