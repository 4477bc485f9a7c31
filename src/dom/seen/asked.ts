/** The options of a walk. */
export interface Asked {
  /** Whether pictures are replaced by their alternative text. */
  readonly pictures: boolean;
  /** Whether white space counts where there is no layout, and so no style of the site. */
  readonly keepsLines: boolean;
  /** Whether generated content is left out. */
  readonly leavesOutWritten: boolean;
  /** The element whose words are wanted; undefined for everything. */
  readonly only: Element | undefined;
  /** Whether the element and its content are left out. */
  isLeftOut(element: Element): boolean;
  /** Whether the element is a quotation, which is marked in the text. */
  isQuotation(element: Element): boolean;
  /** Whether Holdfast itself hid the element for a screenshot. */
  isOurs(element: Element): boolean;
}
