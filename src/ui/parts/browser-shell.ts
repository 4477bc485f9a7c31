import type { Browser } from 'webextension-polyfill';
import { z } from 'zod';
import type { Shell } from './ports.ts';

/** Chromium's own panel, which the common vocabulary does not know. */
interface SidePanel {
  open(options: { readonly windowId: number }): Promise<void>;
}

const settingSchema = z.record(z.string(), z.unknown());

/** The shell of a page that stands in `windowId`; the panel can only be opened in a window known beforehand. */
export async function browserShell(browser: Browser): Promise<Shell> {
  const windowId = await ownWindow(browser);
  return {
    async activeTab() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id;
    },
    async openPage(path) {
      await browser.tabs.create({ url: browser.runtime.getURL(path) });
    },
    async openBeside() {
      const panel = sidePanelOf(browser);
      if (panel === undefined) await browser.sidebarAction.open();
      else if (windowId !== undefined) await panel.open({ windowId });
    },
    async shortcut(command) {
      const commands = await browser.commands.getAll();
      return commands.find(each => each.name === command)?.shortcut || undefined;
    },
    closeWindow: () => window.close(),
    async readSetting(name) {
      return settingSchema.parse(await browser.storage.local.get(name))[name];
    },
    async writeSetting(name, value) {
      await browser.storage.local.set({ [name]: value });
    },
  };
}

async function ownWindow(browser: Browser): Promise<number | undefined> {
  try {
    return (await browser.windows.getCurrent()).id;
  } catch {
    return undefined;
  }
}

function sidePanelOf(browser: object): SidePanel | undefined {
  const panel = 'sidePanel' in browser ? browser.sidePanel : undefined;
  return isSidePanel(panel) ? panel : undefined;
}

function isSidePanel(value: unknown): value is SidePanel {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';
}
