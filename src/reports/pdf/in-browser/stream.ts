import { EventEmitter } from './events.ts';

/** The part of Node's readable stream that pdfkit uses. Pushed bytes wait until the end, then arrive as `data`. */
export class Readable extends EventEmitter {
  #waiting: Uint8Array[] = [];

  push(chunk: Uint8Array | null): boolean {
    if (chunk !== null) {
      this.#waiting.push(chunk);
      return true;
    }
    const chunks = this.#waiting;
    this.#waiting = [];
    for (const each of chunks) this.emit('data', each);
    this.emit('end');
    return false;
  }
}

export default { Readable };
