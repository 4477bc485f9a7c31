import { browser } from 'wxt/browser';
import { type CaptureScope, captureScopeSchema } from '../model/capture.ts';
import type { StartRequest } from './captures.ts';

/** Titles name only what will be recorded, in case somebody looks over the user's shoulder. */
const captureEntries: Readonly<Record<CaptureScope, string>> = {
  post: 'Record this post',
  viewport: 'Record what I see',
  page: 'Record the whole page',
};
const openLogEntry = 'open-log';

const commands: Readonly<Record<string, CaptureScope>> = {
  'capture-post': 'post',
  'capture-viewport': 'viewport',
};

/** Firefox's own API, missing from the types. */
interface Sidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Listens to shortcuts and the context menu; both carry the grant for the tab. Must be called synchronously while the
 * background starts. `start` must never reject.
 */
export function registerGestures(start: (request: StartRequest) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(() => void createMenus());
  browser.commands.onCommand.addListener((command, tab) => {
    const scope = commands[command];
    if (scope !== undefined) void startInTab(scope, 'shortcut', tab?.id, start);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === openLogEntry) return openLog(tab?.windowId);
    const scope = captureScopeSchema.safeParse(info.menuItemId);
    if (scope.success) void startInTab(scope.data, 'menu', tab?.id, start);
  });
  // A click on the toolbar must open the popup: only the popup carries the grant for the tab.
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false }).catch(() => undefined);
}

async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, title] of Object.entries(captureEntries)) {
    browser.contextMenus.create({ id, title, contexts: ['page', 'selection', 'link', 'image', 'video'] });
  }
  browser.contextMenus.create({ id: openLogEntry, title: 'Open log', contexts: ['page', 'action'] });
}

async function startInTab(
  scope: CaptureScope,
  gesture: StartRequest['gesture'],
  tabId: number | undefined,
  start: (request: StartRequest) => Promise<void>,
): Promise<void> {
  const id = tabId ?? (await activeTabId());
  if (id !== undefined) await start({ tabId: id, scope, gesture });
}

async function activeTabId(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** Opens the side panel. Browsers allow it only synchronously in the click's handler. */
function openLog(windowId: number | undefined): void {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction !== undefined) void sidebarAction.open().catch(() => undefined);
  else if (windowId !== undefined) void browser.sidePanel.open({ windowId }).catch(() => undefined);
}
