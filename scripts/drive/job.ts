import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { CaptureScope } from '../../src/model/capture.ts';
import { type DrivenBrowser, pause, type Screen, scopeButtons, until } from './driven-browser.ts';

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
  { choice = 'Enter', timeoutMs = 90_000, pickers = childrenOf }: CaptureOptions = {},
): Promise<CaptureEnd> {
  const popup = await browser.gesture(page);
  await popup.waitFor(scopeButtons[scope]);
  await pause(150);
  const before = await popup.attribute('#capture-result [data-reference]', 'data-reference');
  const standing = scope === 'post' ? await pickers(page) : 0;
  const stands = async () => (await pickers(page)) > standing;
  await popup.click(scopeButtons[scope]);
  if (scope === 'post' && (await pickerOpened(browser, popup, stands))) await choose(page, choice);
  const end = await endOf(browser, page, before, timeoutMs);
  if (scope === 'post') await (await browser.openPopup())?.close();
  return end;
}

/** The popup comes by itself when a post is recorded; where the browser refuses that, it is opened again. */
async function popupOfResult(browser: DrivenBrowser, page: Page): Promise<Screen> {
  const deadline = Date.now() + 6_000;
  while (Date.now() < deadline) {
    const popup = await browser.openPopup();
    if (popup) return popup;
    await pause(200);
  }
  return await browser.gesture(page);
}

/** Where the popup says that nothing was recorded. */
const refusal = '#capture-result [data-fault], [role="alert"]';

/** Every sentence of the popup about how a capture ended. */
const sentences = `[...document.querySelectorAll('#capture-result :is(p, li), [role="alert"] p')]
  .map(element => element.textContent.trim()).filter(Boolean).join(' ')`;

async function endOf(
  browser: DrivenBrowser,
  page: Page,
  before: string | undefined,
  timeoutMs: number,
): Promise<CaptureEnd> {
  const started = Date.now();
  // A popup that closes under the question is replaced by the one that shows the result.
  const answer = () =>
    popupOfResult(browser, page)
      .then(popup => endShown(popup, before, Date.now() - started > 1_500))
      .catch(() => undefined);
  return await until(answer, timeoutMs, async () => {
    const shown = await (await browser.openPopup())?.text('body').catch(String);
    return `the popup shows no end of the capture; it shows:\n${shown}`;
  });
}

/** What the popup says of the end; undefined while it says nothing new. A refusal may be an older one's at first. */
async function endShown(
  popup: Screen,
  before: string | undefined,
  isSettled: boolean,
): Promise<CaptureEnd | undefined> {
  if ((await popup.count('#capture-running')) > 0) return undefined;
  const result = '#capture-result [data-reference]';
  const reference = await popup.attribute(result, 'data-reference');
  const outcome = await popup.attribute(result, 'data-outcome');
  const reasons = String(await popup.run(sentences));
  if (reference && reference !== before) return { reference, ...(outcome ? { outcome } : {}), reasons };
  return isSettled && (await popup.count(refusal)) > 0 ? { reasons } : undefined;
}

/** True once the picker stands in the page; false when a popup comes instead and says why not. */
async function pickerOpened(
  browser: DrivenBrowser,
  popup: Screen,
  stands: () => Promise<boolean>,
): Promise<boolean> {
  let closed = false;
  const answer = async () => {
    if (await stands()) return 'open' as const;
    closed ||= !(await popup.isOpen());
    const alert = closed ? 0 : await popup.count('[role="alert"]').catch(() => 0);
    return alert > 0 || (closed && (await browser.openPopup()) !== undefined)
      ? ('refused' as const)
      : undefined;
  };
  return await until(answer, 15_000, () => 'the picker did not open in the page').then(
    found => found === 'open',
    () => false,
  );
}

/** How many elements stand directly in the page's root and body: the picker is one more. */
export async function childrenOf(page: Page): Promise<number> {
  return await page
    .evaluate(() => document.documentElement.childElementCount + (document.body?.childElementCount ?? 0))
    .catch(() => 0);
}

async function choose(page: Page, choice: Choice): Promise<void> {
  await pause(250);
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

/** `choose` is what the person does on the screen before they press the button. */
export interface ExportOptions {
  readonly timeoutMs?: number;
  readonly choose?: (screen: Screen) => Promise<void>;
}

/** Exports the current case on its page and downloads every volume. Throws what the screen shows when it does not end. */
export async function exportBundle(
  browser: DrivenBrowser,
  { timeoutMs = 120_000, choose }: ExportOptions = {},
): Promise<ExportEnd> {
  const screen = await browser.openScreen('case.html');
  await screen.waitFor('a[href$="/export"]');
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
    60_000,
    async () =>
      `${name} was not downloaded; the folder holds ${(await readdir(folder)).join(', ') || 'nothing'}`,
  );
  const bytes = await readFile(path);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
