import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, hangMs, scopeButtons, until } from '../../../scripts/drive/driven-browser.ts';
import { faultWords } from '../../../src/words/faults.ts';
import { type Bench, expectNextWorks, hasEnded, journal, openBench, said } from './bench.ts';
import type { JournalEntry } from './journal.ts';
import { proveLog } from './prove.ts';

/** A file system of its own, so small that it can be filled: a quota does not bind an extension with `unlimitedStorage`. */
function mountSmall(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'holdfast-disk-'));
}

function mayMount(): boolean {
  const folder = newFolder();
  try {
    return mountSmall(folder);
  } finally {
    unmount(folder);
  }
}

/** A disk without room; only where this user may mount one. */
export function describeFullDisk(name: BrowserName): void {
  describe.skipIf(!mayMount())('a full disk', () => {
    let disk = '';
    let ballast = '';
    let bench: Bench;
    /** Leaves about this many bytes free; the browser may write meanwhile. */
    const fill = (free: number) => {
      for (const size of [2 ** 20, 2 ** 12]) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size));
        } catch {
          // There is no more room for a piece of this size.
        }
      }
      truncateSync(ballast, statSync(ballast).size - free);
    };
    const clear = () => truncateSync(ballast, 0);

    beforeAll(async () => {
      disk = newFolder();
      ballast = join(disk, 'ballast');
      mountSmall(disk);
      bench = await openBench(name, { profileDir: join(disk, 'profile') });
    });
    afterAll(async () => {
      await bench?.close();
      unmount(disk);
    });

    it('without any room: says so, and the next capture works once there is room', async () => {
      await expectNextWorks(bench);
      const page = await bench.browser.openPage(bench.site.addresses.tall(2_000));
      fill(0);
      await tryPage(bench, page).finally(clear);
      await expectNextWorks(bench, page);
    });

    it('with room for the beginning alone: ends with the reason once there is room, and the next works', async () => {
      const page = await bench.browser.openPage(bench.site.addresses.pixels('plain'));
      fill(bench.name === 'chromium' ? 20_150_000 : 150_000);
      await tryPage(bench, page).finally(clear);
      await said(bench, page);
      expect(await journal(bench)).toSatisfy((all: readonly JournalEntry[]) => all.every(hasEnded));
      await expectNextWorks(bench, page);
    });

    it('leaves a log that verifies', async () => {
      const { records } = await proveLog(bench);
      expect(records.size).toBeGreaterThanOrEqual(3);
    });
  });
}

/** Tries to record the page; everything that the popup, opened as often as it closes, says until it says no more. */
async function tryPage(bench: Bench, page: Page): Promise<string> {
  const popup = await bench.browser.gesture(page);
  await popup.waitFor(scopeButtons.page);
  await popup.run(`document.querySelector(${JSON.stringify(scopeButtons.page)}).click()`);
  return await until(
    async () => {
      const open = (await bench.browser.openPopup()) ?? (await bench.browser.gesture(page));
      const text = (await open.text('body').catch(() => undefined)) ?? '';
      return text.includes(faultWords['log.disk.full'].happened) && text;
    },
    hangMs,
    async () => `the popup does not say it: ${await (await bench.browser.openPopup())?.text('body')}`,
  );
}
