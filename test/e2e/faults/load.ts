import { describe, expect, it } from 'vitest';
import { hangMs, until } from '../../../scripts/drive/driven-browser.ts';
import type { CaptureScope } from '../../../src/model/capture.ts';
import { faultWords } from '../../../src/words/faults.ts';
import { type Bench, expectNextWorks, hasEnded, journal } from './bench.ts';
import type { JournalEntry } from './journal.ts';
import { proveLog } from './prove.ts';

/** More than one capture at a time. */
export function describeLoad(bench: () => Bench): void {
  describe('captures one upon the other', () => {
    it('two at once of one tab: both are complete', async () => {
      const tabId = await openGranted(bench());
      const ends = await startTogether(bench(), tabId, ['page', 'viewport']);
      expect(ends.map(end => end.outcome)).toEqual(['complete', 'complete']);
    });

    it('two at once of two tabs: the one behind is refused with why, the other is complete', async () => {
      const behind = await openGranted(bench());
      const front = await openGranted(bench());
      const [refused] = await startTogether(bench(), behind, ['viewport']);
      expect(refused).toMatchObject({ state: 'abandoned', fault: 'capture.tab.switched' });
      expect(faultWords['capture.tab.switched'].happened).toMatch(/\S\.$/);
      const [kept] = await startTogether(bench(), front, ['viewport']);
      expect(kept).toMatchObject({ state: 'committed', outcome: 'complete' });
    });

    it('ten at once: all ten are complete, under ten numbers that follow one another', async () => {
      const tabId = await openGranted(bench());
      const ends = await startTogether(bench(), tabId, Array(10).fill('viewport'));
      expect(ends.map(end => end.outcome)).toEqual(Array(10).fill('complete'));
      const numbers = ends.map(end => Number(end.reference?.split('/')[1])).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    });

    it('leave a log that verifies, and the next capture works', async () => {
      await expectNextWorks(bench());
      await proveLog(bench());
    });
  });
}

/** A page in front that the toolbar's action was pressed on; the tab's number, as the extension knows it. */
async function openGranted({ browser, site }: Bench): Promise<number> {
  const page = await browser.openPage(site.addresses.tall(1_500));
  const popup = await browser.gesture(page);
  await popup.waitFor('#choose-page');
  const tab = await popup.run(
    `(globalThis.browser ?? chrome).tabs.query({ active: true, currentWindow: true }).then(tabs => tabs[0].id)`,
  );
  await popup.close();
  return Number(tab);
}

/** Sends what the popup sends, as often as asked for and without waiting; resolves when all have ended. */
async function startTogether(
  bench: Bench,
  tabId: number,
  scopes: readonly CaptureScope[],
): Promise<readonly JournalEntry[]> {
  const known = new Set((await journal(bench)).map(({ captureId }) => captureId));
  await bench.watch.run(`Promise.all(${JSON.stringify(scopes)}.map((scope, id) =>
    (globalThis.browser ?? chrome).runtime.sendMessage({
      id, type: 'capture:start', data: { tabId: ${tabId}, scope }, timestamp: Date.now(),
    })))`);
  return await until(
    async () => {
      const begun = (await journal(bench)).filter(({ captureId }) => !known.has(captureId));
      return begun.length === scopes.length && begun.every(hasEnded) && begun;
    },
    hangMs,
    async () => `not all have ended: ${JSON.stringify(await journal(bench))}`,
  );
}
