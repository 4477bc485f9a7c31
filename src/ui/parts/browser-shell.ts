import { z } from 'zod';
import type { SessionArea } from '../../evidence/lock/session-key.ts';
import { leftAt } from '../../model/left.ts';
import { usedAtName } from '../../model/lock.ts';
import { updateWaits } from '../../model/update.ts';
import type { Shell } from './ports.ts';

/** The part of the browser's interface that pages use. */
export interface PageBrowser {
  readonly tabs: {
    query(of: {
      readonly active: true;
      readonly currentWindow: true;
    }): Promise<readonly { id?: number | undefined }[]>;
    create(tab: { readonly url: string }): Promise<unknown>;
    /** The tab of the page that asks; undefined in a popup or panel. */
    getCurrent(): Promise<{ id?: number | undefined } | undefined>;
    remove(id: number): Promise<void>;
  };
  readonly runtime: { getURL(path: string): string };
  readonly windows: { getCurrent(): Promise<{ id?: number | undefined }> };
  readonly commands: {
    getAll(): Promise<readonly { name?: string | undefined; shortcut?: string | undefined }[]>;
  };
  readonly permissions: {
    request(asked: { readonly origins: string[] }): Promise<boolean>;
    remove(released: { readonly origins: string[] }): Promise<boolean>;
  };
  readonly storage: {
    readonly local: {
      get(name: string): Promise<unknown>;
      set(items: Record<string, unknown>): Promise<void>;
    };
    readonly session: SessionArea;
  };
}

/** Chromium's own panel, which the common WebExtension types lack. */
interface SidePanel {
  open(options: { readonly windowId: number }): Promise<void>;
}

const settingSchema = z.record(z.string(), z.unknown());

/** Use is noted no more often than this, in milliseconds. */
const useNotedMs = 20_000;

function atMostEvery(pauseMs: number, act: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < pauseMs) return;
    last = performance.now();
    act();
  };
}

/** The shell of a page. The panel can only be opened in a window that is known beforehand. */
export async function browserShell(browser: PageBrowser): Promise<Shell> {
  const [windowId, tabId] = await Promise.all([ownWindow(browser), ownTab(browser)]);
  return {
    async activeTab() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id;
    },
    async openPage(path) {
      await browser.tabs.create({ url: browser.runtime.getURL(path) });
    },
    async openAddress({ href }) {
      await browser.tabs.create({ url: href });
    },
    async openBeside() {
      const panel = sidePanelOf(browser);
      if (panel === undefined) await sidebarOf(browser)?.open();
      else if (windowId !== undefined) await panel.open({ windowId });
    },
    async shortcut(command) {
      const commands = await browser.commands.getAll();
      return commands.find(each => each.name === command)?.shortcut || undefined;
    },
    requestHosts: addresses => browser.permissions.request({ origins: addresses.map(originOf) }),
    async releaseHost(address) {
      // A host that the manifest itself grants cannot be removed.
      await browser.permissions.remove({ origins: [originOf(address)] }).catch(() => false);
    },
    closeWindow: () => window.close(),
    leave(address) {
      const others = browser.storage.session.set({ [leftAt]: Date.now() });
      const place = tabId === undefined ? browser.tabs.create({ url: address }) : undefined;
      // Whatever fails, this page goes.
      void Promise.allSettled([others, place]).then(() => {
        if (tabId === undefined) window.close();
        else location.replace(address);
      });
    },
    watchLeft(onLeft) {
      const { onChanged } = browser.storage.session;
      const look = (changes: object) => {
        if (leftAt in changes) onLeft();
      };
      onChanged.addListener(look);
      return () => onChanged.removeListener(look);
    },
    closePage() {
      if (tabId === undefined) window.close();
      else void browser.tabs.remove(tabId).catch(() => undefined);
    },
    noteUse: atMostEvery(useNotedMs, () => {
      void browser.storage.session.set({ [usedAtName]: Date.now() }).catch(() => undefined);
    }),
    async readSetting(name) {
      return settingSchema.parse(await browser.storage.local.get(name))[name];
    },
    async writeSetting(name, value) {
      await browser.storage.local.set({ [name]: value });
    },
    watchUpdate(onWaiting) {
      const { session } = browser.storage;
      const look = (kept: unknown) => {
        if (updateWaits in settingSchema.parse(kept)) onWaiting();
      };
      session.onChanged.addListener(look);
      void session.get(updateWaits).then(look);
      return () => session.onChanged.removeListener(look);
    },
  };
}

/** The match pattern of an address's host. Match patterns have no ports (MDN, Match patterns). */
function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

async function ownWindow(browser: PageBrowser): Promise<number | undefined> {
  try {
    return (await browser.windows.getCurrent()).id;
  } catch {
    return undefined;
  }
}

async function ownTab(browser: PageBrowser): Promise<number | undefined> {
  try {
    return (await browser.tabs.getCurrent())?.id;
  } catch {
    return undefined;
  }
}

function sidePanelOf(browser: object): SidePanel | undefined {
  const panel = 'sidePanel' in browser ? browser.sidePanel : undefined;
  return canOpen(panel) ? panel : undefined;
}

/** Firefox's sidebar, which opens in the window of the click. */
function sidebarOf(browser: object): { open(): Promise<void> } | undefined {
  const sidebar = 'sidebarAction' in browser ? browser.sidebarAction : undefined;
  return canOpen(sidebar) ? sidebar : undefined;
}

function canOpen(value: unknown): value is { open(options?: object): Promise<void> } {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';
}
