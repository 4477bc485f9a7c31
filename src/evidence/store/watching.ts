import Dexie, { type ObservabilitySet } from 'dexie';

/** A watched query's values, until unsubscribed. An error does not end it: the next write runs it again. */
export interface Watching<T> {
  subscribe(observer: WatchObserver<T>): { unsubscribe(): void };
}

export interface WatchObserver<T> {
  next(value: T): void;
  error?(error: unknown): void;
}

/**
 * Reruns queries when a table that they read was written, by any context. Dexie's liveQuery follows a query only until
 * it awaits anything but Dexie, such as opening a seal. Here the readers declare what they read, and Dexie's
 * `storagemutated` tells what was written.
 */
export class TableWatch {
  readonly #prefix: string;
  readonly #running = new Set<Set<string>>();

  constructor(databaseName: string) {
    this.#prefix = `idb://${databaseName}/`;
  }

  /** Notes that tables are read. Counted for every running query: this may rerun one too often, but never miss one. */
  reads(tables: readonly string[]): void {
    for (const read of this.#running) for (const table of tables) read.add(table);
  }

  /** Runs the query now and after each relevant write; reruns that coincide become one. */
  watch<T>(query: () => Promise<T>): Watching<T> {
    return {
      subscribe: observer => {
        const runner = new Runner(query, observer, this.#running);
        const onWrite = (parts: ObservabilitySet) => runner.written(this.#tablesOf(parts));
        Dexie.on('storagemutated', onWrite);
        runner.start();
        return {
          unsubscribe: () => {
            Dexie.on.storagemutated.unsubscribe(onWrite);
            runner.stop();
          },
        };
      },
    };
  }

  /** Parts are named `idb://database/table/index`; `all` is for a page that slept and may have missed some. */
  #tablesOf(parts: ObservabilitySet): Written {
    const names = Object.keys(parts);
    if (names.includes('all')) return 'all';
    const ours = names.filter(name => name.startsWith(this.#prefix));
    return new Set(ours.map(name => name.slice(this.#prefix.length).split('/')[0] ?? ''));
  }
}

/** The tables that were written; `all` when that is unknown. */
type Written = ReadonlySet<string> | 'all';

class Runner<T> {
  readonly #query: () => Promise<T>;
  readonly #observer: WatchObserver<T>;
  readonly #all: Set<Set<string>>;
  #reads = new Set<string>();
  #isRunning = false;
  #isStopped = false;
  /** Tables written while the query runs, because it may still read them. */
  #meanwhile: Written[] = [];

  constructor(query: () => Promise<T>, observer: WatchObserver<T>, all: Set<Set<string>>) {
    this.#query = query;
    this.#observer = observer;
    this.#all = all;
  }

  written(tables: Written): void {
    if (this.#isRunning) this.#meanwhile.push(tables);
    else if (this.#concerns(tables)) this.start();
  }

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
  }

  #concerns(tables: Written): boolean {
    return tables === 'all' || [...tables].some(table => this.#reads.has(table));
  }

  async #run(): Promise<void> {
    if (this.#isStopped) return;
    this.#isRunning = true;
    this.#meanwhile = [];
    this.#reads = new Set<string>();
    this.#all.add(this.#reads);
    const tell = await this.#answer();
    this.#all.delete(this.#reads);
    this.#isRunning = false;
    if (this.#isStopped) return;
    if (this.#meanwhile.some(tables => this.#concerns(tables))) this.start();
    tell();
  }

  async #answer(): Promise<() => void> {
    try {
      const value = await this.#query();
      return () => this.#observer.next(value);
    } catch (error) {
      return () => this.#observer.error?.(error);
    }
  }
}
