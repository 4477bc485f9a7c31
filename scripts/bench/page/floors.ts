/** The floors of DESIGN section 5, measured with the browser's own parts and nothing of ours. */
export type FloorRequest =
  /** `cover` is the selector of an element that is taken from the page in front before the shot. */
  | { readonly floor: 'capture.post'; readonly windowId: number; readonly cover: string }
  | { readonly floor: 'viewport'; readonly windowId: number }
  | { readonly floor: 'region'; readonly windowId: number; readonly width: number; readonly height: number }
  | { readonly floor: 'export'; readonly caseId: string }
  | { readonly floor: 'log.open'; readonly caseId: string };

interface Api {
  readonly tabs: {
    captureVisibleTab(windowId: number, options: object): Promise<string>;
    query(filter: object): Promise<readonly { readonly id: number }[]>;
  };
  readonly scripting: { executeScript(injection: object): Promise<unknown> };
}
declare const browser: Api | undefined;
declare const chrome: Api;
const api = () => (typeof browser === 'undefined' ? chrome : browser);

/** Milliseconds that the bare work took. */
export async function run(request: FloorRequest): Promise<number> {
  const work = await prepare(request);
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function prepare(request: FloorRequest): Promise<() => Promise<void>> {
  switch (request.floor) {
    case 'capture.post': {
      const scratch = await openScratch();
      const { windowId, cover } = request;
      const tabId = await frontTab(windowId);
      return async () => {
        await uncover(tabId, cover);
        const bytes = decoded(await shoot(windowId, { format: 'png' }));
        await crypto.subtle.digest('SHA-256', bytes);
        await putStrict(scratch, bytes);
      };
    }
    case 'viewport':
      return async () => {
        await shoot(request.windowId, { format: 'png' });
      };
    case 'region': {
      const { width, height } = request;
      return async () => {
        await shoot(request.windowId, { format: 'png', rect: { x: 0, y: 0, width, height }, scale: 1 });
      };
    }
    case 'export': {
      const log = await open('evidence');
      return async () => {
        for (const captureId of await idsOf(log, request.caseId)) {
          for (const found of await all<{ bytes: Blob | Uint8Array<ArrayBuffer> }>(
            log,
            'artifacts',
            'captureId',
            captureId,
          ))
            await crypto.subtle.digest('SHA-256', await bufferOf(found.bytes));
        }
      };
    }
    case 'log.open': {
      const log = await open('evidence');
      return async () => {
        await all(log, 'captures', 'caseId', request.caseId);
      };
    }
  }
}

/** The picture as the browser gives it, a `data:` address. */
function shoot(windowId: number, options: object): Promise<string> {
  return api().tabs.captureVisibleTab(windowId, options);
}

async function frontTab(windowId: number): Promise<number> {
  const [tab] = await api().tabs.query({ active: true, windowId });
  if (tab === undefined) throw new Error('no tab in front');
  return tab.id;
}

/**
 * Takes the element away and answers when two frames have begun: the first of them may still be drawn when the browser
 * takes its picture, so that one alone does not show that the element is gone.
 */
async function uncover(tabId: number, selector: string): Promise<void> {
  await api().scripting.executeScript({
    target: { tabId },
    args: [selector],
    func: async (chosen: string) => {
      document.querySelector(chosen)?.remove();
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    },
  });
}

/** By the fastest way the browser has. */
function decoded(address: string): Uint8Array<ArrayBuffer> {
  const text = address.slice(address.indexOf(',') + 1);
  if ('fromBase64' in Uint8Array && typeof Uint8Array.fromBase64 === 'function')
    return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

async function bufferOf(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<BufferSource> {
  return bytes instanceof Blob ? await bytes.arrayBuffer() : bytes;
}

async function idsOf(log: IDBDatabase, caseId: string): Promise<readonly string[]> {
  return (await all<{ id: string }>(log, 'captures', 'caseId', caseId)).map(found => found.id);
}

function open(name: string): Promise<IDBDatabase> {
  return answerOf(indexedDB.open(name));
}

async function openScratch(): Promise<IDBDatabase> {
  const opening = indexedDB.open('bench-scratch', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
  return await answerOf(opening);
}

async function putStrict(database: IDBDatabase, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
  transaction.objectStore('bytes').add(new Blob([bytes]));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function all<T>(log: IDBDatabase, store: string, index: string, key: string): Promise<T[]> {
  const found: T[] = await answerOf(log.transaction(store).objectStore(store).index(index).getAll(key));
  return found;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
