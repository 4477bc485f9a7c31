import { expect, it } from 'vitest';
import { hangMs, until } from '../../../scripts/drive/driven-browser.ts';
import { untilGone } from '../leaving.ts';
import { type Bench, begin, expectNextWorks, hasEnded, whenLast } from './bench.ts';
import { holdExpression, letGoExpression } from './held-steps.ts';

/** The user leaves every page at once, in the middle of something. */
export function describeLeaving(bench: () => Bench): void {
  it('leaves while a post is recorded: the recording goes on, and nothing comes up when it ends', async () => {
    const { browser, site } = bench();
    const page = await browser.openPage(site.addresses.forum);
    await browser.runInBackground(countPopups);
    await browser.runInBackground(holdExpression('snapshot'));
    const popup = await begin(bench(), page, 'post');
    await until(
      () => page.evaluate(() => document.querySelector(':popover-open') !== null),
      hangMs,
      () => 'no picker came',
    );
    await page.keyboard.press('Enter');
    await whenLast(bench(), ({ step }) => step === 'snapshot');
    await leave(bench(), popup);
    await browser.runInBackground(letGoExpression);
    expect(await whenLast(bench(), hasEnded)).toMatchObject({ state: 'committed', outcome: 'complete' });
    // What comes after a recording has come before the next one ends.
    await expectNextWorks(bench(), page);
    expect(await browser.runInBackground(`${scope}.popups`)).toBe(0);
  });

  it('leaves while a post is chosen: the page is as it was', async () => {
    const { browser, site } = bench();
    const page = await browser.openPage(site.addresses.forum);
    const before = await page.content();
    const popup = await begin(bench(), page, 'post');
    await leave(bench(), popup);
    expect(await whenLast(bench(), hasEnded)).toMatchObject({ fault: 'capture.post.not-chosen' });
    expect(await page.content()).toBe(before);
    expect(await browser.openPopup()).toBeUndefined();
    await expectNextWorks(bench(), page);
  });
}

/** The worker's own scope, or the event page's window. */
const scope = '(globalThis.window ?? globalThis)';

/** Counts the popups that the background opens by itself, and opens none. */
const countPopups = `(() => {
  ${scope}.popups = 0;
  Object.defineProperty((globalThis.browser ?? chrome).action, 'openPopup', {
    configurable: true,
    value: async () => { ${scope}.popups += 1; },
  });
})()`;

/** Leaves on the settings, which stand behind all others; the popup goes with them. */
async function leave(bench: Bench, popup: Awaited<ReturnType<typeof begin>>): Promise<void> {
  await bench.watch.run(`document.querySelector('#exit').click()`).catch(() => undefined);
  for (const screen of [popup, bench.watch]) await untilGone(screen);
  bench.watch = await bench.browser.openScreen('options.html', { behind: true });
}
