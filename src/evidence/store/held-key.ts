/**
 * Where the vault key of a log with a passphrase is held while it is unlocked: in memory that ends with the browser,
 * never on the disk.
 */
export interface HeldKey {
  /** The 32 bytes of the vault key; undefined while the log is locked. */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Calls `onChange` when the log was locked or unlocked, by any context. Returns what ends the watch. */
  watch(onChange: () => void): () => void;
}

/** Of a log that nobody has unlocked here. */
export const noHeldKey: HeldKey = { read: async () => undefined, watch: () => () => undefined };
