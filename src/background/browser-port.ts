import { browser } from 'wxt/browser';
import type { Answered, ArgumentsOf, CaptureBrowser, CaptureTab } from '../capture/browser.ts';
import { chromiumQuota, ShotPace } from '../capture/shots/shot-pace.ts';
import type { PageQuestion } from '../messaging/page-protocol.ts';
import type { Software } from '../model/capture.ts';
import { Fault, faultCodeOf } from '../model/fault.ts';
import { questionFault, scriptFault } from './browser-errors.ts';
import { systemClock } from './clock.ts';
import { shootRectangle, shootWindow } from './shots.ts';
import { readSoftware } from './software.ts';

/** The agent's key in the page's isolated world, which the page itself cannot see. */
const agentKey = '__holdfastPage';

/** What {@link askAgent} returns across the worlds: an error's class and prototype do not survive. */
interface Carried {
  readonly answer?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The port of a capture to the real browser, Chromium or Firefox. The background makes one. */
export function createBrowserPort(isFirefox: boolean): CaptureBrowser {
  const pace = isFirefox ? undefined : new ShotPace(chromiumQuota, systemClock);
  let software: Promise<Software> | undefined;
  return {
    canShootRegion: isFirefox,
    tab: readTab,
    shotTurn: () => pace?.turn() ?? Promise.resolve(),
    shootVisible: windowId => shootWindow(windowId, pace),
    shootRegion: shootRectangle,
    injectAgent: tabId => inject(tabId, '/page-agent.js'),
    injectRerender: tabId => inject(tabId, '/page-rerender.js'),
    ask,
    askInOrder: askEach,
    zoom: tabId => browser.tabs.getZoom(tabId).catch(() => 1),
    sidePanelOpen: isFirefox ? isSidebarOpen : isSidePanelOpen,
    software: () => {
      software ??= readSoftware();
      return software;
    },
  };
}

async function readTab(tabId: number): Promise<CaptureTab | undefined> {
  try {
    const { windowId, active, discarded, incognito, url, title } = await browser.tabs.get(tabId);
    return {
      ...{ id: tabId, windowId, active, discarded: discarded ?? false, incognito },
      ...(url === undefined ? {} : { url }),
      ...(title === undefined ? {} : { title }),
    };
  } catch {
    return undefined;
  }
}

async function inject(tabId: number, file: '/page-agent.js' | '/page-rerender.js'): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: [file],
      injectImmediately: true,
    });
  } catch (error) {
    throw scriptFault(error);
  }
}

async function ask<Q extends PageQuestion>(
  tabId: number,
  question: Q,
  args: ArgumentsOf<Q>,
): Promise<unknown> {
  const [answered] = await askEach(tabId, [{ question, args }]);
  if (answered === undefined || 'error' in answered) throw answered?.error;
  return answered.answer;
}

async function askEach(
  tabId: number,
  questions: readonly { readonly question: PageQuestion; readonly args: unknown }[],
): Promise<readonly Answered[]> {
  const carried = await carry(tabId, questions);
  if (!Array.isArray(carried) || carried.length !== questions.length) {
    throw new Fault('capture.tab.navigated', 'no agent in the page');
  }
  return carried.map((each, index) => answeredOf(each, questions[index]?.question));
}

function answeredOf({ answer, error }: Carried, question: PageQuestion | undefined): Answered {
  if (error === undefined) return { answer: answer ?? null };
  const code = faultCodeOf(error);
  if (code !== undefined) return { error: new Fault(code, error.message) };
  return { error: new Error(`the page could not answer ${question}: ${error.message}`) };
}

async function carry(
  tabId: number,
  questions: readonly { readonly question: PageQuestion; readonly args: unknown }[],
): Promise<readonly Carried[] | null | undefined> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: askAgent,
      args: [agentKey, questions.map(({ question, args }) => [question, args ?? {}] as const)],
      injectImmediately: true,
    });
    return results[0]?.result as readonly Carried[] | null | undefined;
  } catch (error) {
    // When a tab closes during a question, the error messages vary.
    if ((await readTab(tabId)) === undefined) throw new Fault('capture.tab.closed', String(error));
    throw questionFault(error);
  }
}

/** Runs inside the page's isolated world, so it may use nothing outside itself. Null when no agent is there. */
async function askAgent(
  key: string,
  questions: readonly (readonly [string, unknown])[],
): Promise<readonly Carried[] | null> {
  // An own property: named elements of the page appear as inherited properties of every world's window.
  const agent: unknown = Object.getOwnPropertyDescriptor(globalThis, key)?.value;
  if (typeof agent !== 'object' || agent === null || !('ask' in agent) || typeof agent.ask !== 'function') {
    return null;
  }
  const carried: Carried[] = [];
  for (const [question, args] of questions) {
    try {
      carried.push({ answer: await agent.ask(question, args) });
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      carried.push({ error: { code, message: String(error).slice(0, 500) } });
    }
  }
  return carried;
}

async function isSidePanelOpen(windowId: number): Promise<boolean | undefined> {
  try {
    const contexts = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
    return contexts.some(context => context.windowId === windowId);
  } catch {
    return undefined;
  }
}

/** Firefox's own API, missing from the types. */
interface Sidebar {
  readonly sidebarAction?: { isOpen(details: { windowId: number }): Promise<boolean> };
}

async function isSidebarOpen(windowId: number): Promise<boolean | undefined> {
  try {
    return await (browser as unknown as Sidebar).sidebarAction?.isOpen({ windowId });
  } catch {
    return undefined;
  }
}
