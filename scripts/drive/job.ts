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

/** A point of the window in CSS pixels, or a key: how the post is chosen in the picker. */
export type Choice = 'Enter' | { readonly x: number; readonly y: number };

/**
 * Captures the page in front as a person does: the toolbar's action, the popup's button, for a post a key
 * or a click in the page, and the popup once more when it closed. Throws what the screen shows when no end comes.
 */
export async function capture(
  browser: DrivenBrowser,
  page: Page,
  scope: CaptureScope,
  { choice = 'Enter', timeoutMs = 90_000 }: { readonly choice?: Choice; readonly timeoutMs?: number } = {},
): Promise<CaptureEnd> {
  const popup = await browser.gesture(page);
  await popup.waitFor(scopeButtons[scope]);
  await pause(150);
  const before = await popup.attribute('#capture-result [data-reference]', 'data-reference');
  const standing = scope === 'post' ? await childrenOf(page) : 0;
  await popup.click(scopeButtons[scope]);
  if (scope !== 'post') return await endOf(popup, before, timeoutMs);
  const opened = await pickerOpened(page, popup, standing);
  if (opened) await choose(page, choice);
  const again = await popupOfResult(browser, page);
  const end = await endOf(again, before, timeoutMs);
  await again.close();
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

async function endOf(popup: Screen, before: string | undefined, timeoutMs: number): Promise<CaptureEnd> {
  const started = Date.now();
  const end = await until(
    async () => {
      if ((await popup.count('#capture-running')) > 0) return undefined;
      const reference = await popup.attribute('#capture-result [data-reference]', 'data-reference');
      const outcome = await popup.attribute('#capture-result [data-reference]', 'data-outcome');
      if (reference && reference !== before) return { reference, outcome };
      const refused = (await popup.count('#capture-result [data-fault], .fault, [role="alert"]')) > 0;
      return refused && Date.now() - started > 1_500 ? {} : undefined;
    },
    timeoutMs,
    async () => `the popup shows no end of the capture; it shows:\n${await popup.text('body').catch(String)}`,
  );
  const reasons = (await popup.text('#capture-result, .fault, [role="alert"]')) ?? '';
  return {
    ...('reference' in end && end.reference ? { reference: end.reference } : {}),
    ...('outcome' in end && end.outcome ? { outcome: end.outcome } : {}),
    reasons,
  };
}

/** True once the picker stands in the page; false when the popup says that there is nothing to pick. */
async function pickerOpened(page: Page, popup: Screen, standing: number): Promise<boolean> {
  return await until(
    async () => {
      if ((await childrenOf(page)) > standing) return 'open' as const;
      const refused = await popup
        .count('#capture-result [data-fault], .fault, [role="alert"]')
        .catch(() => 0);
      return refused > 0 ? ('refused' as const) : undefined;
    },
    15_000,
    () => 'the picker did not open in the page',
  ).then(
    answer => answer === 'open',
    () => false,
  );
}

async function childrenOf(page: Page): Promise<number> {
  return await page
    .evaluate(() => document.documentElement.childElementCount + (document.body?.childElementCount ?? 0))
    .catch(() => 0);
}

async function choose(page: Page, choice: Choice): Promise<void> {
  await pause(250);
  if (choice === 'Enter') await page.keyboard.press('Enter');
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

/** Exports the current case on its page and downloads every volume. Throws what the screen shows when it does not end. */
export async function exportBundle(browser: DrivenBrowser, timeoutMs = 120_000): Promise<ExportEnd> {
  const screen = await browser.openScreen('case.html');
  await screen.waitFor('a[href$="/export"]');
  await screen.click('a[href$="/export"]');
  await screen.waitFor('#export');
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
