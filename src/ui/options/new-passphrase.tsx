import { shortestPassphrase } from '../../model/lock.ts';
import { SecretField } from './secret-field.tsx';

interface NewPassphraseProps {
  /** What the ids of both fields begin with. */
  readonly id: string;
  readonly passphrase: string;
  readonly again: string;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onAgain: (again: string) => void;
}

/** A new passphrase, typed twice. */
export function NewPassphraseFields(props: NewPassphraseProps) {
  const { id, passphrase, again, onPassphrase, onAgain } = props;
  return (
    <>
      <SecretField
        id={`${id}-passphrase`}
        label="Passphrase"
        hint={`At least ${shortestPassphrase} characters. Four or five words that do not belong together are good.`}
        isNew
        value={passphrase}
        onChange={onPassphrase}
      />
      <SecretField id={`${id}-again`} label="The same again" isNew value={again} onChange={onAgain} />
    </>
  );
}

/** Why this passphrase cannot be taken, in a sentence; undefined when it can. */
export function faultOfNew(passphrase: string, again: string): string | undefined {
  if (passphrase.length < shortestPassphrase)
    return `The passphrase must have at least ${shortestPassphrase} characters.`;
  return passphrase === again ? undefined : 'The two are not the same. Type them again.';
}
