import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { quiet } from '../drive/chromium.ts';
import { hangMs, visit } from '../drive/driven-browser.ts';
import { findBrowser } from '../drive/find-browser.ts';
import type { SavedPage } from './saved-page.ts';

/** How Chromium is started: with no way out, or for the web, where a person may look on and keep the profile. */
export interface Start {
  readonly isCutOff: boolean;
  readonly isShown?: boolean;
  readonly profile?: string;
}

/** A proxy that is not there: what slips through all other nets ends at it. */
const noWayOut = ['--proxy-server=127.0.0.1:1', '--proxy-bypass-list=<-loopback>'];

/** Whether there is a screen to show a window on. On Linux a desktop says so in its programs' environment. */
export function hasScreen(platform: string, environment: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true;
  return Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']);
}

/** Starts Chromium without any extension. Throws a sentence when there is no Chromium, or no screen for its window. */
export async function startChromium({ isCutOff, isShown = false, profile }: Start): Promise<Browser> {
  if (isShown && !hasScreen(process.platform, process.env)) {
    throw new Error(
      'There is no screen here to show the window on. Run it on a desktop, or save the page in your browser and read the file.',
    );
  }
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: !isShown,
    pipe: true,
    timeout: hangMs,
    protocolTimeout: 0,
    defaultViewport: isShown ? null : { width: 1280, height: 900 },
    ...(profile !== undefined && { userDataDir: profile }),
    args: [...quiet, ...root, ...(isCutOff ? noWayOut : [])],
  });
}

/** No script of the page runs, and it loads nothing; its own style and pictures written into it are shown. */
const harmless =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:";

/** Shows a saved page under its address. Everything else that the page asks for is refused, and counted in the answer. */
export async function showSaved(
  browser: Browser,
  { address, html }: SavedPage,
): Promise<{ readonly page: Page; readonly refused: ReadonlySet<string> }> {
  const page = await browser.newPage();
  const refused = new Set<string>();
  let isServed = false;
  await page.setRequestInterception(true);
  page.on('request', request => {
    if (isServed || !request.isNavigationRequest()) {
      refused.add(request.url());
      // An answer without content leaves the page where it is; a broken one would put an error page in its place.
      void (request.isNavigationRequest() ? request.respond({ status: 204 }) : request.abort());
      return;
    }
    isServed = true;
    const headers = { 'content-security-policy': harmless };
    void request.respond({ body: html, contentType: 'text/html; charset=utf-8', headers });
  });
  await page.goto(address, { waitUntil: 'load', timeout: hangMs });
  return { page, refused };
}

/** How long a page that loads more and more is waited for, in milliseconds, and how long nothing may come until it is read. */
const restlessMs = 15_000;
const quietMs = 1_000;

/** Opens an address and waits until nothing more is loaded, or 15 seconds. Throws a sentence when it cannot be opened. */
export async function showAddress(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  try {
    await visit(page, address);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(
      `${address} could not be opened: ${reason}. Look at it in a browser; a page that you see there can be saved and read as a file.`,
      { cause: error },
    );
  }
  await page.waitForNetworkIdle({ idleTime: quietMs, timeout: restlessMs }).catch(() => undefined);
  return page;
}
