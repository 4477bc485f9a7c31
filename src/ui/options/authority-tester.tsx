import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AuthorityTest } from '../../model/time-stamp.ts';
import { testWords } from '../../model/time-stamp-words.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { localWords } from '../parts/moments.ts';
import { usePorts } from '../parts/ports.ts';

type State = 'idle' | 'asking' | AuthorityTest;

interface AuthorityTesterProps {
  readonly address: string;
  /** Other buttons of the same row. */
  readonly children: ComponentChildren;
}

/** Asks one authority for a time-stamp over a random number and says in words what came back. */
export function AuthorityTester({ address, children }: AuthorityTesterProps) {
  const { send, shell } = usePorts();
  const [state, setState] = useState<State>('idle');
  const test = async () => {
    // The browser asks only inside the click itself: nothing may be awaited before.
    const allowed = shell.requestHosts([address]);
    setState('asking');
    try {
      const isAllowed = await allowed;
      setState(
        isAllowed
          ? await send('authorities:test', { address })
          : { outcome: 'failed', failure: 'not-permitted' },
      );
    } catch {
      setState({ outcome: 'failed', failure: 'stopped' });
    }
  };
  return (
    <>
      <div class="button-row">
        <button type="button" class="test" disabled={state === 'asking'} onClick={() => void test()}>
          Test<span class="visually-hidden"> {address}</span>
        </button>
        {children}
      </div>
      <div role="status" class="test-result">
        {state === 'asking' && <p>Asking …</p>}
        {typeof state === 'object' && <Result test={state} />}
      </div>
    </>
  );
}

function Result({ test }: { readonly test: AuthorityTest }) {
  return (
    <div class="notice" data-outcome={test.outcome}>
      {testWords(test, localWords).map(sentence => (
        <p key={sentence}>
          <PageText text={sentence} />
        </p>
      ))}
    </div>
  );
}
