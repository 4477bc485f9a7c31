import type { DisplayedTime } from '../../model/post.ts';
import type { Viewer } from '../contract.ts';

type Sought<T> = { readonly [Name in keyof T]: T[Name] | undefined };

/** The object without undefined fields: an absent field means "not found". */
export function present<T extends object>(parts: Sought<T>): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T;
}

/** The list or record; undefined when it is empty. */
export function unlessEmpty<T extends object>(parts: T): T | undefined {
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** A time as the page showed it to this viewer; undefined without text. */
export function displayed(text: string | undefined, viewer: Viewer): DisplayedTime | undefined {
  return text === undefined ? undefined : { text, ...viewer };
}
