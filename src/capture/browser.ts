import type { PageArguments, PageQuestion } from '../messaging/page-protocol.ts';
import type { Rect, Software } from '../model/capture.ts';

/** A tab as the browser describes it. `url` and `title` are absent when Holdfast may not see them. */
export interface CaptureTab {
  readonly id: number;
  readonly windowId: number;
  readonly active: boolean;
  readonly discarded: boolean;
  readonly incognito: boolean;
  readonly url?: string;
  readonly title?: string;
}

/** The arguments of one question to the page; most have none. */
export type ArgumentsOf<Q extends PageQuestion> = Q extends keyof PageArguments
  ? PageArguments[Q]
  : undefined;

/** One question with its arguments. */
export type Question = {
  readonly [Q in PageQuestion]: { readonly question: Q; readonly args: ArgumentsOf<Q> };
}[PageQuestion];

/** The agent's answer to one of several questions, not yet parsed, or the fault that kept it from answering. */
export type Answered = { readonly answer: unknown } | { readonly error: unknown };

/**
 * What a capture needs of the browser. The port turns the browser's errors into faults: `capture.tab.closed`,
 * `capture.tab.navigated` (the agent or its document is gone), `capture.pixels.refused` (after several attempts),
 * `capture.tab.not-permitted`, `capture.page.unreachable`.
 */
export interface CaptureBrowser {
  /** Whether one call shoots any rectangle of the document (Firefox). */
  readonly canShootRegion: boolean;
  /** The tab as it is now; undefined when it is closed. */
  tab(tabId: number): Promise<CaptureTab | undefined>;
  /** Resolves when the browser's quota allows a shot, which it then counts. */
  shotTurn(): Promise<void>;
  /** What the window's active tab shows, as PNG, in device pixels, scroll bars included. */
  shootVisible(windowId: number): Promise<Uint8Array>;
  /** A rectangle of the document (CSS pixels) at `scale` device pixels per CSS pixel, as PNG. */
  shootRegion(windowId: number, rect: Rect, scale: number): Promise<Uint8Array>;
  /** Injects the agent into the page's isolated world. Repeating it in the same document does no harm. */
  injectAgent(tabId: number): Promise<void>;
  injectRerender(tabId: number): Promise<void>;
  /** The agent's answer, not yet parsed. May never settle: the caller sets the time limit. */
  ask<Q extends PageQuestion>(tabId: number, question: Q, args: ArgumentsOf<Q>): Promise<unknown>;
  /**
   * Asks several questions in one call, answered one after the other; one answer per question. A failed question does
   * not stop the others. Rejects when none could be asked.
   */
  askInOrder(tabId: number, questions: readonly Question[]): Promise<readonly Answered[]>;
  /** The browser's zoom factor of the tab; 1 when it cannot be known. */
  zoom(tabId: number): Promise<number>;
  /** Whether Holdfast's side panel narrows this window; undefined when the browser does not say. */
  sidePanelOpen(windowId: number): Promise<boolean | undefined>;
  software(): Promise<Software>;
}

/** This computer's clock: milliseconds since the Unix epoch, IANA zone, minutes east of UTC, and sleeping. */
export interface CaptureClock {
  now(): number;
  zone(): string;
  offsetMinutes(at: number): number;
  sleep(milliseconds: number): Promise<void>;
}
