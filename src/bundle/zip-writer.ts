import JSZip from 'jszip';
import { unixMode } from './zip-headers.ts';

/** One file of the ZIP. `content` is called once, after the entry before it has left for the sink. */
export interface ZipEntry {
  readonly name: string;
  content(): Promise<Uint8Array>;
}

/** Everything about the ZIP that is not its entries. `at` is the date of every entry, in UTC. */
export interface ZipOptions {
  readonly at: Date;
  /** Called with every piece in order; the next is made when the promise is fulfilled. May throw. */
  sink(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
}

/**
 * Writes the entries, stored, in their order, without extra fields, comments or data descriptors, holding
 * one entry in memory at a time. Rejects with whatever `content` or `sink` throws, and then calls neither again.
 */
export async function writeZip(entries: readonly ZipEntry[], options: ZipOptions): Promise<void> {
  const zip = new JSZip();
  const feeds = entries.map(entry => {
    if (entry.name in zip.files) throw new Error(`entry twice: ${entry.name}`);
    // JSZip keeps its entries in an object, which would bring a name that is a number to the front.
    if (/^\d+$/.test(entry.name)) throw new Error(`entry name is a number: ${entry.name}`);
    const { promise, resolve } = deferred<Uint8Array>();
    zip.file(entry.name, promise, {
      binary: true,
      createFolders: false,
      date: options.at,
      unixPermissions: unixMode,
    });
    return { entry, resolve };
  });
  const stream = openStream(zip);
  // What has been written is let go of at once: a promise holds on to what fulfilled it.
  for (let feed = feeds.shift(); feed !== undefined; feed = feeds.shift()) {
    feed.resolve(await feed.entry.content());
    await drain(await stream.next(), options.sink);
    zip.remove(feed.entry.name);
  }
}

async function drain(chunks: readonly Uint8Array<ArrayBuffer>[], sink: ZipOptions['sink']): Promise<void> {
  for (const chunk of joinViews(chunks)) await sink(chunk);
}

/**
 * JSZip's stream as one answer an entry. It pushes everything of an entry within one turn, as soon as the
 * promise of its content is fulfilled, and the directory together with the last entry.
 */
function openStream(zip: JSZip): { next(): Promise<readonly Uint8Array<ArrayBuffer>[]> } {
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let answer = deferred<readonly Uint8Array<ArrayBuffer>[]>();
  const stream = zip.generateInternalStream({ type: 'uint8array', compression: 'STORE', platform: 'UNIX' });
  stream.on('data', chunk => {
    if (pending.length === 0)
      queueMicrotask(() => {
        answer.resolve(pending);
        pending = [];
      });
    pending.push(ownBuffer(chunk));
  });
  stream.on('error', error => answer.reject(error));
  stream.resume();
  return {
    next: async () => {
      const chunks = await answer.promise;
      answer = deferred();
      return chunks;
    },
  };
}

function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** The same view, for the compiler: JSZip never makes one over shared memory. */
function ownBuffer(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  return chunk.buffer instanceof ArrayBuffer
    ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : new Uint8Array(chunk);
}

/** Joins views that follow one another in one buffer: JSZip cuts its input into pieces of 16 KiB. */
function joinViews(chunks: readonly Uint8Array<ArrayBuffer>[]): readonly Uint8Array<ArrayBuffer>[] {
  const joined: Uint8Array<ArrayBuffer>[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    if (last?.buffer === chunk.buffer && last.byteOffset + last.length === chunk.byteOffset)
      joined[joined.length - 1] = new Uint8Array(chunk.buffer, last.byteOffset, last.length + chunk.length);
    else joined.push(chunk);
  }
  return joined;
}
