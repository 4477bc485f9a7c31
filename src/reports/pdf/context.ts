import type { DrawableCharacters } from './drawable.ts';
import type { Inline } from './inline.ts';

/** A picture that stands among the images of the document, cut into pieces. */
export interface PlacedPicture {
  /** On paper, in points. */
  readonly width: number;
  readonly names: readonly string[];
}

/** What is known of a picture by its address in the report. */
export interface PictureFacts {
  /** Relative to the root of the ZIP. */
  readonly file: string;
  readonly sha256: string;
}

/** A line of the index. */
export interface IndexLine {
  readonly text: string;
  readonly id: string;
}

/** What the elements of one document share while they are turned into paper. */
export interface Context {
  readonly characters: DrawableCharacters;
  readonly placed: ReadonlyMap<string, PlacedPicture>;
  readonly facts: ReadonlyMap<string, PictureFacts>;
  readonly places: Places;
  readonly index: IndexLine[];
}

/** The places of a document that links lead to. Several ids may name the one place. */
export class Places {
  #waiting: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #links: Inline[] = [];

  /** The next text that is set down is the place of this id. */
  announce(id: string | undefined): void {
    if (id !== undefined && !this.#names.has(id)) this.#waiting.push(id);
  }

  /** The name for a text that is set down now; undefined when nobody asked for one. */
  take(): string | undefined {
    const [name] = this.#waiting;
    if (name === undefined) return undefined;
    for (const id of this.#waiting) this.#names.set(id, name);
    this.#waiting = [];
    return name;
  }

  /** Remembers the links among the stretches. */
  keepLinks(inlines: readonly Inline[]): void {
    this.#links.push(...inlines.filter(inline => inline.target !== undefined));
  }

  /** Gives every link its place; one that leads nowhere stays plain text. */
  settle(): void {
    for (const link of this.#links) {
      const name = this.#names.get(link.target ?? '');
      if (name !== undefined) link.linkToDestination = name;
      delete link.target;
    }
  }
}
