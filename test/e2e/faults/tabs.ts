import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { FaultCode } from '../../../src/model/fault.ts';
import { faultWords } from '../../../src/words/faults.ts';
import { type Bench, begin, expectNextWorks, expectWords, hasEnded, said, whenLast } from './bench.ts';
import { holdExpression, letGoExpression } from './held-steps.ts';
import { proveLog } from './prove.ts';

interface TabFault {
  readonly what: string;
  readonly code: FaultCode;
  readonly cause: (page: Page, bench: Bench) => Promise<unknown>;
}

const tabFaults: readonly TabFault[] = [
  { what: 'closed', code: 'capture.tab.closed', cause: page => page.close() },
  {
    what: 'gone to another page',
    code: 'capture.tab.navigated',
    cause: (page, { site }) => page.goto(site.addresses.forum, { waitUntil: 'domcontentloaded' }),
  },
  {
    what: 'reloaded',
    code: 'capture.tab.navigated',
    cause: page => page.reload({ waitUntil: 'domcontentloaded' }),
  },
  {
    what: 'no longer in front',
    code: 'capture.tab.switched',
    cause: (_, { browser, site }) => browser.openPage(site.addresses.forum),
  },
];

/** The tab taken away from a capture that is in the middle of its pictures. */
export function describeTabFaults(bench: () => Bench): void {
  describe('the tab, in the middle of a capture', () => {
    const references = new Map<string, FaultCode>();

    it.each(tabFaults)(
      '$what: what there is is kept, the reason said, the next capture works',
      async fault => {
        const { browser, site } = bench();
        const page = await browser.openPage(site.addresses.tall(4_000));
        await browser.runInBackground(holdExpression('tiles'));
        await begin(bench(), page, 'page');
        await whenLast(bench(), ({ step, staged }) => step === 'tiles' && staged > 0);
        await fault.cause(page, bench());
        await browser.runInBackground(letGoExpression);
        const { outcome, reference } = await whenLast(bench(), hasEnded);
        expect(outcome).toBe('partial');
        if (reference) references.set(reference, fault.code);
        const next = await browser.openPage(site.addresses.chat);
        expectWords(await said(bench(), next), fault.code);
        await expectNextWorks(bench(), next);
        if (!page.isClosed()) await page.close();
      },
    );

    it('leaves a log that verifies, each partial exhibit with the reason', async () => {
      const { records } = await proveLog(bench());
      for (const [reference, code] of references) {
        const failed = records.get(reference)?.steps.filter(step => step.outcome === 'failed') ?? [];
        expect(failed.map(step => step.reason)).toContain(faultWords[code].happened);
      }
      expect(references.size).toBe(tabFaults.length);
    });
  });
}
