import { FaultNotice } from '../parts/fault-notice.tsx';
import type { LongWork } from './use-long-work.ts';

/** The progress with a button to stop, or the error. Nothing before the work begins and after it is done. */
export function WorkProgress({
  work,
  doing,
  onStop,
}: {
  readonly work: LongWork<unknown>;
  readonly doing: string;
  readonly onStop: () => void;
}) {
  if (work.stage === 'failed') return <FaultNotice error={work.error} />;
  if (work.stage !== 'running') return null;
  const { done, total } = work;
  return (
    <div>
      <p role="status">{doing}</p>
      <progress aria-label={doing} {...(total > 0 ? { max: total, value: done } : {})} />
      <button type="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
