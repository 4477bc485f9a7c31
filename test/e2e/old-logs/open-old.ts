import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../../scripts/build.ts';
import type { BrowserName } from '../../../scripts/drive/driven-browser.ts';
import { expressionOf } from '../../../scripts/drive/in-extension.ts';
import { exportBundle, withoutPrint } from '../../../scripts/drive/job.ts';
import { openSession, root, type Session } from '../../../scripts/drive/session.ts';
import type { RawLog } from '../../../scripts/old-logs/raw-log.ts';
import type { LogTold } from '../../../scripts/old-logs/read-all.ts';
import { fixtureOf, oldVersions } from '../../../scripts/old-logs/versions.ts';
import { faultWords } from '../../../src/words/faults.ts';
import { digestOf } from '../../samples/digest.ts';
import { openDiary, typed, typedInDiary } from '../faults/typed-page.ts';
import { ask, unzipped } from '../proof.ts';

const putLog = fileURLToPath(new URL('page/put-log.ts', import.meta.url));

/** Holdfast is updated over the log of each earlier version, in this browser's own database. */
export function describeOldLogs(name: BrowserName): void {
  describe(`an earlier log in ${name}`, () => {
    let session: Session;
    beforeAll(async () => {
      session = await openSession(name);
    });
    afterAll(() => session?.close());

    it.each(oldVersions.map(({ version }) => version))('of version %s', async version => {
      const { browser, folder } = session;
      const { told, log }: { readonly told: LogTold; readonly log: RawLog } = JSON.parse(
        readFileSync(join(root, fixtureOf(version)), 'utf8'),
      );
      const exhibits = told.cases.at(-1)?.exhibits ?? [];
      const update = await browser.openScreen('verify.html');
      // The page has asked by then whether the log is locked, and opens it no more.
      await update.waitFor('input[type="file"]');
      expect(await update.run(await expressionOf(putLog, log))).toBe('put');
      await browser.stopBackground();
      await update.close();

      const screen = await browser.openScreen('case.html');
      for (const { reference } of exhibits) await screen.waitFor(`[data-reference="${reference}"]`);
      await screen.close();

      const { volumes } = await exportBundle(browser, { choose: withoutPrint });
      const path = volumes[0]?.path ?? '';
      const { status, output } = ask(process.execPath, [built.cli, 'verify', path]);
      expect(status, output).toBe(0);
      const files = join(unzipped(path, folder), 'data', 'exhibits');
      const recordOf = (reference = '') =>
        readFileSync(join(files, reference.replace('/', '_'), 'capture.json'));
      for (const { state, reference, recordSha256 } of exhibits)
        if (state === 'kept') expect(digestOf(recordOf(reference))).toBe(recordSha256);
      // What the update came upon was ended when the background began anew.
      expect(JSON.parse(recordOf(`ABC/${exhibits.length + 1}`).toString())).toMatchObject({
        outcome: 'partial',
      });
    });

    it('is given over to a newer Holdfast: the page that is open says so, and keeps what was typed', async () => {
      const { browser } = session;
      const log = await openDiary(browser);
      const newer = await browser.openScreen('verify.html', { behind: true });
      expect(await newer.run(openNewer)).toBe('open');
      await log.waitFor('.update-notice [role="alert"]');
      expect(await log.text('.update-notice')).toContain(faultWords['log.newer'].next);
      expect(await typedInDiary(log)).toBe(typed);
      await log.fill('#diary-new-what', '');
    });
  });
}

/** In a page: opens the log with a later version, which waits until every other context has let it go. */
const openNewer = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('evidence', 1000);
  opening.onsuccess = () => resolve('open');
  opening.onerror = () => reject(opening.error);
})`;
