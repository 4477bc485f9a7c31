interface Write {
  /** Writes the current state. */
  readonly write: () => Promise<unknown>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds between one write and the next. */
  readonly gapMs: number;
}

/**
 * Writes the current state at once, and again after a gap when asked meanwhile. A failed write is dropped, because the
 * next one holds everything that it would have.
 */
export class LatestWrite {
  readonly #how: Write;
  #writing: Promise<void> | undefined;
  #isDue = false;
  #endGap: () => void = () => undefined;

  constructor(how: Write) {
    this.#how = how;
  }

  /** Asks for a write. Does not wait and never fails. */
  due(): void {
    this.#isDue = true;
    this.#writing ??= this.#run().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Asks for a write without waiting for the gap. */
  dueNow(): void {
    this.due();
    this.#endGap();
  }

  /** Resolves when nothing is left to write. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Drops a write that has not begun. */
  cancel(): void {
    this.#isDue = false;
    this.#endGap();
  }

  #gap(): Promise<void> {
    const called = new Promise<void>(resolve => {
      this.#endGap = resolve;
    });
    return Promise.race([called, this.#how.sleep(this.#how.gapMs)]);
  }

  async #run(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      await this.#how.write().catch(() => undefined);
      await this.#gap();
    }
  }
}
