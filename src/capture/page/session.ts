import type { PageAnswer, View } from '../../messaging/page-protocol.ts';
import type { PageChange } from '../../model/capture.ts';
import type { Platform } from '../../platforms/contract.ts';
import { Mark } from './mark.ts';
import { Stillness } from './stillness.ts';
import type { Point } from './view/box.ts';
import type { Sight } from './view/sight.ts';

/** The post to be recorded, held by reference; `permalink` finds it again when the page replaces its element. */
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

/** Identifies a state of the document on the screen: its number of changes, and its scroll position. */
export interface ShownState {
  readonly changes: number;
  readonly x: number;
  readonly y: number;
}

/**
 * What is to be seen whole: the document in the window, the content of a pane, or the box of one element (a post, a
 * dialog). `scroller` names in plain words what is scrolled when it is not the window alone.
 */
export interface Aim {
  readonly kind: 'document' | 'pane' | 'box';
  readonly element: Element;
  readonly scroller: string | undefined;
}

/**
 * What the agent remembers between questions, for one document. Only the mark is visible to the page, and only beside
 * what is altered.
 */
export interface PageSession {
  chosen: ChosenPost | undefined;
  scrolledFrom: { readonly x: number; readonly y: number } | undefined;
  readonly styles: Map<HTMLElement | SVGElement, SavedStyle>;
  dismissPicker: (() => void) | undefined;
  readonly stillness: Stillness;
  /** The copy begun when the page was last read. */
  copy: Promise<PageAnswer<'snapshot'>> | undefined;
  /** The document's state when the screen was last known to show it; undefined when unknown. */
  shown: ShownState | undefined;
  /** Resolves when the screen shows the page without the last picker. */
  cleared: Promise<void>;
  /** What a recording of the page aims at, once that was decided. */
  aim: Aim | undefined;
  /** Where panes were first scrolled to. */
  readonly panes: Map<Element, Point>;
  /** The window as last looked at, to find what stands still. */
  sight: Sight | undefined;
  /** What was hidden or put in place, and named. */
  readonly treated: Set<Element>;
  /** Elements whose background was made to scroll with the page, and that were named. */
  readonly grounds: Set<Element>;
  /** Animations that hide what only styles draw; cancelling one shows it again. */
  unpainted: Animation[];
  /** Changes to the page that no answer has reported yet. */
  readonly untold: PageChange[];
  /** Where a walk that ended in the middle of a row continues. */
  walk: Point | undefined;
  /** What moved without end when it was waited for. */
  readonly unresting: WeakSet<Element>;
  /** Where the picker last drew, in the window, and in which colour. */
  marks: View['marks'];
  readonly mark: Mark;
  /** Notes for the next record on what an interrupted recording had left altered and was restored. */
  readonly putRight: PageChange[];
}

/** A session with nothing chosen and nothing changed. */
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
