type Listener = (...details: unknown[]) => void;

/** The part of Node's `EventEmitter` that pdfmake uses, for a browser. */
export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  removeListener(event: string, listener: Listener): this {
    const others = (this.#listeners.get(event) ?? []).filter(each => each !== listener);
    this.#listeners.set(event, others);
    return this;
  }

  emit(event: string, ...details: unknown[]): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) listener.apply(this, details);
    return listeners.length > 0;
  }
}
