import { tunedCost } from '../crypto/passphrase-key.ts';
import type { SessionKey } from '../evidence/lock/session-key.ts';
import type { HeldKey } from '../evidence/store/held-key.ts';
import type { LogWriter } from '../evidence/writer.ts';
import { lockMinutesSchema } from '../model/lock.ts';

/** What the lock needs of the log and the browser. Times are milliseconds since the Unix epoch. */
export interface LockOptions {
  readonly writer: Pick<
    LogWriter,
    'setPassphrase' | 'changePassphrase' | 'removePassphrase' | 'unlock' | 'noteUnlocked'
  >;
  readonly key: SessionKey;
  readonly now: () => number;
  /** The moment of the last use in this session; undefined when there was none. */
  readonly usedAt: () => Promise<number | undefined>;
  readonly noteUse: () => Promise<void>;
  /** The setting of how many minutes without use lock the log, as it is stored. */
  readonly readMinutes: () => Promise<unknown>;
  /** Whether a recording runs, which counts as use. */
  readonly isRecording: () => boolean;
  /** Has {@link Lock.lockWhenUnused} called every minute, also after the background ended, or no longer. */
  readonly watchUse: (isWatched: boolean) => void;
  /** Called when the log can be read again, for what had to wait. */
  readonly onOpen: () => void;
}

/** Opens and locks the log. The passphrase itself is never kept. */
export class Lock {
  readonly #options: LockOptions;

  constructor(options: LockOptions) {
    this.#options = options;
  }

  /** Sets a passphrase; the log stays open. Where that fails, it stays without one, and no key is held. */
  async set(passphrase: string): Promise<void> {
    const { writer, now } = this.#options;
    const cost = await tunedCost(now);
    try {
      await writer.setPassphrase({ passphrase, cost, hold: vaultKey => this.#hold(vaultKey) });
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Changes the passphrase. Throws `lock.passphrase.wrong`, `lock.passphrase.too-soon`. */
  async change(before: string, passphrase: string): Promise<void> {
    const { writer, now } = this.#options;
    await writer.changePassphrase({ before, passphrase, cost: await tunedCost(now) });
  }

  /** Removes the passphrase. Throws as {@link change} does. */
  async remove(passphrase: string): Promise<void> {
    await this.#options.writer.removePassphrase(passphrase);
    await this.close();
  }

  /**
   * Opens the log. Throws as {@link change} does. A chain that cannot take the event, for a full disk, must not keep
   * the log shut.
   */
  async open(passphrase: string): Promise<void> {
    const { writer, onOpen } = this.#options;
    const { vaultKey, wrongTries } = await writer.unlock(passphrase);
    await this.#hold(vaultKey);
    await writer.noteUnlocked(wrongTries).catch(() => undefined);
    onOpen();
  }

  /** Locks the log at once. Does nothing when it is locked or has no passphrase. */
  async close(): Promise<void> {
    this.#options.watchUse(false);
    await this.#options.key.release();
  }

  /**
   * Locks the log when nobody used it for as long as was chosen. The computer may have slept, or its clock been set
   * back: both lock. Call it when the background starts, too.
   */
  async lockWhenUnused(): Promise<void> {
    const { key, isRecording, noteUse, usedAt, readMinutes, now } = this.#options;
    if ((await key.read()) === undefined) return this.#options.watchUse(false);
    if (isRecording()) return noteUse();
    const unused = now() - ((await usedAt()) ?? 0);
    const minutes = lockMinutesSchema.parse(await readMinutes().catch(() => undefined));
    if (unused < 0 || unused >= minutes * 60_000) await this.close();
  }

  async #hold(vaultKey: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#options.noteUse();
    await this.#options.key.hold(vaultKey);
    vaultKey.fill(0);
    this.#options.watchUse(true);
  }
}

/** A held key that outlasts locking while there is work. */
export interface WorkKey extends HeldKey {
  /** Lets go of a key that was kept for work that has ended. */
  letGo(): void;
}

/** The key for the background's own log: recordings that run when the log is locked are kept to their end. */
export function keyForWork(key: HeldKey, isAtWork: () => boolean): WorkKey {
  let last: Uint8Array<ArrayBuffer> | undefined;
  const watchers = new Set<() => void>();
  const changed = () => {
    if (isAtWork()) return;
    last = undefined;
    for (const onChange of watchers) onChange();
  };
  key.watch(changed);
  return {
    async read() {
      const held = await key.read();
      if (held !== undefined) last = held;
      return held ?? (isAtWork() ? last : undefined);
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    letGo: changed,
  };
}
