import type { VisibleParts } from '../../messaging/page-protocol.ts';

/** Draws copies of pages away from the pages themselves, so that both can be compared. */
export interface CopyDrawing {
  /** Prepares for copies that will come soon. Never fails. */
  prepare(): void;
  /**
   * Draws the copy once in a frame that runs and loads nothing, through a window like the page's, and lists what it
   * shows. Throws an Error that says in plain words why it could not be drawn.
   */
  draw(html: string, view: VisibleParts['view']): Promise<VisibleParts>;
  /** Undoes one `prepare`. */
  release(): void;
}
