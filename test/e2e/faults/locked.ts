import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserName, hangMs, type Screen, until } from '../../../scripts/drive/driven-browser.ts';
import { expectNothingShown, passphrase, setPassphrase, tryToOpen } from '../locking.ts';
import { type Bench, begin, expectNextWorks, hasEnded, openBench, whenLast } from './bench.ts';
import { holdExpression, letGoExpression } from './held-steps.ts';
import { proveLog } from './prove.ts';

/** A log with a passphrase, in a browser that is killed, and in the middle of a recording. */
export function describeLocked(name: BrowserName): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(name);
    await expectNextWorks(bench);
    await (await setPassphrase(bench.browser)).close();
  });
  afterAll(() => bench?.close());

  const openLogScreen = async (): Promise<Screen> => {
    const log = await bench.browser.openScreen('case.html');
    await log.waitFor('#passphrase, .page-name');
    return log;
  };

  it('finishes a recording that runs when it is locked, and shows it once it is opened', async () => {
    const page = await bench.browser.openPage(bench.site.addresses.tall(2_000));
    await bench.browser.runInBackground(holdExpression('tiles'));
    await begin(bench, page, 'page');
    await whenLast(bench, entry => entry.step === 'tiles' && entry.staged > 0);
    // The page in front must stay there, or the recording would say so.
    const { watch } = bench;
    await watch.run(`document.querySelector('#lock').click()`);
    await until(
      async () => (await watch.run(`document.querySelector('#passphrase') !== null`)) === true,
      hangMs,
      () => 'the settings are not locked',
    );
    await bench.browser.runInBackground(letGoExpression);
    expect(await whenLast(bench, hasEnded)).toMatchObject({ state: 'committed', outcome: 'complete' });
    const log = await openLogScreen();
    await expectNothingShown(log);
    await tryToOpen(log, passphrase);
    await log.waitFor('.page-name');
    await log.close();
    await page.close();
  });

  it('comes up locked when the browser was killed while it was open, and forgets no wrong try', async () => {
    await bench.browser.kill();
    await bench.restart();
    const log = await openLogScreen();
    await expectNothingShown(log);
    for (let tries = 0; tries < 5; tries += 1) {
      await tryToOpen(log, `not this one ${tries}`);
      await log.waitFor('[role=alert]');
    }
    await bench.browser.kill();
    await bench.restart();
    const again = await openLogScreen();
    await tryToOpen(again, passphrase);
    await again.waitFor('#try-again');
    expect(await again.count('#passphrase')).toBe(1);
  });

  it('opens after the wait, with all that was recorded, and all of it verifies', async () => {
    await bench.browser.runInBackground('new Promise(done => setTimeout(done, 10_500))');
    const log = await openLogScreen();
    await tryToOpen(log, passphrase);
    await log.waitFor('.page-name');
    await log.close();
    await expectNextWorks(bench);
    const { records } = await proveLog(bench);
    expect(records.size).toBe(3);
  });
}
