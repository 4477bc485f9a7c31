import { useState } from 'preact/hooks';
import type { TrustedRoot } from '../../bundle/trusted-roots.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { PemField } from '../parts/pem-field.tsx';

interface RootsForCheckProps {
  readonly roots: readonly TrustedRoot[];
  readonly onRoots: (roots: readonly TrustedRoot[]) => void;
}

/** The roots of time-stamp authorities that the reader trusts for this check only; folded until wanted. */
export function RootsForCheck({ roots, onRoots }: RootsForCheckProps) {
  const [problem, setProblem] = useState('');
  const add = (found: readonly TrustedRoot[]) => {
    setProblem(found.length === 0 ? 'No certificate in PEM could be read from this file.' : '');
    const known = new Set(roots.map(({ fingerprint }) => fingerprint));
    if (found.length > 0) onRoots([...roots, ...found.filter(({ fingerprint }) => !known.has(fingerprint))]);
  };
  return (
    <details id="roots-for-check">
      <summary>Time-stamps: whom do you trust?</summary>
      <PemField
        id="check-roots"
        label="Root certificates of authorities that I trust"
        hint="Files in PEM, as many as you like, for this check only. Get them from the authorities themselves. Without them you are told which authority a time-stamp names, and that it was not checked."
        onRoots={add}
      />
      <p role="status">{problem}</p>
      {roots.length > 0 && (
        <ul>
          {roots.map(({ name, fingerprint }) => (
            <li key={fingerprint}>
              <PageText text={name === '' ? 'Without a name' : name} />{' '}
              <span class="digest">{fingerprintPairs(fingerprint)}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
