import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  type BrowserName,
  type DrivenBrowser,
  hangMs,
  type LaunchOptions,
  type Screen,
  scopeButtons,
  until,
} from '../../../scripts/drive/driven-browser.ts';
import { type CaptureEnd, capture } from '../../../scripts/drive/job.ts';
import { launch } from '../../../scripts/drive/launch.ts';
import type { CaptureScope } from '../../../src/model/capture.ts';
import type { FaultCode } from '../../../src/model/fault.ts';
import { faultWords } from '../../../src/words/faults.ts';
import { type Site, startSite } from '../../samples/site/server.ts';
import { type JournalEntry, journalExpression } from './journal.ts';

/** A browser in which faults are caused, and a screen behind all others from which the log is watched. */
export interface Bench {
  readonly name: BrowserName;
  readonly site: Site;
  readonly folder: string;
  browser: DrivenBrowser;
  watch: Screen;
  /** Starts the browser anew in the same profile, after it was killed. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser in a profile that outlives it. */
export async function openBench(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-faults-'));
  const site = await startSite();
  const start = async () => {
    const browser = await launch(name, {
      headless: true,
      downloadDir: folder,
      proxyPort: site.proxy.port,
      profileDir: join(folder, 'profile'),
      ...options,
    });
    return { browser, watch: await browser.openScreen('options.html', { behind: true }) };
  };
  const bench: Bench = {
    name,
    site,
    folder,
    ...(await start()),
    async restart() {
      Object.assign(bench, await start());
    },
    async close() {
      await bench.browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return bench;
}

/** Every capture that the journal knows, in the order they began. */
export async function journal({ watch }: Bench): Promise<readonly JournalEntry[]> {
  return (await watch.run(journalExpression)) as JournalEntry[];
}

/** Resolves with the capture begun last, when it is as asked for. */
export async function whenLast(
  bench: Bench,
  isSo: (entry: JournalEntry) => boolean,
  timeoutMs = hangMs,
): Promise<JournalEntry> {
  return await until(
    async () => {
      const last = (await journal(bench)).at(-1);
      return last !== undefined && isSo(last) && last;
    },
    timeoutMs,
    async () => `the journal ends with ${JSON.stringify((await journal(bench)).at(-1))}`,
  );
}

/** Presses the popup's button for this scope and comes back once the capture stands in the journal. */
export async function begin(bench: Bench, page: Page, scope: CaptureScope): Promise<Screen> {
  const before = (await journal(bench)).at(-1)?.captureId;
  const popup = await bench.browser.gesture(page);
  await popup.waitFor(scopeButtons[scope]);
  // The list may still move while the case's name comes in: no pointer, but the button itself.
  await popup.run(`document.querySelector(${JSON.stringify(scopeButtons[scope])}).click()`);
  await whenLast(bench, ({ captureId }) => captureId !== before);
  return popup;
}

export const hasEnded = ({ state }: JournalEntry) => state === 'committed' || state === 'abandoned';

/** What the popup says of the capture that ended last, opened anew as a person would. */
export async function said(bench: Bench, page: Page): Promise<string> {
  return await until(
    async () => {
      const popup = await bench.browser.gesture(page);
      // The choices stand there as soon as it is known whether there is a result. The popup that the background
      // opens to show one may take this one's place.
      const shown = await popup.waitFor('#capture-result, #choose-post').then(
        () => popup.text('#capture-result'),
        () => undefined,
      );
      await popup.close();
      return shown;
    },
    hangMs,
    () => 'the popup shows no result',
  );
}

/** The sentence of what happened stands on the screen, and the one of what to do next. */
export function expectWords(shown: string, code: FaultCode): void {
  expect(shown).toContain(faultWords[code].happened);
  expect(shown).toContain(faultWords[code].next);
}

/** The next capture works as if nothing had been; of this page, or of one opened for it. */
export async function expectNextWorks(bench: Bench, opened?: Page): Promise<CaptureEnd> {
  const page = opened ?? (await bench.browser.openPage(bench.site.addresses.forum));
  const end = await capture(bench.browser, page, 'viewport');
  await page.close();
  expect(end, end.reasons).toMatchObject({ outcome: 'complete', reference: expect.any(String) });
  return end;
}
