import { useState } from 'preact/hooks';
import { LockMinutesField } from '../lock/lock-minutes.tsx';
import { useLock } from '../lock/use-lock.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { readyValue } from '../parts/use-watched.ts';
import { faultOfNew, NewPassphraseFields } from './new-passphrase.tsx';
import { SecretField } from './secret-field.tsx';

/** Sets, changes and removes the passphrase of the log, and says beforehand what each means. */
export function PassphrasePart() {
  const lock = readyValue(useLock());
  return (
    <section aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">Passphrase</h2>
      {lock?.state === 'without' && <Without />}
      {lock?.state === 'open' && <Open />}
    </section>
  );
}

function Without() {
  const { send } = usePorts();
  return (
    <>
      <p>
        There is no passphrase. Anyone who can use this browser as you can open your log. With a passphrase,
        the log locks itself, and a copy of the browser’s files is of no use without it.
      </p>
      <p class="notice">
        <strong>If you forget it, nobody can open your log, also not us.</strong> Write it down and keep it
        where only you look. <a href="#backup-title">Make a backup</a> first: it has a passphrase of its own.
      </p>
      <p>
        While the log is locked, nothing can be recorded. You open it in the popup of Holdfast. What is on a
        screen that is open, or was exported, is not protected. The browser may keep traces of the time before
        in its files for a while.
      </p>
      <NewForm id="set" button="Set the passphrase" onSend={passphrase => send('lock:set', { passphrase })} />
    </>
  );
}

function Open() {
  const { send } = usePorts();
  return (
    <>
      <p id="passphrase-set">
        A passphrase is set. The log locks when the browser closes, when you press “Lock” or “Leave now”, and
        when you do not use Holdfast for a while. A recording that runs is finished first.
      </p>
      <LockMinutesField />
      <details>
        <summary>Change the passphrase</summary>
        <p>Backups that you made keep the passphrase that you chose for them.</p>
        <NewForm
          id="change"
          button="Change it"
          asksBefore
          onSend={(passphrase, before) => send('lock:change', { before, passphrase })}
        />
      </details>
      <details>
        <summary>Remove the passphrase</summary>
        <p>After that, anyone who can use this browser as you, or has its files, can open your log again.</p>
        <RemoveForm />
      </details>
    </>
  );
}

interface NewFormProps {
  readonly id: string;
  readonly button: string;
  /** Whether the passphrase so far must be typed. */
  readonly asksBefore?: boolean;
  readonly onSend: (passphrase: string, before: string) => Promise<unknown>;
}

function NewForm({ id, button, asksBefore = false, onSend }: NewFormProps) {
  const [before, setBefore] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const sending = useSending();
  const submit = (event: Event) => {
    event.preventDefault();
    const fault = faultOfNew(passphrase, again);
    if (fault !== undefined) return sending.say(fault);
    void sending.send(async () => {
      await onSend(passphrase, before);
      for (const empty of [setBefore, setPassphrase, setAgain]) empty('');
    });
  };
  return (
    <form onSubmit={submit}>
      {asksBefore && (
        <SecretField id={`${id}-before`} label="Passphrase so far" value={before} onChange={setBefore} />
      )}
      <NewPassphraseFields
        id={id}
        passphrase={passphrase}
        again={again}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
      />
      <SendRow id={id} button={button} sending={sending} />
    </form>
  );
}

function RemoveForm() {
  const { send } = usePorts();
  const [passphrase, setPassphrase] = useState('');
  const sending = useSending();
  const submit = (event: Event) => {
    event.preventDefault();
    void sending.send(() => send('lock:remove', { passphrase }));
  };
  return (
    <form onSubmit={submit}>
      <SecretField id="remove-before" label="Passphrase so far" value={passphrase} onChange={setPassphrase} />
      <SendRow id="remove" button="Remove it" sending={sending} />
    </form>
  );
}

type Sending = ReturnType<typeof useSending>;

/** One act at a time, and how it ended. */
function useSending() {
  const [said, say] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const send = async (act: () => Promise<unknown>): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setError(undefined);
    say('One moment…');
    try {
      await act();
      say('Done.');
    } catch (thrown) {
      setError(thrown);
      say('');
    } finally {
      setSending(false);
    }
  };
  return { said, say, isSending, error, send };
}

function SendRow({ id, button, sending }: { id: string; button: string; sending: Sending }) {
  return (
    <>
      {sending.error !== undefined && <FaultNotice error={sending.error} />}
      <div class="button-row">
        <button type="submit" id={`${id}-send`} disabled={sending.isSending}>
          {button}
        </button>
        <span role="status">{sending.said}</span>
      </div>
    </>
  );
}
