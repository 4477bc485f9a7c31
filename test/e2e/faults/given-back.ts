import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../../scripts/drive/driven-browser.ts';
import { capture } from '../../../scripts/drive/job.ts';
import { type Bench, begin, expectNextWorks, expectWords, hasEnded, said, whenLast } from './bench.ts';
import { holdAlteredExpression } from './held-steps.ts';
import { proveLog } from './prove.ts';

/** Case 53: a page that is being recorded is given back, whatever becomes of the background. */
export function describeGivenBack(bench: () => Bench): void {
  describe('the page, when the background is gone in the middle of a capture', () => {
    let before: State;
    let page: Page;

    it('puts itself back without anybody asking', async () => {
      page = await openScrolled(bench());
      before = await stateOf(page);
      await alteredBy(bench(), page);
      await bench().browser.stopBackground();
      await comesBack(page, before);
    });

    it('is recorded as it is, next time', async () => {
      // The popup wakes the background, and that ends what was left behind.
      expectWords(await said(bench(), page), 'capture.interrupted');
      const next = await capture(bench().browser, page, 'viewport');
      expect(next, next.reasons).toMatchObject({ outcome: 'complete' });
      expect(await stateOf(page)).toEqual(before);
      await page.close();
    });

    it('stands in the record of what was broken off, with what had been changed in it', async () => {
      const { records } = await proveLog(bench());
      const [broken, next] = [...records.values()].slice(-2);
      const restored = (result: string) => expect.objectContaining({ check: 'restored', result });
      expect(broken?.outcome).toBe('partial');
      expect(broken?.checks).toContainEqual(restored('not-made'));
      for (const [kind, words] of [
        ['hidden', 'header.bar'],
        ['other', 'broke off while the page was'],
      ]) {
        expect(broken?.pageChanges).toContainEqual({ kind, detail: expect.stringContaining(words ?? '') });
      }
      expect(next?.page?.scroll).toEqual({ x: 0, y: before.y });
      expect(next?.checks).toContainEqual(restored('not-needed'));
    });

    it('takes the picker away', async () => {
      const { browser, site } = bench();
      const page = await browser.openPage(site.addresses.forum);
      const before = await page.content();
      const popup = await begin(bench(), page, 'post');
      await until(
        () => hasPicker(page),
        30_000,
        () => 'no picker came',
      );
      await popup.close();
      await browser.stopBackground();
      await until(
        async () => !(await hasPicker(page)),
        30_000,
        () => 'the picker stays',
      );
      expect(await page.content()).toBe(before);
      await expectNextWorks(bench(), page);
    });
  });
}

/** The extension is reloaded, as by an update: after this no test can speak to the one that was. */
export function describeReloaded(bench: () => Bench): void {
  describe('the page, when the extension is reloaded in the middle of a capture', () => {
    let before: State;
    let page: Page;

    it('is put back at once, or else before it is recorded again', async () => {
      const { browser } = bench();
      page = await openScrolled(bench());
      before = await stateOf(page);
      await alteredBy(bench(), page);
      const { y } = await stateOf(page);
      // It takes the background with it that would have to answer.
      void browser.runInBackground('(globalThis.browser ?? chrome).runtime.reload()').catch(() => undefined);
      if (browser.name === 'chromium') return void (await comesBack(page, before));
      await until(
        () => browser.runInBackground(isNewExpression).then(Boolean, () => false),
        60_000,
        () => 'the extension did not come back',
      );
      // Firefox ends the agent without a word: the next one finds what it left, and does not scroll it under a reader.
      const next = await capture(browser, page, 'viewport');
      expect(next, next.reasons).toMatchObject({ outcome: 'complete' });
      expect(await stateOf(page)).toEqual({ ...before, y });
    });

    it('is said to have been, in what is recorded then', async () => {
      // No driver finds the extension again that Chromium has reloaded.
      if (bench().browser.name === 'chromium') return;
      const { records } = await proveLog(bench());
      expect([...records.values()].at(-1)?.pageChanges).toContainEqual({
        kind: 'restored',
        detail: expect.stringContaining('Before this recording the page was put right'),
      });
    });
  });
}

/** Nothing is held in a background that has begun since. */
const isNewExpression = `(globalThis.window ?? globalThis).letGo === undefined`;

interface State {
  readonly y: number;
  readonly visibility: string;
  readonly style: string | null;
}

/** A page with a bar fixed to its top, somewhat down. */
async function openScrolled({ browser, site }: Bench): Promise<Page> {
  const page = await browser.openPage(site.addresses.pixels('fixed'));
  await page.evaluate(() => {
    document.querySelector('header')?.setAttribute('style', 'color: red;  top: 0');
    window.scrollTo(0, 300);
  });
  return page;
}

function stateOf(page: Page): Promise<State> {
  return page.evaluate(() => {
    const bar = document.querySelector('header') ?? document.documentElement;
    const { visibility } = getComputedStyle(bar);
    return { y: window.scrollY, visibility, style: bar.getAttribute('style') };
  });
}

/** A capture of the whole page that stands at a picture of the altered page, and is known to the log as such. */
async function alteredBy(bench: Bench, page: Page): Promise<void> {
  await bench.browser.runInBackground(holdAlteredExpression);
  const popup = await begin(bench, page, 'page');
  await until(
    async () => (await stateOf(page)).visibility === 'hidden',
    60_000,
    async () => `the bar is not hidden: ${JSON.stringify(await stateOf(page))}`,
  );
  await whenLast(
    bench,
    entry => hasEnded(entry) || entry.draft?.pageChanges?.some(({ kind }) => kind === 'hidden') === true,
    60_000,
  );
  await popup.close();
}

function comesBack(page: Page, before: State): Promise<unknown> {
  const isBack = async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before);
  return until(isBack, 60_000, async () => `the page is left at ${JSON.stringify(await stateOf(page))}`);
}

function hasPicker(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector(':popover-open') !== null);
}
