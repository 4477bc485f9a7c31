/** What a walk is asked for. */
export interface Asked {
  /** Whether pictures are told by their alternative text. */
  readonly pictures: boolean;
  /** Whether white space counts where there is no layout, and so no style of the site, to say so. */
  readonly keepsLines: boolean;
  /** Whether what style writes beside the words is left out. */
  readonly leavesOutWritten: boolean;
  /** The element whose words are wanted, of all that is walked through; undefined for all of it. */
  readonly only: Element | undefined;
  /** Whether the element and all in it is no part of what is asked for. */
  isLeftOut(element: Element): boolean;
  /** Whether the element is a quotation, which is marked in the text. */
  isQuotation(element: Element): boolean;
  /** Whether the element was hidden by Holdfast itself, for a picture of the page. */
  isOurs(element: Element): boolean;
}
