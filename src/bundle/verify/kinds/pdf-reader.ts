/** The examined part of an object: the resolved names outside its streams. */
export interface PdfObject {
  readonly names: readonly string[];
  /** Whether its data is in another file (ISO 32000-2, table 5: `F` with a file's name or specification). */
  readonly hasOutsideData: boolean;
}

/** One token of an object's text. */
type Token =
  | { readonly kind: 'name' | 'word' | 'number'; readonly text: string }
  | { readonly kind: 'string' | 'open' | 'close' };

/**
 * Reads a PDF from beginning to end, object by object (ISO 32000-2, 7.2 to 7.5), in the form that pdfkit writes. Each
 * method returns undefined, or false, when the bytes differ from that form.
 */
export class PdfReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  header(): boolean {
    const [line] = /^%PDF-1\.\d\n%[\x80-\xff]{4}\n/.exec(this.#ahead(16)) ?? [];
    this.at += line?.length ?? 0;
    return line !== undefined;
  }

  /** The number of the object that begins here. */
  objectStart(): number | undefined {
    const match = /^([1-9]\d{0,8}) 0 obj\n/.exec(this.#ahead(24));
    this.at += match?.[0].length ?? 0;
    return match === null ? undefined : Number(match[1]);
  }

  /** The object up to and with `endobj`; its stream is skipped by its stated length. */
  object(): PdfObject | undefined {
    const names: string[] = [];
    let hasOutsideData = false;
    let length: number | undefined;
    let depth = 0;
    let before: string | undefined;
    for (let token = this.#token(); token !== undefined; token = this.#token()) {
      if (before === 'F' && (token.kind === 'string' || token.kind === 'open')) hasOutsideData = true;
      if (before === 'Length' && token.kind === 'number' && depth === 1) length = Number(token.text);
      before = token.kind === 'name' ? token.text : undefined;
      if (token.kind === 'name') names.push(token.text);
      if (token.kind === 'open') depth += 1;
      if (token.kind === 'close') depth -= 1;
      if (depth < 0) return undefined;
      if (token.kind !== 'word') continue;
      if (token.text === 'endobj' && depth === 0)
        return this.#skip('\n') ? { names, hasOutsideData } : undefined;
      if (token.text === 'stream') {
        if (depth !== 0 || length === undefined || !this.#skip('\n')) return undefined;
        this.at += length;
        return this.#skip('\nendstream\nendobj\n') ? { names, hasOutsideData } : undefined;
      }
      if (!/^(?:R|true|false|null)$/.test(token.text)) return undefined;
    }
    return undefined;
  }

  /** The stated offset of each object, by number. */
  crossReferences(): ReadonlyMap<number, number> | undefined {
    const match = /^xref\n0 (\d{1,9})\n0000000000 65535 f \n/.exec(this.#ahead(60));
    if (match === null) return undefined;
    this.at += match[0].length;
    const places = new Map<number, number>();
    for (let number = 1; number < Number(match[1]); number += 1) {
      const line = /^(\d{10}) 00000 n \n$/.exec(this.#ahead(20));
      if (line === null) return undefined;
      places.set(number, Number(line[1]));
      this.at += 20;
    }
    return places;
  }

  /** The trailer, which must be the last thing in the file. */
  trailer(listAt: number): PdfObject | undefined {
    if (!this.#skip('trailer\n')) return undefined;
    const names: string[] = [];
    let depth = 0;
    do {
      const token = this.#token();
      if (token === undefined) return undefined;
      if (token.kind === 'name') names.push(token.text);
      if (token.kind === 'word' && token.text !== 'R') return undefined;
      depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
    } while (depth > 0);
    const isEnd = this.#skip(`\nstartxref\n${listAt}\n%%EOF\n`) && this.at === this.#bytes.length;
    return isEnd ? { names, hasOutsideData: false } : undefined;
  }

  #token(): Token | undefined {
    while (isSpace(this.#bytes[this.at])) this.at += 1;
    const byte = this.#bytes[this.at];
    if (byte === undefined) return undefined;
    const char = String.fromCharCode(byte);
    if (char === '(') return this.#string();
    if (char === '/') {
      this.at += 1;
      return { kind: 'name', text: resolvedName(this.#regular()) };
    }
    const next = this.#bytes[this.at + 1];
    if (char === '<' && next !== byte) return this.#hexString();
    if (char === '<' || char === '>') {
      if (next !== byte) return undefined;
      this.at += 2;
      return { kind: char === '<' ? 'open' : 'close' };
    }
    if (char === '[' || char === ']') {
      this.at += 1;
      return { kind: char === '[' ? 'open' : 'close' };
    }
    const text = this.#regular();
    // A comment or anything else unexpected ends the reading.
    if (text === '') return undefined;
    return { kind: /^[+-]?\d*\.?\d+(?:e-?\d+)?$/.test(text) ? 'number' : 'word', text };
  }

  #string(): Token | undefined {
    let depth = 0;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29) depth -= 1;
      if (depth > 0) continue;
      this.at += 1;
      return { kind: 'string' };
    }
    return undefined;
  }

  #hexString(): Token | undefined {
    const end = this.#bytes.indexOf(0x3e, this.at);
    if (end === -1) return undefined;
    for (let at = this.at + 1; at < end; at += 1)
      if (!/[0-9A-Fa-f\s]/.test(String.fromCharCode(this.#bytes[at] ?? 0))) return undefined;
    this.at = end + 1;
    return { kind: 'string' };
  }

  /** A run of bytes that are neither spaces nor delimiters (7.2.3). */
  #regular(): string {
    const start = this.at;
    while (this.at < this.#bytes.length && isRegular(this.#bytes[this.at] ?? 0)) this.at += 1;
    // Longer than any name or number may be (annex C).
    if (this.at - start > 200) return '';
    return String.fromCharCode(...this.#bytes.subarray(start, this.at));
  }

  #skip(text: string): boolean {
    if (this.#ahead(text.length) !== text) return false;
    this.at += text.length;
    return true;
  }

  #ahead(length: number): string {
    return String.fromCharCode(...this.#bytes.subarray(this.at, this.at + length));
  }
}

const delimiters = new Set([0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25]);

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
}

function isRegular(byte: number): boolean {
  return !isSpace(byte) && !delimiters.has(byte);
}

/** `#` and two digits encode a byte (7.3.5). */
function resolvedName(written: string): string {
  return written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
