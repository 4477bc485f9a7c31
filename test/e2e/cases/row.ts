import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../../scripts/drive/driven-browser.ts';
import type { CaptureScope } from '../../../src/model/capture.ts';
import type { CaptureCheckName } from '../../../src/model/capture-check.ts';
import type { Exhibit } from './exhibit.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A browser at a screen's pixel ratio, in a window of so many CSS pixels. */
export interface Setting {
  readonly name: BrowserName;
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What an exhibit shows that is not right. `causes` are the checks any of which tells of it truly: where one of them
 * failed or was not made, the record is partial for the true reason and the fault is owned to. None: no word helps.
 */
export interface Fault {
  readonly says: string;
  readonly causes: readonly CaptureCheckName[];
}

/** Looks at an exhibit and names all that is not right; nothing when it is. */
export type Expectation = (exhibit: Exhibit) => readonly Fault[] | Promise<readonly Fault[]>;

/** One page captured in one way, and what is right. */
export interface Row {
  /** `A 37 plain tall`: class, number of the report, words. What `-t` looks for. */
  readonly name: string;
  /** File in `pages` without its ending, and what follows it in the address; or a whole address. */
  readonly page: string;
  /** The page itself, where it is no file: `page` only names it then. */
  readonly html?: string;
  readonly scope: CaptureScope;
  readonly expect: readonly Expectation[];
  /** Ends complete on a quiet machine; a partial exhibit is a fault. Without it, partial for the true reason will do. */
  readonly complete?: boolean;
  /** How the post is chosen: Enter takes the first in view, `point` the page's own `point()`, else keys one by one. */
  readonly choice?: 'Enter' | 'point' | readonly string[];
  /** Before the capture: an expression in the page, or hands. */
  readonly before?: string | ((page: Page, browser: DrivenBrowser) => Promise<unknown>);
  /** Just before the gesture: what the page does in mid-capture, as an expression. */
  readonly during?: string;
  readonly zoom?: number;
  /** The browsers in which the row can be made; without it, both. */
  readonly browsers?: readonly BrowserName[];
  /** Pixel ratios at which the row is always run, not by its share alone. */
  readonly always?: readonly number[];
  /** The page changes by itself, so what stood before the capture need not stand after it. */
  readonly moves?: boolean;
  /** Refusing to record is right too. */
  readonly mayRefuse?: boolean;
  /** The copy is drawn and read. */
  readonly drawsCopy?: boolean;
}
