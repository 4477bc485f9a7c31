/**
 * `press`: presses the button of the popup it runs in and answers the milliseconds until one more exhibit
 * stands in the log. `watch`: answers the epoch milliseconds at which one more exhibit stood in the log.
 */
export type TimingRequest =
  | { readonly press: string; readonly exhibits: number }
  | { readonly watch: true; readonly exhibits: number };

/** Rejects when no exhibit comes within two minutes. */
export async function run(request: TimingRequest): Promise<number> {
  const log = await openLog();
  const started = performance.now();
  if ('press' in request) document.querySelector<HTMLElement>(request.press)?.click();
  while ((await count(log)) <= request.exhibits) {
    if (performance.now() - started > 120_000) throw new Error('no exhibit came');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  return 'press' in request ? performance.now() - started : Date.now();
}

function openLog(): Promise<IDBDatabase> {
  return answerOf(indexedDB.open('evidence'));
}

function count(log: IDBDatabase): Promise<number> {
  return answerOf(log.transaction('captures').objectStore('captures').count());
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
