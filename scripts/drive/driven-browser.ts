import type { Browser, Page } from 'puppeteer-core';
import type { CaptureScope } from '../../src/model/capture.ts';

export type BrowserName = 'chromium' | 'firefox';

/** How a browser is started. Lengths are CSS pixels of the whole window; `devicePixelRatio` is the screen's. */
export interface LaunchOptions {
  /** The built extension, unpacked. */
  readonly extensionDir: string;
  /** Where the browser puts what the user downloads. */
  readonly downloadDir: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly devicePixelRatio?: number;
  /** Port of a recording proxy on loopback; all traffic goes through it, loopback included. */
  readonly proxyPort?: number;
  /** Addresses that the extension may reach without being asked, past the proxy: those of time-stamp authorities. */
  readonly reach?: readonly string[];
  /** The folder of a profile that outlives the browser; without it the profile goes when the browser does. */
  readonly profileDir?: string;
}

/** One document of the extension: the popup, or one of its pages in a tab. Selectors are CSS. */
export interface Screen {
  readonly address: string;
  /** Puppeteer's own handle, where it sees the document: in Chromium. */
  readonly page?: Page;
  /** Resolves when an element matches; throws with what the screen shows when none ever does. */
  waitFor(selector: string, timeoutMs?: number): Promise<void>;
  /** The element's text; undefined when nothing matches. */
  text(selector: string): Promise<string | undefined>;
  /** The element's attribute; undefined when nothing matches or the attribute is absent. */
  attribute(selector: string, name: string): Promise<string | undefined>;
  count(selector: string): Promise<number>;
  /** Clicks the first match. Throws when there is none. */
  click(selector: string): Promise<void>;
  /** Replaces a field's value as typing would. */
  fill(selector: string, value: string): Promise<void>;
  /** Requests an address from inside the document, and says how that ended. */
  request(address: string): Promise<string>;
  /** Runs an expression inside the document; answers what its promise is fulfilled with, as JSON can hold it. */
  run(expression: string): Promise<unknown>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where a screen is opened: in a window of its own, or in a tab behind the one in front. */
export interface ScreenPlace {
  readonly ownWindow?: boolean;
  readonly behind?: boolean;
}

/** A real browser with the built extension in it. */
export interface DrivenBrowser {
  readonly name: BrowserName;
  readonly version: string;
  readonly processId: number;
  readonly downloadDir: string;
  /** Opens an address in a tab in front. Throws what the browser says when it cannot be reached. */
  openPage(address: string): Promise<Page>;
  /** The toolbar's action on this tab: what grants `activeTab` and opens the popup. */
  gesture(page: Page): Promise<Screen>;
  /** The popup that stands open now, however it was opened; undefined when none does. */
  openPopup(): Promise<Screen | undefined>;
  /** One of the extension's pages in a tab of its own, by its path (`case.html`); or where it is told to be. */
  openScreen(path: string, where?: ScreenPlace): Promise<Screen>;
  /** Whether the extension's background is running now; asking does not wake it. */
  isBackgroundAwake(): Promise<boolean>;
  /** Runs an expression in the extension's background; answers what its promise is fulfilled with, as JSON can hold it. */
  runInBackground(expression: string): Promise<unknown>;
  /** Ends the extension's background as the browser does when it takes it for idle; work in it is lost. */
  stopBackground(): Promise<void>;
  /** Ends the browser's process at once, as a crash or a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** The browser's own zoom of the tab in front (1 is 100 %). */
  zoom(page: Page, factor: number): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the person closes the browser. */
  readonly closed: Promise<void>;
}

/** The popup's button for each scope. */
export const scopeButtons: Readonly<Record<CaptureScope, string>> = {
  post: '#choose-post',
  viewport: '#choose-viewport',
  page: '#choose-page',
};

/** Resolves after `milliseconds`. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/**
 * After this long, in milliseconds, a wait for an event is given up. It ends only what hangs: no machine is so slow
 * that anything here takes as long.
 */
export const hangMs = 600_000;

/** Asks every 50 ms, and less often what takes long, until `question` answers something; throws `complaint()` after `timeoutMs`. */
export async function until<T>(
  question: () => Promise<T | undefined | false>,
  timeoutMs: number,
  complaint: () => string | Promise<string>,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    const answer = await question();
    const passed = Date.now() - start;
    if (answer !== undefined && answer !== false) return answer;
    if (passed > timeoutMs) throw new Error(await complaint());
    // Asking takes from a busy machine what is waited for.
    await pause(Math.min(250, 50 + passed / 10));
  }
}

/** A tab whose waits end on their event; after {@link hangMs} it hangs. */
export async function patient(opening: Promise<Page>): Promise<Page> {
  const page = await opening;
  page.setDefaultTimeout(hangMs);
  page.setDefaultNavigationTimeout(hangMs);
  return page;
}

/** Some pages never are loaded to the end. How long one is given for it, in milliseconds. */
const loadingMs = 30_000;

/** Goes to an address and waits for the page to be loaded, but no more than half a minute: some pages never are. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page
    .waitForFunction(() => document.readyState === 'complete', { timeout: loadingMs })
    .catch(() => undefined);
  await page.bringToFront();
}

/** Waits until the page's own pixel ratio is what a zoom makes of it; browsers round it by a few hundredths. */
export async function untilRatio(page: Page, ratio: number): Promise<void> {
  await until(
    async () => Math.abs((await page.evaluate(() => devicePixelRatio)) / ratio - 1) < 0.04,
    hangMs,
    () => `the page was not zoomed to a pixel ratio of ${ratio}`,
  );
}

/** Ends the browser's process with SIGKILL, which it cannot answer, and waits until it is gone. */
export async function killed(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise(resolve => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
}
