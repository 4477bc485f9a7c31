/** A line of a form. Without a value it is left blank, to be filled in by hand. */
export type FormField = readonly [label: string, value?: string | undefined];

/**
 * A table whose head is repeated on every page. `widths` are the columns' shares of the page; `blankRows` are rows at
 * the end to be filled in by hand.
 */
export interface TableBlock {
  readonly kind: 'table';
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly blankRows?: number;
}

/**
 * One part of a paper, in the document and in its preview alike. `numbered` paragraphs are numbered through the whole
 * paper; `lines` are empty lines to write on; a `signature` is one line with a space for each label.
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

/** A paper: its parts, with `mark` at the head and `footer` at the foot of every page. */
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

/** A heading and the blocks under it. */
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

/** A numbered paragraph. `fine` is small print below the text, for digests: at that size each fits on one line. */
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
