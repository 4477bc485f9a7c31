import type { Fact } from '../../platforms/preservation.ts';

/** A line of a form. Without a value it is left blank to be filled in by hand. */
export type FormField = readonly [label: string, value?: string | undefined];

/** One part of a letter. The same blocks make the document and its preview. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'warning'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'form'; readonly caption?: string; readonly fields: readonly FormField[] }
  | { readonly kind: 'page-break' };

/** A letter: its parts, and what stands at the head and the foot of every page. */
export interface Letter {
  readonly mark: string;
  readonly footer: string;
  readonly blocks: readonly Block[];
}

/** A heading and what stands under it. */
export function section(heading: string, ...blocks: readonly Block[]): readonly Block[] {
  return [{ kind: 'heading', text: heading }, ...blocks];
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
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

/** What stands behind everything that was not read in the platform's own text. */
export const notConfirmed = 'not confirmed – check before sending';

/** The fact, marked where it is not confirmed. */
export function factWords({ text, confirmed }: Fact): string {
  return confirmed ? text : `${text} [${notConfirmed}]`;
}
