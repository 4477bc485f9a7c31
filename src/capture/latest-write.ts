/**
 * Writes what stands at the moment, one write at a time; a write that was overtaken before it began is left out.
 * A write that fails is forgotten: the next one holds all that it would have.
 */
export class LatestWrite {
  readonly #write: () => Promise<unknown>;
  #writing: Promise<void> | undefined;
  #isDue = false;

  constructor(write: () => Promise<unknown>) {
    this.#write = write;
  }

  /** Asks for a write. Waits for nothing and never fails. */
  due(): void {
    this.#isDue = true;
    this.#writing ??= this.#run().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when nothing is left to write. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #run(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      await this.#write().catch(() => undefined);
    }
  }
}
