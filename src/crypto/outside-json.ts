/** Far above any real record. `parts` are lists and objects; `values` are those that a comma separates. */
const most = {
  levels: 100,
  parts: 1_000_000,
  values: 4_000_000,
  /** Members of one object; the elements of a list have no such limit. */
  members: 10_000,
  /** Length of one string as written, escapes included. */
  stringLength: 4_000_000,
} as const;

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openList, closeList] = [0x5b, 0x5d];
const [openObject, closeObject] = [0x7b, 0x7d];

/**
 * Parses untrusted JSON text. Undefined when it is not JSON, or exceeds the limits on nesting, size or string length:
 * code that later walks the value needs stack for each level and memory for each part, and how much is available
 * differs between browsers. Never throws.
 */
export function parseOutsideJson(text: string): unknown {
  if (!new JsonBounds().admits(text.length, at => text.charCodeAt(at))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Scans a JSON text in pieces, as UTF-8 or UTF-16, without keeping it, and tells whether it is within the limits of
 * {@link parseOutsideJson}. It does not check that the text is JSON.
 */
export class JsonBounds {
  #parts = 0;
  #values = 0;
  /** Length so far of the open string, in bytes or characters; undefined outside a string. */
  #string: number | undefined;
  #isEscaped = false;
  /** Number of members so far in each open object; undefined for a list. */
  readonly #open: (number | undefined)[] = [];

  /** Scans the next `length` codes. False once a limit is exceeded. */
  admits(length: number, codeAt: (at: number) => number): boolean {
    for (let at = 0; at < length; at++) {
      if (this.#string !== undefined) {
        at = this.#throughString(at, length, codeAt);
        if (this.#string !== undefined && this.#string > most.stringLength) return false;
      } else if (!this.#takes(codeAt(at))) return false;
    }
    return true;
  }

  /** The index at which the open string or the piece ends. */
  #throughString(start: number, length: number, codeAt: (at: number) => number): number {
    let at = start;
    for (; at < length; at++) {
      const code = codeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === backslash) this.#isEscaped = true;
      else if (code === quote) break;
    }
    const long = (this.#string ?? 0) + at - start;
    this.#string = at < length && long <= most.stringLength ? undefined : long;
    return at;
  }

  #takes(code: number): boolean {
    switch (code) {
      case quote:
        this.#string = 0;
        return true;
      case openList:
      case openObject:
        this.#parts += 1;
        this.#open.push(code === openObject ? 0 : undefined);
        return this.#open.length <= most.levels && this.#parts <= most.parts;
      case closeList:
      case closeObject:
        this.#open.pop();
        return true;
      case comma:
        return this.#countsValue();
      default:
        return true;
    }
  }

  #countsValue(): boolean {
    this.#values += 1;
    const last = this.#open.length - 1;
    const members = this.#open[last];
    if (members !== undefined) this.#open[last] = members + 1;
    return this.#values < most.values && (members ?? 0) < most.members;
  }
}
