import { createHash, randomUUID } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type ChromeScope, documentAt, openChromeScope } from './chrome-scope.ts';
import {
  type DrivenBrowser,
  hangMs,
  killed,
  type LaunchOptions,
  patient,
  type Screen,
  until,
  untilRatio,
  visit,
} from './driven-browser.ts';
import { findBrowser } from './find-browser.ts';
import { hostsAndPorts, originsOf } from './reach.ts';

const extensionId = 'holdfast@holdfast.invalid';

/** In chrome scope: `extension` is the running extension, as the browser itself knows it. */
const findExtension = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.extensionMap.get(${JSON.stringify(extensionId)});`;

/** Starts Firefox with the unpacked extension in it for this session. Throws a sentence when there is no Firefox. */
export async function launchFirefox(options: LaunchOptions): Promise<DrivenBrowser> {
  // Of a profile that is used again, the extension must find its log again.
  const uuid = options.profileDir ? uuidOf(options.profileDir) : randomUUID();
  const browser = await launchOnceRestored({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: options.headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    timeout: hangMs,
    protocolTimeout: 0,
    ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
    args: [
      '--remote-allow-system-access',
      `--width=${options.width ?? 1280}`,
      `--height=${options.height ?? 900}`,
      ...(options.args ?? []),
    ],
    extraPrefsFirefox: firefoxPreferences(options, uuid),
  });
  const chrome = await openChromeScope(browser);
  await browser.installExtension(options.extensionDir);
  if (options.reach) await grantHosts(chrome, options.reach);
  return driveFirefox(browser, chrome, `moz-extension://${uuid}`, await browser.version(), options);
}

/**
 * Puppeteer puts the preferences of a profile back after its browser was killed. Who starts another in it meanwhile finds
 * one of them gone, and tries again.
 */
function launchOnceRestored(options: Parameters<typeof puppeteer.launch>[0]): Promise<Browser> {
  return until(
    () =>
      puppeteer.launch(options).catch((error: unknown) => {
        if (/ENOENT.*\.puppeteer/.test(String(error))) return undefined;
        throw error;
      }),
    hangMs,
    () => 'the preferences of the profile were never put back',
  );
}

/** Grants hosts as the browser's own question would, which nobody can answer without a screen. */
async function grantHosts(chrome: ChromeScope, addresses: readonly string[]): Promise<void> {
  const granted = { permissions: [], origins: originsOf(addresses) };
  await chrome.run(`
    ${findExtension}
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(extension.id, ${JSON.stringify(granted)}, extension);`);
}

function firefoxPreferences(options: LaunchOptions, uuid: string): Record<string, string | number | boolean> {
  const proxy = options.proxyPort
    ? {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': options.proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': options.proxyPort,
        'network.proxy.no_proxies_on': hostsAndPorts(options.reach ?? []).join(', '),
        'network.proxy.allow_hijacking_localhost': true,
      }
    : {};
  return {
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'layout.css.devPixelsPerPx': String(options.devicePixelRatio ?? 1),
    'browser.download.folderList': 2,
    'browser.download.dir': options.downloadDir,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.tabs.warnOnClose': false,
    // The browser's own traffic, so that what the recording proxy sees is ours or the page's.
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.prefetch-next': false,
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
    'dom.security.https_first': false,
    'services.settings.server': 'http://127.0.0.1:9/v1',
    ...proxy,
  };
}

/** Always the same UUID for a profile. */
function uuidOf(profileDir: string): string {
  const digits = createHash('sha256').update(profileDir).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** In chrome scope: whether a panel with the popup is on the screen, on its way there or on its way out. */
const hasPanel = `return [...document.querySelectorAll('panel')].some(
  panel => panel.state !== 'closed' && panel.querySelector('.webextension-popup-browser') !== null)`;

/** How long after the toolbar's action no panel shows that it was swallowed, in milliseconds. */
const swallowedMs = 10_000;

/** How long the document of a panel is waited for: on its way in or out it never answers. In milliseconds. */
const answerMs = 10_000;

function driveFirefox(
  browser: Browser,
  chrome: ChromeScope,
  origin: string,
  version: string,
  options: LaunchOptions,
): DrivenBrowser {
  const popup = documentScreen(chrome, `${origin}/popup.html`);
  return {
    name: 'firefox',
    version,
    processId: browser.process()?.pid ?? 0,
    downloadDir: options.downloadDir,
    async openPage(address) {
      const page = await patient(browser.newPage());
      if (/^(?:https?|file):/.test(address)) await visit(page, address);
      else await visitOwnPage(chrome, page, address);
      return page;
    },
    async gesture(page) {
      await page.bringToFront();
      // A panel on its way in is not closed by the first word; one on its way out swallows the action that follows.
      await until(
        async () => {
          await popup.close();
          return (await chrome.run(hasPanel)) === false;
        },
        hangMs,
        () => 'Firefox did not close the popup',
      );
      let again = 0;
      await until(
        async () => {
          if (await popup.isOpen()) return true;
          if (Date.now() < again || (await chrome.run(hasPanel)) === true) return false;
          await chrome.run(`
            ${findExtension}
            await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
          again = Date.now() + swallowedMs;
          return false;
        },
        hangMs,
        () => 'Firefox did not open the popup',
      );
      return popup;
    },
    openPopup: async () => ((await popup.isOpen()) ? popup : undefined),
    async openScreen(path, where) {
      const address = `${origin}/${path}`;
      const place = where?.behind ? 'tabshifted' : 'tab';
      await chrome.run(`openTrustedLinkIn(${JSON.stringify(address)}, ${JSON.stringify(place)})`);
      const screen = documentScreen(chrome, address);
      await until(screen.isOpen, hangMs, () => `Firefox did not open ${address}`);
      return screen;
    },
    async zoom(page, factor) {
      await page.bringToFront();
      const before = Number(
        await chrome.run('return ZoomManager.getZoomForBrowser(gBrowser.selectedBrowser)'),
      );
      const ratio = await page.evaluate(() => devicePixelRatio);
      await chrome.run(`ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, ${factor})`);
      await untilRatio(page, (ratio / before) * factor);
    },
    isBackgroundAwake: async () =>
      (await chrome.run(
        `${findExtension} return [...extension.views].some(view => view.viewType === 'background')`,
      )) === true,
    runInBackground: expression => runInEventPage(chrome, expression),
    async stopBackground() {
      await chrome.run(`${findExtension} await extension.terminateBackground();`);
    },
    kill: () => killed(browser),
    close: () => browser.close(),
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
  };
}

/** The extension's documents stand in the browser's own window; puppeteer sees no popup, so the window is asked. */
function documentScreen(chrome: ChromeScope, address: string): Screen {
  const find = (selector: string) => `content.document.querySelector(${JSON.stringify(selector)})`;
  const ask = (body: string) => chrome.runInDocument(address, body);
  const optional = (value: unknown) => (typeof value === 'string' ? value : undefined);
  // A panel that is on its way in or out has a document that never answers.
  const isOpen = () =>
    chrome.runInDocument(address, `return content.document.readyState === 'complete'`, answerMs).then(
      ready => ready === true,
      () => false,
    );
  return {
    address,
    async waitFor(selector, timeoutMs = hangMs) {
      await until(
        () => ask(`return ${find(selector)} !== null`).then(Boolean, () => false),
        timeoutMs,
        async () => {
          const shown = await ask('return content.document.body.textContent').catch(String);
          return `${address} did not show ${selector}; it shows:\n${shown}`;
        },
      );
    },
    text: async selector => optional(await ask(`return ${find(selector)}?.textContent ?? null`)),
    attribute: async (selector, name) =>
      optional(await ask(`return ${find(selector)}?.getAttribute(${JSON.stringify(name)}) ?? null`)),
    count: async selector =>
      Number(await ask(`return content.document.querySelectorAll(${JSON.stringify(selector)}).length`)),
    async click(selector) {
      await ask(
        `const found = ${find(selector)}; if (!found) throw new Error('nothing to click'); found.click();`,
      );
    },
    async fill(selector, value) {
      await ask(`const field = ${find(selector)}; field.focus(); field.value = ${JSON.stringify(value)};
        field.dispatchEvent(new content.Event('input', { bubbles: true }));
        field.dispatchEvent(new content.Event('change', { bubbles: true }));`);
    },
    request: async target =>
      String(
        await ask(
          `return await content.fetch(${JSON.stringify(target)}).then(r => 'answered ' + r.status, e => String(e))`,
        ),
      ),
    run: expression => ask(inSandbox(expression)),
    isOpen,
    async close() {
      await chrome.run(`
        ${documentAt(address)}
        const tab = gBrowser.getTabForBrowser(browser);
        if (tab) gBrowser.removeTab(tab); else browser.closest('panel')?.hidePopup();`);
    },
  };
}

/** Firefox never tells the driver that one of its own pages is there, so its window is asked. */
async function visitOwnPage(chrome: ChromeScope, page: Page, address: string): Promise<void> {
  await page.bringToFront();
  void page.goto(address).catch(() => undefined);
  const shows = `return gBrowser.selectedBrowser.currentURI.spec.startsWith(${JSON.stringify(address)})`;
  await until(
    async () => (await chrome.run(shows)) === true,
    hangMs,
    () => `Firefox did not open ${address}`,
  );
}

/** The event page is a document without a window; it is woken when it sleeps. */
async function runInEventPage(chrome: ChromeScope, expression: string): Promise<unknown> {
  const find = `${findExtension}
    await extension.wakeupBackground?.();
    const browser = [...extension.views].find(view => view.viewType === 'background')?.xulBrowser;
    if (!browser) return { error: 'the extension has no background' };`;
  return await chrome.runInBrowser(find, inSandbox(expression));
}

/** The body of a function that runs an expression as the document itself would, and answers its value. */
function inSandbox(expression: string): string {
  const asJson = `(async () => JSON.stringify((await (${expression})) ?? null))()`;
  return `const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    return JSON.parse(await Cu.evalInSandbox(${JSON.stringify(asJson)}, sandbox))`;
}
