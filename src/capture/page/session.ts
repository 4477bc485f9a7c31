import type { PageChange } from '../../model/capture.ts';
import type { Platform } from '../../platforms/contract.ts';
import { Mark } from './mark.ts';
import { Stillness } from './stillness.ts';

/** The post to be recorded. It is held by reference; `permalink` finds it again when the page replaces it. */
export interface ChosenPost {
  readonly element: Element;
  readonly platform: Platform;
  readonly permalink: string | undefined;
}

/** An element's style as it was before Holdfast touched it, and what Holdfast wrote. */
export interface SavedStyle {
  readonly attribute: string | null;
  readonly written: string | null;
  /** Every property that Holdfast wrote, with its value. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly properties: readonly {
    readonly name: string;
    readonly value: string;
    readonly priority: string;
  }[];
}

/**
 * What the agent remembers between questions, for one document. Nothing of it is visible to the page but the mark, and
 * that only beside what is altered.
 */
export interface PageSession {
  chosen: ChosenPost | undefined;
  scrolledFrom: { readonly x: number; readonly y: number } | undefined;
  readonly styles: Map<HTMLElement | SVGElement, SavedStyle>;
  dismissPicker: (() => void) | undefined;
  readonly stillness: Stillness;
  /** Resolves when the screen shows the page without the picker that was taken away last. */
  cleared: Promise<void>;
  readonly mark: Mark;
  /** What an interrupted recording had left altered and was put right, for the next record to say. */
  readonly putRight: PageChange[];
}

/** A session in which nothing is chosen and nothing was changed. */
export function newSession(): PageSession {
  return {
    chosen: undefined,
    scrolledFrom: undefined,
    styles: new Map(),
    dismissPicker: undefined,
    stillness: new Stillness(),
    cleared: Promise.resolve(),
    mark: new Mark(),
    putRight: [],
  };
}
