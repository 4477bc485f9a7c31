/** A line of a form. Without a value it is left blank to be filled in by hand. */
export type FormField = readonly [label: string, value?: string | undefined];

/**
 * A table whose head stands again on every page. `widths` are shares of the page, one a column; `blankRows` are
 * rows at the end that are filled in by hand.
 */
export interface TableBlock {
  readonly kind: 'table';
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly blankRows?: number;
}

/**
 * One part of a paper. The same blocks make the document and its preview. `numbered` paragraphs count on through
 * the whole paper; `lines` are empty lines for a pen; a `signature` is one line with a place for each label.
 */
export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'warning';
      readonly text: string;
    }
  | { readonly kind: 'numbered'; readonly text: string; readonly fine?: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'form'; readonly caption?: string; readonly fields: readonly FormField[] }
  | TableBlock
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'signature'; readonly labels: readonly string[] }
  | { readonly kind: 'page-break' };

/** A paper: its parts, and what stands at the head and the foot of every page. */
export interface Paper {
  readonly mark: string;
  readonly footer: string;
  /** A second sentence at the foot of every page, in small print. */
  readonly limits?: string;
  /** Places to sign at the foot of every page. */
  readonly pageSignature?: readonly string[];
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}

/** A heading and what stands under it. */
export function section(heading: string, ...blocks: readonly Block[]): readonly Block[] {
  return [{ kind: 'heading', text: heading }, ...blocks];
}

export function title(text: string): Block {
  return { kind: 'title', text };
}

export function subheading(text: string): Block {
  return { kind: 'subheading', text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** `fine` are lines in small print under the text, for digests: each fits on one line so. */
export function numbered(text: string, fine?: string): Block {
  return { kind: 'numbered', text, ...(fine !== undefined && { fine }) };
}

export function warning(text: string): Block {
  return { kind: 'warning', text };
}

export function list(entries: readonly string[]): Block {
  return { kind: 'list', entries };
}

export function form(fields: readonly FormField[], caption?: string): Block {
  return { kind: 'form', ...(caption !== undefined && { caption }), fields };
}

export function table(content: Omit<TableBlock, 'kind'>): Block {
  return { kind: 'table', ...content };
}

export function lines(count: number): Block {
  return { kind: 'lines', count };
}

export function signature(...labels: readonly string[]): Block {
  return { kind: 'signature', labels };
}
