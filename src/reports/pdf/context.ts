import type { Content } from 'pdfmake/interfaces.js';
import { type Block, joinedBlocks } from './block.ts';
import type { DrawableCharacters } from './drawable.ts';
import type { Inline } from './inline.ts';
import type { Node } from './tree.ts';

/** A picture among the images of the document, cut into pieces. */
export interface PlacedPicture {
  /** Width on paper, in points. */
  readonly width: number;
  readonly names: readonly string[];
}

/** The facts of a picture, found by its address in the report. */
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

/** What the elements of one document share while they are laid out. */
export interface Context {
  readonly characters: DrawableCharacters;
  readonly placed: ReadonlyMap<string, PlacedPicture>;
  readonly facts: ReadonlyMap<string, PictureFacts>;
  readonly places: Places;
  readonly index: IndexLine[];
  /** The nodes as blocks, one below the other. A table or a figure calls it for its contents. */
  readonly blocksOf: (nodes: readonly Node[], context: Context, around: Surroundings) => Block[];
}

/** The surroundings of an element that affect its layout. */
export interface Surroundings {
  readonly isInSheet: boolean;
  /** In a cell or an item of a list: no space around a paragraph. */
  readonly isTight: boolean;
  /** In a column of a table. */
  readonly isNarrow: boolean;
  readonly color?: string;
  readonly bold?: boolean;
}

/** The nodes as a single content, for a cell or an item of a list. */
export function contentOf(nodes: readonly Node[], context: Context, around: Surroundings): Content {
  const contents = joinedBlocks(context.blocksOf(nodes, context, around));
  return contents.length === 1 && contents[0] !== undefined ? contents[0] : { stack: contents };
}

/** The targets of a document's links. Several ids may name the same place. */
export class Places {
  #waiting: string[] = [];
  readonly #names = new Map<string, string>();
  readonly #links: Inline[] = [];

  /** The next text that is laid out becomes the target of this id. */
  announce(id: string | undefined): void {
    if (id !== undefined && !this.#names.has(id)) this.#waiting.push(id);
  }

  /** The name for a text that is laid out now; undefined when no id waits for one. */
  take(): string | undefined {
    const [name] = this.#waiting;
    if (name === undefined) return undefined;
    for (const id of this.#waiting) this.#names.set(id, name);
    this.#waiting = [];
    return name;
  }

  /** Remembers the links among the inlines. */
  keepLinks(inlines: readonly Inline[]): void {
    this.#links.push(...inlines.filter(inline => inline.target !== undefined));
  }

  /** Gives every link its target. A link that leads nowhere becomes plain text. */
  settle(): void {
    for (const link of this.#links) {
      const name = this.#names.get(link.target ?? '');
      if (name !== undefined) link.linkToDestination = name;
      delete link.target;
    }
  }
}
