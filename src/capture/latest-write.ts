interface Write {
  /** Writes what stands at the moment. */
  readonly write: () => Promise<unknown>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds between one write and the next. */
  readonly gapMs: number;
}

/**
 * Writes what stands at the moment: at once, and then again after a gap when it was asked for meanwhile. A write
 * that fails is forgotten: the next one holds all that it would have.
 */
export class LatestWrite {
  readonly #how: Write;
  #writing: Promise<void> | undefined;
  #isDue = false;
  #endGap: () => void = () => undefined;

  constructor(how: Write) {
    this.#how = how;
  }

  /** Asks for a write. Waits for nothing and never fails. */
  due(): void {
    this.#isDue = true;
    this.#writing ??= this.#run().finally(() => {
      this.#writing = undefined;
    });
  }

  /** The same without the gap. */
  dueNow(): void {
    this.due();
    this.#endGap();
  }

  /** Resolves when nothing is left to write. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Leaves out what has not begun to be written. */
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
