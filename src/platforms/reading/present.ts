import type { DisplayedTime } from '../../model/post.ts';
import type { Viewer } from '../contract.ts';

type Sought<T> = { readonly [Name in keyof T]: T[Name] | undefined };

/** The parts that were found: an absent field means "not found", so none is ever present without a value. */
export function present<T extends object>(parts: Sought<T>): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T;
}

/** The list, or the record, unless there is nothing in it. */
export function unlessEmpty<T extends object>(parts: T): T | undefined {
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** A time as the page showed it to this viewer. */
export function displayed(text: string | undefined, viewer: Viewer): DisplayedTime | undefined {
  return text === undefined ? undefined : { text, ...viewer };
}
