import type { Box } from './box.ts';
import type { Layer } from './paint-order.ts';

/** Words that stand together in one text, or that a style, a picture or a button puts in their place. */
export interface Run {
  readonly kind: 'run';
  /** The words as they are drawn; changed when part of them turns out to be covered. */
  text: string;
  /** Whether its white space is kept as it is. */
  readonly keep: boolean;
  /** Where each of its lines lies; empty where that cannot be told. */
  readonly lines: readonly Box[];
  readonly drawn: Drawn | undefined;
}

/** How a run is drawn, to find out what lies over and under it. */
export interface Drawn {
  /** The text that it was made of; undefined for words of a style, a picture or a button. */
  readonly node: Node | undefined;
  readonly parent: Element;
  readonly layers: readonly Layer[];
  /** The panes through which it is seen, the outermost first. */
  readonly panes: readonly Box[];
  /** Number of the element in the order of the walk. */
  readonly order: number;
  readonly colour: string;
  readonly opacity: number;
  readonly isStill: boolean;
  /** The text of the part for which `isSeen` holds of each letter's box. */
  partly(isSeen: (letter: Box) => boolean): string;
  /** The text of each line, with its box. */
  split(): readonly { readonly text: string; readonly box: Box }[];
  /** Whether the order of its letters was forced by style. */
  readonly isForced: boolean;
}

/** A box of the page with what stands in it. */
export interface Block {
  readonly kind: 'block';
  items: Item[];
  /** Line breaks before and after it. */
  readonly breaks: 0 | 1 | 2;
  readonly isCell: boolean;
  /** Whether its words are quoted from somebody else. */
  readonly isQuoted: boolean;
  /** Whether style may have put it away from its place. */
  readonly isMovable: boolean;
  /** Whether what is put away from its place inside is placed against it. */
  readonly holdsPlaced: boolean;
  /** Whether its place in the page changes while the page scrolls. */
  readonly isStill: boolean;
  readonly inColumns: boolean;
  readonly hasItems: boolean;
  readonly isRightToLeft: boolean;
  readonly writingMode: string;
  box: Box | undefined;
}

export type Item = Run | Block;

/** A box that is painted, and so covers what is under it or makes the ground of what is over it. */
export interface Painted {
  readonly box: Box;
  readonly layers: readonly Layer[];
  readonly panes: readonly Box[];
  /** The elements from `order` up to `end` stand inside it. */
  readonly order: number;
  end: number;
  readonly isOpaque: boolean;
  /** The computed colour of its ground; undefined for a picture. */
  readonly colour: string | undefined;
  readonly isStill: boolean;
}
