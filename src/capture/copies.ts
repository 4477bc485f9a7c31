import type { VisibleParts } from '../messaging/page-protocol.ts';

/** Draws copies of pages, away from every page, so that they can be compared with what they are copies of. */
export interface CopyDrawing {
  /** Makes ready for copies that will come soon. Never fails. */
  prepare(): void;
  /**
   * Draws the copy once, in a frame in which nothing runs or loads, through a window like the page's, and lists what it
   * shows. Throws an Error that says in plain words why it could not be drawn.
   */
  draw(html: string, view: VisibleParts['view']): Promise<VisibleParts>;
  /** No copy will come soon. */
  release(): void;
}
