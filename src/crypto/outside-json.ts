/** No record comes near these. A part is a list or an object; a value, one that a comma divides from the one before. */
const most = {
  levels: 100,
  parts: 1_000_000,
  values: 4_000_000,
  /** Members of one object, values of one list are not counted so. */
  members: 10_000,
  /** Of one string, as it is written. */
  stringLength: 4_000_000,
} as const;

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const [openList, closeList] = [0x5b, 0x5d];
const [openObject, closeObject] = [0x7b, 0x7d];

/**
 * What a JSON text from outside holds; undefined when it is not JSON, and also when lists and objects stand in one
 * another deeper, or are more, than in any record, or a string is longer: what walks through the value later needs stack for
 * each level and memory for each part, and how much there is differs between browsers. Never throws.
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
 * Follows a JSON text piece by piece, as UTF-8 or UTF-16, without holding it, and says whether
 * {@link parseOutsideJson} would look at it. Whether it is JSON at all is not said.
 */
export class JsonBounds {
  #parts = 0;
  #values = 0;
  /** Bytes or characters of the string that is open; undefined outside one. */
  #string: number | undefined;
  #isEscaped = false;
  /** Members so far of each object that is open; undefined for a list. */
  readonly #open: (number | undefined)[] = [];

  /** Takes the next `length` codes. False from where it is too much. */
  admits(length: number, codeAt: (at: number) => number): boolean {
    for (let at = 0; at < length; at++) {
      if (this.#string !== undefined) {
        at = this.#throughString(at, length, codeAt);
        if (this.#string !== undefined && this.#string > most.stringLength) return false;
      } else if (!this.#takes(codeAt(at))) return false;
    }
    return true;
  }

  /** Where the open string ends, or the piece. */
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
