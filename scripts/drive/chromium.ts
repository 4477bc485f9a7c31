import puppeteer, {
  type Browser,
  type Extension,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import {
  type DrivenBrowser,
  hangMs,
  killed,
  type LaunchOptions,
  patient,
  pause,
  type Screen,
  until,
  untilRatio,
  visit,
} from './driven-browser.ts';
import { findBrowser } from './find-browser.ts';
import { hostsAndPorts } from './reach.ts';

/** Nothing of the browser's own goes out, and no first-run page stands in the way. */
export const quiet: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
];

/** Starts Chromium with the unpacked extension in it. Throws a sentence when there is no Chromium. */
export async function launchChromium(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: options.headless,
    pipe: true,
    timeout: hangMs,
    protocolTimeout: 0,
    enableExtensions: [options.extensionDir],
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
    downloadBehavior: { policy: 'allow', downloadPath: options.downloadDir },
    args: chromiumArguments(options),
  });
  const extension = await until(
    async () => [...(await browser.extensions()).values()][0],
    hangMs,
    () => `Chromium did not load the extension in ${options.extensionDir}`,
  );
  return driveChromium(browser, extension, await browser.version(), options.downloadDir);
}

function chromiumArguments(options: LaunchOptions): string[] {
  const args = [
    ...quiet,
    `--window-size=${options.width ?? 1280},${options.height ?? 900}`,
    `--force-device-scale-factor=${options.devicePixelRatio ?? 1}`,
  ];
  if (options.headless) args.push('--disable-gpu');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (options.proxyPort) {
    args.push(
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      `--proxy-bypass-list=${['<-loopback>', ...hostsAndPorts(options.reach ?? [])].join(';')}`,
    );
  }
  return [...args, ...(options.args ?? [])];
}

/** How long after the toolbar's action no popup shows that it was swallowed, in milliseconds. */
const swallowedMs = 30_000;

function driveChromium(
  browser: Browser,
  extension: Extension,
  version: string,
  downloadDir: string,
): DrivenBrowser {
  const origin = `chrome-extension://${extension.id}`;
  const worker = () => workerOf(browser, extension, origin);
  const isPopup = (target: Target) => target.url().startsWith(`${origin}/popup.html`);
  const openPopup = async () => {
    const target = browser.targets().find(isPopup);
    return target && (await screenOf(browser, target).catch(() => undefined));
  };
  return {
    name: 'chromium',
    version,
    processId: browser.process()?.pid ?? 0,
    downloadDir,
    async openPage(address) {
      const page = await patient(browser.newPage());
      await visit(page, address);
      return page;
    },
    async gesture(page) {
      await page.bringToFront();
      await (await openPopup())?.close();
      const before = new Set(browser.targets().filter(isPopup));
      const opened = () => browser.targets().find(found => isPopup(found) && !before.has(found));
      // The popup of a result that comes by itself in the same moment may swallow the action.
      let again = 0;
      const target = await until(
        async () => {
          const found = opened();
          if (found !== undefined || Date.now() < again) return found;
          await extension.triggerAction(page);
          again = Date.now() + swallowedMs;
          return opened();
        },
        hangMs,
        () => 'Chromium did not open the popup',
      );
      return await screenOf(browser, target);
    },
    openPopup,
    async openScreen(path, where) {
      const page = await patient(
        browser.newPage({
          ...(where?.ownWindow ? { type: 'window' } : {}),
          ...(where?.behind ? { background: true } : {}),
        }),
      );
      await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
      return pageScreen(page);
    },
    async zoom(page, factor) {
      await page.bringToFront();
      const before = Number(
        await (await worker()).evaluate(`(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          return await chrome.tabs.getZoom(tab.id);
        })()`),
      );
      const ratio = await page.evaluate(() => devicePixelRatio);
      await (await worker()).evaluate(`(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.tabs.setZoom(tab.id, ${factor});
      })()`);
      await untilRatio(page, (ratio / before) * factor);
    },
    isBackgroundAwake: async () => (await extension.workers()).length > 0,
    runInBackground: async expression => await (await worker()).evaluate(expression),
    async stopBackground() {
      for (const worker of await extension.workers()) await ended(worker);
    },
    kill: () => killed(browser),
    close: () => browser.close(),
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
  };
}

/**
 * The worker that answers: one that was ended may stay on the list for a while. One that went to sleep is woken by
 * whatever page of the extension is open; where none is, this waits for somebody else to do it.
 */
function workerOf(browser: Browser, extension: Extension, origin: string) {
  const isScreen = (target: Target) => target.type() === 'page' && target.url().startsWith(`${origin}/`);
  const asked = new Map<WebWorker, Promise<boolean>>();
  return until(
    async () => {
      for (const worker of await extension.workers()) {
        const answer = asked.get(worker) ?? answers(worker);
        asked.set(worker, answer);
        const isHeard = await Promise.race([answer, pause(deafMs).then(() => undefined)]);
        if (isHeard) return worker;
        // One that only takes its time is not asked again, and may answer later.
        if (isHeard === false) asked.delete(worker);
      }
      const screen = await browser.targets().find(isScreen)?.page();
      // Nobody answers such a message: it is sent to wake the one that hears it.
      void screen
        ?.evaluate('void chrome.runtime.sendMessage({}).catch(() => undefined)')
        .catch(() => undefined);
      return undefined;
    },
    hangMs,
    () => 'the extension has no worker that answers',
  );
}

/** Ends a worker. Puppeteer lets go of it after that, which fails where the browser was quicker: it has ended then too. */
async function ended(worker: WebWorker): Promise<void> {
  await worker.close().catch((error: unknown) => {
    if (!/No (session|target) with given id/.test(String(error))) throw error;
  });
}

/** How long one worker is waited for, in milliseconds, before another is asked: one that was ended never answers. */
const deafMs = 2_000;

/** False when it has ended; a worker that was ended a moment ago may leave the question without an answer. */
function answers(worker: WebWorker): Promise<boolean> {
  return worker.evaluate('true').then(Boolean, () => false);
}

/** The document of a target, once it has a frame: a popup is there a moment before its document is. Throws when it goes. */
async function screenOf(browser: Browser, target: Target): Promise<Screen> {
  const page = await patient(target.asPage());
  return await until(
    async () => {
      if (!browser.targets().includes(target)) throw new Error(`${target.url()} is gone`);
      try {
        return pageScreen(page);
      } catch {
        return undefined;
      }
    },
    hangMs,
    () => `${target.url()} has no document`,
  );
}

function pageScreen(page: Page): Screen {
  return {
    address: page.url(),
    page,
    async waitFor(selector, timeoutMs = hangMs) {
      try {
        await page.waitForSelector(selector, { timeout: timeoutMs });
      } catch (error) {
        const shown = await page.evaluate(() => document.body?.textContent).catch(() => '(closed)');
        throw new Error(`${page.url()} did not show ${selector}; it shows:\n${shown}`, { cause: error });
      }
    },
    text: async selector =>
      (await page.$$eval(selector, found => found.map(element => element.textContent)))[0] ?? undefined,
    attribute: async (selector, name) =>
      (
        await page.$$eval(selector, (found, key) => found.map(element => element.getAttribute(key)), name)
      )[0] ?? undefined,
    count: async selector => (await page.$$(selector)).length,
    click: async selector => await page.click(selector),
    async fill(selector, value) {
      await page.locator(selector).fill(value);
    },
    request: address =>
      page.evaluate(
        url =>
          fetch(url).then(
            reply => `answered ${reply.status}`,
            error => String(error),
          ),
        address,
      ),
    run: expression => page.evaluate(expression),
    isOpen: async () => !page.isClosed(),
    close: async () => {
      // A popup may close by itself between the question and the order.
      if (!page.isClosed()) await page.close().catch(() => undefined);
    },
  };
}
