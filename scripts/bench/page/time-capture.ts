import { hangMs } from '../../drive/driven-browser.ts';

/**
 * `press`: presses the button of the popup it runs in and answers the milliseconds until one more exhibit
 * stands in the log. `watch`: answers the epoch milliseconds at which one more exhibit stood in the log.
 */
export type TimingRequest =
  | { readonly press: string; readonly exhibits: number }
  | { readonly watch: true; readonly exhibits: number };

/** Rejects when no exhibit ever comes. */
export async function run(request: TimingRequest): Promise<number> {
  const log = await openLog();
  const writes = new BroadcastChannel(dexieWrites);
  const started = performance.now();
  if ('press' in request) document.querySelector<HTMLElement>(request.press)?.click();
  while ((await count(log)) <= request.exhibits) {
    if (performance.now() - started > hangMs) throw new Error('no exhibit came');
    await nextWrite(writes);
  }
  writes.close();
  return 'press' in request ? performance.now() - started : Date.now();
}

/** Dexie tells the other contexts here of every write; where it no longer does, the log is looked at in turn. */
const dexieWrites = 'x-storagemutated-1';

function nextWrite(writes: BroadcastChannel): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, 250);
    writes.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
  });
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
