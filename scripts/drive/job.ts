import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { CaptureScope } from '../../src/model/capture.ts';
import { type DrivenBrowser, hangMs, pause, type Screen, scopeButtons, until } from './driven-browser.ts';

/** How a capture through the popup ended. `reasons` are the popup's own sentences. */
export interface CaptureEnd {
  readonly reference?: string;
  readonly outcome?: string;
  readonly reasons: string;
}

/** A point of the window in CSS pixels, a key, or hands of one's own: how the post is chosen in the picker. */
export type Choice = 'Enter' | { readonly x: number; readonly y: number } | ((page: Page) => Promise<void>);

export interface CaptureOptions {
  readonly choice?: Choice;
  readonly timeoutMs?: number;
  /** Counts what grows when the picker stands in the page, for pages that do not say so themselves. */
  readonly pickers?: (page: Page) => Promise<number>;
}

/**
 * Captures the page in front as a person does: the toolbar's action, the popup's button, for a post a key
 * or a click in the page, and the popup once more when it closed. Throws what the screen shows when no end comes.
 */
export async function capture(
  browser: DrivenBrowser,
  page: Page,
  scope: CaptureScope,
  { choice = 'Enter', timeoutMs = hangMs, pickers = childrenOf }: CaptureOptions = {},
): Promise<CaptureEnd> {
  const popup = await browser.gesture(page);
  await popup.waitFor(scopeButtons[scope]);
  const pressed: Pressed = { browser, page, before: await journalOf(popup.run) };
  const standing = scope === 'post' ? await pickers(page) : 0;
  const stands = async () => (await pickers(page)) > standing;
  await popup.click(scopeButtons[scope]);
  if (scope === 'post' && (await pickerOpened(pressed, popup, stands))) await choose(page, choice);
  const end = await endOf(pressed, timeoutMs);
  if (scope === 'post') await (await browser.openPopup())?.close();
  return end;
}

/** A capture that was begun, and what the journal held before. */
interface Pressed {
  readonly browser: DrivenBrowser;
  readonly page: Page;
  readonly before: Journal;
}

/** The ids of all captures in the journal, and whether each has ended. */
type Journal = ReadonlyMap<string, boolean>;

/** Reads what stands unsealed in the journal, in any context of the extension. */
const readJournal = `(async () => {
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'evidence')) return [];
  const log = await done(indexedDB.open('evidence'));
  try {
    if (!log.objectStoreNames.contains('journal')) return [];
    const rows = await done(log.transaction('journal').objectStore('journal').getAll());
    return rows.map(({ captureId, finishedAt }) => [captureId, finishedAt !== undefined]);
  } finally {
    log.close();
  }
})()`;

async function journalOf(run: (expression: string) => Promise<unknown>): Promise<Journal> {
  return new Map((await run(readJournal)) as [string, boolean][]);
}

/** Whether the capture still runs. A background that sleeps runs none. */
async function isAtWork({ browser, before }: Pressed): Promise<boolean> {
  if (!(await browser.isBackgroundAwake())) return false;
  const now = await journalOf(expression => browser.runInBackground(expression));
  return [...now].some(([captureId, hasEnded]) => !hasEnded && !before.has(captureId));
}

/** The popup comes by itself when a post is recorded; where the browser refuses that, it is opened again. */
async function popupOfResult(pressed: Pressed): Promise<Screen> {
  const { browser, page } = pressed;
  // A few turns are left to the popup that comes by itself: nothing waits for it in vain but this.
  for (let idle = 0; idle < 10; idle += (await isAtWork(pressed)) ? 0 : 1) {
    const popup = await browser.openPopup();
    if (popup) return popup;
    await pause(200);
  }
  return await browser.gesture(page);
}

/** Every sentence of the popup about how a capture ended. */
const sentences = `[...document.querySelectorAll('#capture-result :is(p, li), [role="alert"] p')]
  .map(element => element.textContent.trim()).filter(Boolean).join(' ')`;

async function endOf(pressed: Pressed, timeoutMs: number): Promise<CaptureEnd> {
  // A popup that closes under the question is replaced by the one that shows the result.
  const answer = () =>
    popupOfResult(pressed)
      .then(popup => endShown(popup, pressed.before))
      .catch(() => undefined);
  return await until(answer, timeoutMs, async () => {
    const shown = await (await pressed.browser.openPopup())?.text('body').catch(String);
    return `the popup shows no end of the capture; it shows:\n${shown}`;
  });
}

/** What the popup says of the end of a capture that was not there before; undefined while it says nothing of it. */
async function endShown(popup: Screen, before: Journal): Promise<CaptureEnd | undefined> {
  if ((await popup.count('#capture-running')) > 0) return undefined;
  const captureId = await popup.attribute('#capture-result', 'data-capture');
  const isNew = captureId !== undefined && !before.has(captureId);
  const reasons = String(await popup.run(sentences));
  if (!isNew) return (await popup.count('[role="alert"]')) > 0 ? { reasons } : undefined;
  const reference = await popup.attribute('#capture-result [data-reference]', 'data-reference');
  const outcome = await popup.attribute('#capture-result [data-reference]', 'data-outcome');
  return { ...(reference ? { reference } : {}), ...(outcome ? { outcome } : {}), reasons };
}

/** True once the picker stands in the page and the popup is gone; false when a popup says why there is none. */
async function pickerOpened(
  pressed: Pressed,
  popup: Screen,
  stands: () => Promise<boolean>,
): Promise<boolean> {
  let closed = false;
  const answer = async () => {
    closed ||= !(await popup.isOpen());
    if (closed && (await stands())) return 'open' as const;
    if (!closed) return (await popup.count('[role="alert"]').catch(() => 0)) > 0 && ('refused' as const);
    const isOver = (await pressed.browser.openPopup()) !== undefined || !(await isAtWork(pressed));
    return isOver && ('refused' as const);
  };
  return (await until(answer, hangMs, () => 'the picker did not open in the page')) === 'open';
}

/** How many elements stand directly in the page's root and body: the picker is one more. */
export async function childrenOf(page: Page): Promise<number> {
  return await page
    .evaluate(() => document.documentElement.childElementCount + (document.body?.childElementCount ?? 0))
    .catch(() => 0);
}

async function choose(page: Page, choice: Choice): Promise<void> {
  if (typeof choice === 'function') await choice(page);
  else if (choice === 'Enter') await page.keyboard.press('Enter');
  else {
    await page.mouse.move(choice.x, choice.y);
    await page.mouse.click(choice.x, choice.y);
  }
}

/** A file that an export handed over, as it lies in the downloads. */
export interface Downloaded {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface ExportEnd {
  readonly volumes: readonly Downloaded[];
  /** The certificate's fingerprint as the screen shows it. */
  readonly fingerprint: string;
  /** Everything the screen says of the files, so that their digests can be looked for. */
  readonly shown: string;
  /** From pressing the button to the screen that offers the files. */
  readonly milliseconds: number;
}

/** `arrive` is what is done before the way to the export is taken, `choose` what the person does before they press the button. */
export interface ExportOptions {
  readonly timeoutMs?: number;
  readonly arrive?: (screen: Screen) => Promise<void>;
  readonly choose?: (screen: Screen) => Promise<void>;
}

/** A person who wants no report to print, which takes longer to lay out than all the rest of a file of many pictures. */
export async function withoutPrint(screen: Screen): Promise<void> {
  await screen.click('#choose-papers summary');
  await screen.waitFor('[data-paper="report.pdf"] input');
  await screen.click('[data-paper="report.pdf"] input');
}

/** Exports the current case on its page and downloads every volume. Throws what the screen shows when it does not end. */
export async function exportBundle(
  browser: DrivenBrowser,
  { timeoutMs = hangMs, arrive, choose }: ExportOptions = {},
): Promise<ExportEnd> {
  const screen = await browser.openScreen('case.html');
  await screen.waitFor('a[href$="/export"]');
  await arrive?.(screen);
  await screen.click('a[href$="/export"]');
  await screen.waitFor('#export');
  await choose?.(screen);
  const started = performance.now();
  await screen.click('#export');
  await screen.waitFor('#export-done .volume a.button[download], [role="alert"]', timeoutMs);
  if ((await screen.count('#export-done')) === 0) {
    throw new Error(`the export did not end well: ${await screen.text('[role="alert"]')}`);
  }
  const milliseconds = performance.now() - started;
  const fingerprint = ((await screen.text('#fingerprint')) ?? '').trim();
  const shown = (await screen.text('#export-done')) ?? '';
  const volumes: Downloaded[] = [];
  for (let index = 1; index <= (await screen.count('#export-done .volume')); index++) {
    const link = `#export-done .volume:nth-of-type(${index}) a.button[download]`;
    await screen.waitFor(link);
    const name = (await screen.attribute(link, 'download')) ?? '';
    await screen.click(link);
    volumes.push(await downloaded(browser.downloadDir, name));
  }
  await screen.close();
  return { volumes, fingerprint, shown, milliseconds };
}

async function downloaded(folder: string, name: string): Promise<Downloaded> {
  const path = join(folder, name);
  let before = -1;
  await until(
    async () => {
      const size = (await stat(path).catch(() => undefined))?.size ?? -1;
      const unfinished = (await readdir(folder)).some(file => /\.(part|crdownload)$/.test(file));
      const settled = size > 0 && size === before && !unfinished;
      before = size;
      return settled;
    },
    hangMs,
    async () =>
      `${name} was not downloaded; the folder holds ${(await readdir(folder)).join(', ') || 'nothing'}`,
  );
  const bytes = await readFile(path);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
