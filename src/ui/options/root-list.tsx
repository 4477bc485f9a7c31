import { useEffect, useState } from 'preact/hooks';
import { rootsIn, type TrustedRoot } from '../../bundle/trusted-roots.ts';
import { mostRoots } from '../../model/time-stamp.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { PemField } from '../parts/pem-field.tsx';

interface RootListProps {
  /** One certificate in PEM each. */
  readonly roots: readonly string[];
  readonly onChange: (roots: readonly string[]) => Promise<boolean>;
}

/** The root certificates that the user trusts, and a field to add more. */
export function RootList({ roots, onChange }: RootListProps) {
  const read = useRoots(roots);
  const [problem, setProblem] = useState('');
  const add = (found: readonly TrustedRoot[]) => {
    const fresh = found.map(({ pem }) => pem).filter(pem => !roots.includes(pem));
    if (roots.length + fresh.length > mostRoots) return setProblem(`No more than ${mostRoots} can be kept.`);
    setProblem(found.length === 0 ? 'No certificate in PEM could be read from this file.' : '');
    if (fresh.length > 0) void onChange([...roots, ...fresh]);
  };
  return (
    <>
      <h3>Roots you trust</h3>
      <p>
        An authority has a root certificate, which it publishes. With it Holdfast can check that a time-stamp
        is from that authority. Get it from the authority itself and compare its fingerprint.
      </p>
      {read.length === 0 && <p class="muted">None is kept: who an authority is will not be checked.</p>}
      <ul id="roots">
        {read.map(({ pem, name, fingerprint }) => (
          <li key={fingerprint}>
            <p>
              <strong>
                <PageText text={name === '' ? 'Without a name' : name} />
              </strong>
            </p>
            <p>
              Fingerprint (SHA-256): <span class="digest">{fingerprintPairs(fingerprint)}</span>
            </p>
            <button type="button" onClick={() => void onChange(roots.filter(each => each !== pem))}>
              Remove
              <span class="visually-hidden">
                {' '}
                <PageText text={name} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <PemField id="root-file" label="Add a root certificate (a file in PEM)" onRoots={add} />
      <p role="status">{problem}</p>
    </>
  );
}

function useRoots(roots: readonly string[]): readonly TrustedRoot[] {
  const [read, setRead] = useState<readonly TrustedRoot[]>([]);
  useEffect(() => {
    let isOver = false;
    void rootsIn(roots.join('\n')).then(found => isOver || setRead(found));
    return () => {
      isOver = true;
    };
  }, [roots]);
  return read;
}
