import { describe, expect, it } from 'vitest';
import { faultWords } from '../../../src/words/faults.ts';
import { type Bench, begin, expectNextWorks, expectWords, hasEnded, said, whenLast } from './bench.ts';
import { type HeldStep, holdExpression } from './held-steps.ts';
import type { JournalEntry } from './journal.ts';
import { proveLog } from './prove.ts';

const early = ['guard', 'clocks', 'settle'] as const;
const late = ['tiles', 'stitch', 'snapshot', 'post', 'commit'] as const;

/** The background ended in every step of a capture. Firefox shoots a page in one piece: there is nothing to stitch. */
export function describeBackgroundDeaths(
  bench: () => Bench,
  steps: readonly HeldStep[] = [...early, ...late],
): void {
  describe('the background killed', () => {
    const references = new Map<string, HeldStep>();

    it.each(steps)(
      'in the step “%s”: what there is is kept, the reason said, the next capture works',
      async step => {
        const page = await killedIn(bench(), step);
        const shown = await said(bench(), page);
        expectWords(shown, 'capture.interrupted');
        const { reference, outcome, fault } = await whenLast(bench(), hasEnded);
        if (reference) references.set(reference, step);
        const kept = early.some(each => each === step)
          ? { fault: 'capture.interrupted' }
          : { outcome: 'partial' };
        expect({ reference, outcome, fault }).toMatchObject(kept);
        await expectNextWorks(bench(), page);
      },
    );

    it('with no screen open: the alarm wakes it, and the capture is ended without anybody asking', async () => {
      const page = await killedIn(bench(), 'snapshot', async () => {
        await bench().watch.run(alarmNow);
      });
      const { outcome, reference } = await whenLast(bench(), hasEnded);
      expect(outcome).toBe('partial');
      if (reference) references.set(reference, 'snapshot');
      expect(await bench().watch.run(alarms)).toEqual([]);
      await page.close();
    });

    it('leaves a log that verifies, each partial exhibit with the step that was broken off', async () => {
      const { records } = await proveLog(bench());
      for (const [reference, step] of references) {
        expect(records.get(reference)?.steps).toContainEqual({
          step,
          outcome: 'failed',
          reason: faultWords['capture.interrupted'].happened,
        });
      }
      expect(references.size).toBeGreaterThan(0);
    });
  });
}

const alarms = `(globalThis.browser ?? chrome).alarms.getAll().then(all => all.map(each => each.name))`;

/** The alarm that stands already, only sooner. It still comes again: the first may reach a background that is not yet ended. */
const alarmNow = `(async () => {
  const { alarms } = globalThis.browser ?? chrome;
  const [{ name, periodInMinutes }] = await alarms.getAll();
  await alarms.create(name, { when: Date.now() + 1500, periodInMinutes });
})()`;

/** A capture of a whole page whose background dies in this step; its popup is closed before, so that nothing asks. */
async function killedIn(bench: Bench, step: HeldStep, before = async () => {}) {
  const { browser, site } = bench;
  const page = await browser.openPage(site.addresses.tall(2_000));
  await browser.runInBackground(holdExpression(step));
  const popup = await begin(bench, page, 'page');
  const needsFile = !early.some(each => each === step);
  const stands = (entry: JournalEntry) => entry.step === step && (!needsFile || entry.staged > 0);
  const last = await whenLast(bench, entry => stands(entry) || hasEnded(entry));
  expect(last, 'was not held').toMatchObject({ state: 'running' });
  await popup.close();
  await before();
  await browser.stopBackground();
  return page;
}
