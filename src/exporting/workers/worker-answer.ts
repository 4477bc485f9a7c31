import { Fault, faultCodeOf } from '../../model/fault.ts';

/** What failed in a worker, in a form that keeps its code from one context to the other. */
export interface Failure {
  readonly kind: 'failed';
  readonly code: string | undefined;
  readonly message: string;
}

/** What is told of an error. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: faultCodeOf(error), message };
}

/** The error that was told of: a {@link Fault} where its code is one of ours. */
export function errorOf({ code, message }: Failure): Error {
  const known = faultCodeOf({ code });
  return known === undefined ? new Error(message) : new Fault(known, message);
}

/** Who is listened to for an answer. */
interface Answering<Reply> {
  readonly worker: Worker;
  /** Workers without which it cannot answer. Absent means none. */
  readonly others?: readonly Worker[];
  /** Once it is aborted no answer is waited for: the promise rejects with Fault `export.stopped`. */
  readonly stopped?: AbortSignal;
  /** Takes what is told on the way, such as progress; false for an answer. */
  readonly onTheWay: (reply: Reply) => boolean;
}

/** The next answer of a worker; rejects with what it says failed, and when a worker breaks down. */
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
