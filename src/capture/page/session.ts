import type { PageAnswer, View } from '../../messaging/page-protocol.ts';
import type { PageChange } from '../../model/capture.ts';
import type { Platform } from '../../platforms/contract.ts';
import { Mark } from './mark.ts';
import { Stillness } from './stillness.ts';
import type { Point } from './view/box.ts';
import type { Sight } from './view/sight.ts';

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

/** What tells one state of the document on the screen from another: how often it had changed, and where it stood. */
export interface ShownState {
  readonly changes: number;
  readonly x: number;
  readonly y: number;
}

/**
 * What is to be seen whole: the document in the window, what a pane scrolls, or the box of one element (a post, a
 * dialog). `scroller` says in plain words what is scrolled where it is not the window alone.
 */
export interface Aim {
  readonly kind: 'document' | 'pane' | 'box';
  readonly element: Element;
  readonly scroller: string | undefined;
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
  /** The copy that was begun when the page was last read. */
  copy: Promise<PageAnswer<'snapshot'>> | undefined;
  /** How the document was when the screen was last known to show it; undefined when that is not known. */
  shown: ShownState | undefined;
  /** Resolves when the screen shows the page without the picker that was taken away last. */
  cleared: Promise<void>;
  /** What the page's own questions are about, once it was settled. */
  aim: Aim | undefined;
  /** Where boxes that scroll by themselves stood first. */
  readonly panes: Map<Element, Point>;
  /** The window as it was looked at last, to tell what stands still. */
  sight: Sight | undefined;
  /** What was hidden, or let stand in its own place, and named. */
  readonly treated: Set<Element>;
  /** Whose background was let move with the page, and named. */
  readonly grounds: Set<Element>;
  /** What hides what styles alone draw; cancelled, it is seen again. */
  unpainted: Animation[];
  /** Changes of the page that no answer has told yet. */
  readonly untold: PageChange[];
  /** Where a walk goes on that ended in the middle of a row. */
  walk: Point | undefined;
  /** What moved without end when it was waited for. */
  readonly unresting: WeakSet<Element>;
  /** Where the picker drew last, in the window, and in which colour. */
  marks: View['marks'];
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
    copy: undefined,
    shown: undefined,
    cleared: Promise.resolve(),
    aim: undefined,
    panes: new Map(),
    sight: undefined,
    treated: new Set(),
    grounds: new Set(),
    unpainted: [],
    untold: [],
    walk: undefined,
    unresting: new WeakSet(),
    marks: [],
    mark: new Mark(),
    putRight: [],
  };
}
