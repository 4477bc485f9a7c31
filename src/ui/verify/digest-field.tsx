import { useId, useState } from 'preact/hooks';
import { digestIn } from '../../model/pasted-digest.ts';

/** The result of comparing a pasted digest with the computed one; undefined while nothing is pasted. */
type Comparison = 'same' | 'different' | 'no-digest' | undefined;

const answers: Readonly<Record<Exclude<Comparison, undefined>, string>> = {
  same: '= The same',
  different: '≠ Not the same',
  'no-digest': '? This is not a SHA-256: it has 64 letters (a to f) and digits',
};

interface DigestFieldProps {
  readonly name: string;
  /** The label of the field into which the other digest is pasted. */
  readonly other: string;
  readonly sha256: string;
}

/** A computed digest, and a field to paste the one that was written down elsewhere. */
export function DigestField({ name, other, sha256 }: DigestFieldProps) {
  const [pasted, setPasted] = useState('');
  const id = useId();
  const answer = compareDigest(pasted, sha256);
  return (
    <div class="field">
      <p class="digest-line">
        <strong>{name}</strong>
        <br />
        <code class="digest">{sha256}</code>
      </p>
      <label for={id}>{other}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={pasted}
        aria-describedby={`${id}-answer`}
        onInput={event => setPasted(event.currentTarget.value)}
      />
      <p id={`${id}-answer`} class={`answer ${answer ?? ''}`} role="status">
        {answer !== undefined && answers[answer]}
      </p>
    </div>
  );
}

/** Compares a pasted text, in any form that {@link digestIn} reads, with a SHA-256 in lower-case hex. */
export function compareDigest(pasted: string, sha256: string): Comparison {
  if (pasted.trim() === '') return undefined;
  const digits = digestIn(pasted);
  if (digits === undefined) return 'no-digest';
  return digits === sha256 ? 'same' : 'different';
}
