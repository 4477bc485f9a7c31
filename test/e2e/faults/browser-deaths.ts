import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../../../scripts/drive/driven-browser.ts';
import { faultWords } from '../../../src/words/faults.ts';
import {
  type Bench,
  begin,
  expectNextWorks,
  expectWords,
  hasEnded,
  openBench,
  said,
  whenLast,
} from './bench.ts';
import { type HeldStep, holdExpression } from './held-steps.ts';
import { proveLog } from './prove.ts';

/** The whole browser killed, as by a crash or a power cut, and started again in the same profile. */
export function describeBrowserDeaths(name: BrowserName, steps: readonly HeldStep[]): void {
  describe('the browser killed', () => {
    const references = new Map<string, HeldStep>();
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(name);
    });
    afterAll(() => bench?.close());

    it.each(steps)(
      'in the step “%s” and started again: what there is is kept, the reason said',
      async step => {
        await expectNextWorks(bench);
        const page = await bench.browser.openPage(bench.site.addresses.tall(2_000));
        await bench.browser.runInBackground(holdExpression(step));
        await begin(bench, page, 'page');
        const hasFile = step !== 'guard' && step !== 'clocks' && step !== 'settle';
        await whenLast(bench, entry => entry.step === step && (!hasFile || entry.staged > 0));
        await bench.browser.kill();
        await bench.restart();
        const again = await bench.browser.openPage(bench.site.addresses.forum);
        expectWords(await said(bench, again), 'capture.interrupted');
        const { outcome, reference, fault } = await whenLast(bench, hasEnded);
        expect({ outcome, fault }).toMatchObject(
          hasFile ? { outcome: 'partial' } : { fault: 'capture.interrupted' },
        );
        if (reference) references.set(reference, step);
        await expectNextWorks(bench, again);
      },
    );

    it('leaves a log that verifies, each partial exhibit with the step that was broken off', async () => {
      const { records } = await proveLog(bench);
      for (const [reference, step] of references) {
        const reason = faultWords['capture.interrupted'].happened;
        expect(records.get(reference)?.steps).toContainEqual({ step, outcome: 'failed', reason });
      }
      expect(records.size).toBe(2 * steps.length + references.size);
    });
  });
}
