import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AuthorityTest } from '../../model/time-stamp.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { testWords } from '../../words/time-stamps.ts';
import { localWords } from '../parts/moments.ts';
import { usePorts } from '../parts/ports.ts';

type State = 'idle' | 'asking' | AuthorityTest;

interface AuthorityTesterProps {
  readonly address: string;
  /** Addresses of its lists of revoked certificates, as far as these were allowed. */
  readonly lists: readonly string[];
  /** Saves that these addresses may be asked too. */
  readonly onListsAllowed: (addresses: readonly string[]) => Promise<boolean>;
  /** Other buttons of the same row. */
  readonly children: ComponentChildren;
}

/** Asks one authority for a time-stamp over a random number, and says in words what came back. */
export function AuthorityTester({ address, lists, onListsAllowed, children }: AuthorityTesterProps) {
  const { send, shell } = usePorts();
  const [state, setState] = useState<State>('idle');
  const test = async (more: readonly string[] = []) => {
    // The browser asks only inside the click itself, so nothing may be awaited before.
    const allowed = shell.requestHosts([address, ...lists, ...more]);
    const before = state;
    setState('asking');
    try {
      const isAllowed = await allowed;
      // Only the lists were refused: the result for the authority stands.
      if (!isAllowed && more.length > 0) return setState(before);
      if (more.length > 0) await onListsAllowed(more);
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
        {typeof state === 'object' && <Result test={state} onAllow={more => void test(more)} />}
      </div>
    </>
  );
}

function Result({
  test,
  onAllow,
}: {
  readonly test: AuthorityTest;
  readonly onAllow: (addresses: readonly string[]) => void;
}) {
  const more = test.outcome === 'answered' ? test.listsNotPermitted : [];
  return (
    <div class="notice" data-outcome={test.outcome}>
      {testWords(test, localWords).map(sentence => (
        <p key={sentence}>
          <PageText text={sentence} />
        </p>
      ))}
      {more.length > 0 && (
        <p>
          <button type="button" class="allow-lists" onClick={() => onAllow(more)}>
            Allow and test again
          </button>
        </p>
      )}
    </div>
  );
}
