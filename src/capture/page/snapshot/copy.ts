import { Fault } from '../../../model/fault.ts';
import { rootOf } from '../../../platforms/dom.ts';
import { rewriteAddresses } from './css.ts';
import { isHarmlessData, Resources } from './resources.ts';
import { Tally } from './tally.ts';

/** Largest copy, in UTF-16 units. */
const largest = 40_000_000;

/** A piece of the file that can only be written once the resources are there. */
type Part = string | (() => string);

/** The file as it grows: text, and places where resources will stand. */
export class Copy {
  readonly resources = new Resources();
  readonly tally = new Tally();
  readonly base: string = Reflect.get(Node.prototype, 'baseURI', rootOf(document) ?? document);
  readonly #parts: Part[] = [];
  #length = 0;

  /** Adds text. Throws `capture.page.too-large` when the file grows beyond 40 million characters. */
  add(part: Part): void {
    this.#parts.push(part);
    if (typeof part === 'string') this.#grow(part.length);
  }

  /** The whole file. Throws `capture.page.too-large`. */
  write(): string {
    const pieces = this.#parts.map(part => {
      if (typeof part === 'string') return part;
      const text = part();
      this.#grow(text.length);
      return text;
    });
    return pieces.join('');
  }

  /** The address in full; undefined when it is no address. */
  resolve(address: string, base = this.base): string | undefined {
    return URL.canParse(address, base) ? new URL(address, base).href : undefined;
  }

  /** Style text whose addresses are inlined where the browser holds them, and dead otherwise. */
  styleText(css: string, base = this.base): () => string {
    rewriteAddresses(css, address => {
      const full = this.#remote(address, base);
      if (full !== undefined) this.resources.want(full);
      return '';
    });
    return () =>
      rewriteAddresses(css, address => {
        if (address === '' || address.startsWith('#') || isHarmlessData(address)) return address;
        const full = this.#remote(address, base);
        const data = full === undefined ? undefined : this.resources.get(full);
        if (data !== undefined) return data;
        this.tally.add('styleResource');
        return `data:,${encodeURIComponent((full ?? '').slice(0, 2_000))}`;
      });
  }

  #remote(address: string, base: string): string | undefined {
    if (address === '' || address.startsWith('#') || /^data:/i.test(address)) return undefined;
    return this.resolve(address, base);
  }

  #grow(length: number): void {
    this.#length += length;
    if (this.#length > largest) throw new Fault('capture.page.too-large');
  }
}
