import type { Box } from './box.ts';
import type { Layer } from './paint-order.ts';

/** Words that form one text, or that generated content, a picture or a button contributes. */
export interface Run {
  readonly kind: 'run';
  /** The words as drawn; shortened when part of them turns out to be covered. */
  text: string;
  /** Whether its white space is preserved. */
  readonly keep: boolean;
  /** The boxes of its lines; empty where they are unknown. */
  readonly lines: readonly Box[];
  readonly drawn: Drawn | undefined;
}

/** How a run is drawn, to find what lies over and under it. */
export interface Drawn {
  /** The text node; undefined for generated content, a picture or a button. */
  readonly node: Node | undefined;
  readonly parent: Element;
  readonly layers: readonly Layer[];
  /** The panes through which it is seen, outermost first. */
  readonly panes: readonly Box[];
  /** The element's number in the order of the walk. */
  readonly order: number;
  readonly colour: string;
  readonly opacity: number;
  readonly isStill: boolean;
  /** The text of the letters whose box satisfies `isSeen`. */
  partly(isSeen: (letter: Box) => boolean): string;
  /** The text of each line, with its box. */
  split(): readonly { readonly text: string; readonly box: Box }[];
  /** Whether style forces the order of its letters. */
  readonly isForced: boolean;
}

/** A box of the page with its content. */
export interface Block {
  readonly kind: 'block';
  items: Item[];
  /** Line breaks before and after it. */
  readonly breaks: 0 | 1 | 2;
  readonly isCell: boolean;
  /** Whether its words are quoted from somebody else. */
  readonly isQuoted: boolean;
  /** Whether style may have moved it from its place. */
  readonly isMovable: boolean;
  /** Whether positioned descendants are placed relative to it. */
  readonly holdsPlaced: boolean;
  /** Whether it moves against the page while the page scrolls. */
  readonly isStill: boolean;
  readonly inColumns: boolean;
  readonly hasItems: boolean;
  readonly isRightToLeft: boolean;
  readonly writingMode: string;
  box: Box | undefined;
}

export type Item = Run | Block;

/** A painted box, which covers what is under it or is the background of what is over it. */
export interface Painted {
  readonly box: Box;
  readonly layers: readonly Layer[];
  readonly panes: readonly Box[];
  /** The elements numbered `order` to `end` are inside it. */
  readonly order: number;
  end: number;
  readonly isOpaque: boolean;
  /** The computed background colour; undefined for a picture. */
  readonly colour: string | undefined;
  readonly isStill: boolean;
}
