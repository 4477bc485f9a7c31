import { Fault, faultCodeOf } from '../../model/fault.ts';

/** A failure in a worker, in a form that keeps its code between contexts. */
export interface Failure {
  readonly kind: 'failed';
  readonly code: string | undefined;
  readonly message: string;
}

/** An error as a message to another context. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: faultCodeOf(error), message };
}

/** The error behind a failure message: a {@link Fault} when its code is one of ours. */
export function errorOf({ code, message }: Failure): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}

/** The worker to listen to, and how. */
interface Answering<Reply> {
  readonly worker: Worker;
  /** Workers that it needs in order to answer. Absent means none. */
  readonly others?: readonly Worker[];
  /** Once it is aborted, the promise rejects with Fault `export.stopped`. */
  readonly stopped?: AbortSignal;
  /** Handles intermediate messages, such as progress. Returns false for an answer. */
  readonly onTheWay: (reply: Reply) => boolean;
}

/** The next answer of a worker. Rejects with the failure that it reports, and when a worker crashes. */
export function nextAnswer<Reply extends object>(answering: Answering<Reply>): Promise<Reply> {
  const { worker, others = [], stopped, onTheWay } = answering;
  const listening = new AbortController();
  const { signal } = listening;
  const answer = new Promise<Reply>((resolve, reject) => {
    stopped?.addEventListener('abort', () => reject(new Fault('export.stopped')), { signal });
    for (const each of [worker, ...others])
      each.addEventListener('error', () => reject(new Error('a worker broke down')), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Reply | Failure>) => {
        if (isFailure(data)) reject(errorOf(data));
        else if (!onTheWay(data)) resolve(data);
      },
      { signal },
    );
  });
  return answer.finally(() => listening.abort());
}

function isFailure(reply: object): reply is Failure {
  return 'kind' in reply && reply.kind === 'failed';
}
