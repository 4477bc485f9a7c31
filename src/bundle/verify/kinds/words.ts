/** Limit on the words kept of one page; these are enough to identify it. */
const mostWords = 8_000;

/** The different words of a text, as numbers that rarely coincide. */
export class Words {
  readonly #numbers = new Set<number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** Adds the words of a text, up to a number that is enough to identify a page. */
  add(text: string): void {
    for (const word of wordsOf(text)) {
      if (this.#numbers.size >= mostWords) return;
      this.#numbers.add(numberOf(word));
    }
  }

  /** Whether words may have been left out. */
  get isCut(): boolean {
    return this.#numbers.size >= mostWords;
  }

  has(word: string): boolean {
    return this.#numbers.has(numberOf(word));
  }
}

/** The words of a text with at least four letters or digits, whatever separates them. */
export function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{4,}/gu)) yield word.toLowerCase();
}

/** FNV-1a of 32 bits: distinguishes words but protects nothing. */
function numberOf(word: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number ^ word.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
