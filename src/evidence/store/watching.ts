import Dexie, { type ObservabilitySet } from 'dexie';

/** What a watched query gives, until it is unsubscribed. An error does not end it: the next write runs it again. */
export interface Watching<T> {
  subscribe(observer: WatchObserver<T>): { unsubscribe(): void };
}

export interface WatchObserver<T> {
  next(value: T): void;
  error?(error: unknown): void;
}

/**
 * Runs queries again when a table that they read was written, by this context or another. Dexie's liveQuery
 * follows a query only until it first awaits anything but Dexie, and opening a seal is such a thing; so here
 * the readers say themselves what they read, and Dexie's `storagemutated` what was written.
 */
export class TableWatch {
  readonly #prefix: string;
  readonly #running = new Set<Set<string>>();

  constructor(databaseName: string) {
    this.#prefix = `idb://${databaseName}/`;
  }

  /** Notes that tables are being read. Counted for every query that runs just now: once too often, never once too few. */
  reads(tables: readonly string[]): void {
    for (const read of this.#running) for (const table of tables) read.add(table);
  }

  /** Runs the query now and after each write that matters; runs that fall together become one. */
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

  /** Parts are named `idb://database/table/index`; `all` stands for a page that was asleep and may have missed some. */
  #tablesOf(parts: ObservabilitySet): Written {
    const names = Object.keys(parts);
    if (names.includes('all')) return 'all';
    const ours = names.filter(name => name.startsWith(this.#prefix));
    return new Set(ours.map(name => name.slice(this.#prefix.length).split('/')[0] ?? ''));
  }
}

/** Which tables were written; `all` when that is not known. */
type Written = ReadonlySet<string> | 'all';

class Runner<T> {
  readonly #query: () => Promise<T>;
  readonly #observer: WatchObserver<T>;
  readonly #all: Set<Set<string>>;
  #reads = new Set<string>();
  #isRunning = false;
  #isStopped = false;
  /** What was written while the query ran, when it is not yet known what it will still read. */
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
