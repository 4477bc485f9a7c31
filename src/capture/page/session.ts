import type { PageAnswer } from '../../messaging/page-protocol.ts';
import type { Platform } from '../../platforms/contract.ts';
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
  readonly properties: readonly {
    readonly name: string;
    readonly value: string;
    readonly priority: string;
  }[];
}

/** What the agent remembers between questions, for one document. Nothing of it is visible to the page. */
export interface PageSession {
  chosen: ChosenPost | undefined;
  scrolledFrom: { readonly x: number; readonly y: number } | undefined;
  readonly styles: Map<HTMLElement | SVGElement, SavedStyle>;
  dismissPicker: (() => void) | undefined;
  readonly stillness: Stillness;
  /** The copy that was begun when the page was last read. */
  copy: Promise<PageAnswer<'snapshot'>> | undefined;
  /** Resolves when the screen shows the page without the picker that was taken away last. */
  cleared: Promise<void>;
}

/** A session in which nothing is chosen and nothing was changed. */
export function newSession(): PageSession {
  return {
    chosen: undefined,
    scrolledFrom: undefined,
    styles: new Map(),
    dismissPicker: undefined,
    stillness: new Stillness(),
    copy: undefined,
    cleared: Promise.resolve(),
  };
}
