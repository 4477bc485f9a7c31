import { describe, expect, it } from 'vitest';
import type { CaptureScope } from '../../../src/model/capture.ts';
import { type Bench, begin, expectNextWorks, expectWords, hasEnded, said, whenLast } from './bench.ts';

/** Pages where the browser lets no extension act, whoever asks. */
export function describeForbiddenPages(bench: () => Bench): void {
  const ownPages = { chromium: 'chrome://version', firefox: 'about:support' };

  describe('pages where extensions may not act', () => {
    it('the browser’s own: each gesture is answered with why, and the next capture works', async () => {
      for (const scope of ['viewport', 'page', 'post'] as const) {
        await expectRefusal(bench(), ownPages[bench().name], scope);
      }
      await expectNextWorks(bench());
    });

    it('the store, under its own name: the same', async () => {
      const [chromium = '', firefox = ''] = bench().site.addresses.stores;
      await expectRefusal(bench(), bench().name === 'chromium' ? chromium : firefox, 'viewport');
      await expectNextWorks(bench());
    });

    it('the PDF viewer: recorded, or refused with why, and the next capture works', async () => {
      const page = await bench().browser.openPage(bench().site.addresses.document);
      await begin(bench(), page, 'viewport');
      const { state, outcome, steps } = await whenLast(bench(), hasEnded);
      if (state === 'abandoned') expectWords(await said(bench(), page), 'capture.tab.not-permitted');
      else if (outcome === 'partial') {
        expect(steps.filter(step => step.outcome === 'failed').every(step => step.reason)).toBe(true);
      }
      await page.close();
      await expectNextWorks(bench());
    });
  });
}

async function expectRefusal(bench: Bench, address: string, scope: CaptureScope): Promise<void> {
  const page = await bench.browser.openPage(address);
  await begin(bench, page, scope);
  await whenLast(bench, hasEnded);
  expectWords(await said(bench, page), 'capture.tab.not-permitted');
  await page.close();
}
