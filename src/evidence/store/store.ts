import Dexie, { type ObservabilitySet } from 'dexie';
import { z } from 'zod';
import { type Random, systemRandom } from '../../crypto/random.ts';
import { SealError, seal, unseal } from '../../crypto/sealing.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import { type Instant, toInstant } from '../../model/identifiers.ts';
import { EvidenceDatabase } from './database.ts';
import { toFault } from './faults.ts';
import { type HeldKey, noHeldKey } from './held-key.ts';
import { hasNoRoom } from './room.ts';
import { vaultKeyOf } from './vault.ts';

/**
 * `now` is this computer's clock; `random` is the platform's generator. Tests may replace them. Without a `heldKey`, a
 * log with a passphrase is always locked.
 */
export interface LogOptions {
  readonly databaseName?: string;
  readonly now: () => Date;
  readonly random?: Random;
  readonly heldKey?: HeldKey;
}

/**
 * The database and the vault that reader and writer share. `relaxed` is a second connection for notes that may be lost
 * in a power failure, so that they need not wait for the disk.
 */
export class LogStore {
  readonly database: EvidenceDatabase;
  readonly relaxed: EvidenceDatabase;
  readonly random: Random;
  readonly heldKey: HeldKey;
  readonly #now: () => Date;
  readonly #gaveWay = new AbortController();
  #vaultKey: Promise<CryptoKey> | undefined;
  readonly #unwatchHeld: () => void;
  #isClosed = false;

  constructor({ databaseName = 'evidence', now, random = systemRandom, heldKey = noHeldKey }: LogOptions) {
    this.database = new EvidenceDatabase(databaseName);
    this.relaxed = new EvidenceDatabase(databaseName, 'relaxed');
    this.random = random;
    this.heldKey = heldKey;
    this.#unwatchHeld = heldKey.watch(() => this.#forgetKey());
    this.#now = now;
    for (const each of [this.database, this.relaxed]) each.on('versionchange', event => this.#giveWay(event));
    Dexie.on('storagemutated', this.#onWrite);
  }

  /** Aborted once a newer Holdfast has taken over the log; every later act throws the Fault `log.newer`. */
  get gaveWay(): AbortSignal {
    return this.#gaveWay.signal;
  }

  now(): Instant {
    return toInstant(this.#now().getTime());
  }

  /**
   * The vault key, made when there is none. A failure to open it is not remembered. Throws Fault `log.locked` while the
   * log has a passphrase and is not unlocked.
   */
  vaultKey(): Promise<CryptoKey> {
    this.#vaultKey ??= vaultKeyOf(this).catch((error: unknown) => {
      this.#vaultKey = undefined;
      throw error;
    });
    return this.#vaultKey;
  }

  async sealBytes(context: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return seal(await this.vaultKey(), bytes, context, this.random);
  }

  /** Throws SealError when the bytes do not open under this context. */
  async unsealBytes(context: string, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return unseal(await this.vaultKey(), sealed, context);
  }

  sealJson(context: string, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return this.sealBytes(context, new TextEncoder().encode(JSON.stringify(value)));
  }

  /** Throws SealError when the bytes do not open or do not match the schema. */
  async unsealJson<S extends z.ZodType>(
    schema: S,
    context: string,
    sealed: Uint8Array,
  ): Promise<z.output<S>> {
    const text = new TextDecoder().decode(await this.unsealBytes(context, sealed));
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
      throw new SealError(`${context} holds something else`, { cause: error });
    }
  }

  /** The value; undefined when the row does not open, so that one row in a list does not hide the others. */
  async tryUnsealJson<S extends z.ZodType>(
    schema: S,
    context: string,
    sealed: Uint8Array,
  ): Promise<z.output<S> | undefined> {
    try {
      return await this.unsealJson(schema, context, sealed);
    } catch (error) {
      if (error instanceof SealError && !(await this.#isLocked())) return undefined;
      throw error;
    }
  }

  /** Runs an act and converts its errors to Faults for the user. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    try {
      await this.#reopen();
      return await act();
    } catch (error) {
      if (this.gaveWay.aborted) throw new Fault('log.newer', String(error), { cause: error });
      const fault = toFault(error, this.database.isOpen());
      throw faultCodeOf(fault) === 'log.not-readable' && (await hasNoRoom())
        ? new Fault('log.disk.full', String(error), { cause: error })
        : fault;
    }
  }

  #forgetKey(): void {
    this.#vaultKey = undefined;
  }

  /** Another context may have restored a backup, and with it another vault key. */
  readonly #onWrite = (parts: ObservabilitySet): void => {
    const vault = `idb://${this.database.name}/vault/`;
    if (Object.keys(parts).some(name => name === 'all' || name.startsWith(vault))) this.#forgetKey();
  };

  /**
   * Another context wants to open the log with a later version and waits until all others have closed it. Transactions
   * that have begun are finished first. Dexie alone would reopen it and write to a version it does not know.
   */
  #giveWay({ newVersion }: IDBVersionChangeEvent): boolean | undefined {
    if (newVersion === null) return undefined;
    for (const each of [this.database, this.relaxed]) each.close();
    this.#gaveWay.abort();
    return false;
  }

  close(): void {
    this.#isClosed = true;
    Dexie.on.storagemutated.unsubscribe(this.#onWrite);
    this.#unwatchHeld();
    this.database.close();
    this.relaxed.close();
  }

  /** Dexie stays closed after it failed to open, for example on a full disk, so the next act tries again. */
  async #reopen(): Promise<void> {
    if (this.#isClosed || this.gaveWay.aborted) return;
    for (const each of [this.database, this.relaxed]) if (each.hasFailed()) await each.open();
  }

  /** Whether no row can open, so that an empty list would be wrong. */
  async #isLocked(): Promise<boolean> {
    return this.vaultKey().then(
      () => false,
      () => true,
    );
  }
}
