import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { built } from '../../../scripts/build.ts';
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
import { holdExpression } from './held-steps.ts';
import { proveLog } from './prove.ts';
import { openDiary } from './typed-page.ts';

const newer = '99.0.0';

/** A new version takes the place of the old one while a page is recorded and the log is open. */
export function describeUpdated(name: BrowserName): void {
  let bench: Bench;
  let extensionDir: string;
  beforeAll(async () => {
    extensionDir = mkdtempSync(join(tmpdir(), 'holdfast-updated-'));
    cpSync(built[name], extensionDir, { recursive: true });
    bench = await openBench(name, { extensionDir });
  });
  afterAll(async () => {
    await bench?.close();
    rmSync(extensionDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('what was recorded is kept, what was under way is said, the next capture works, and all of it verifies', async () => {
    await expectNextWorks(bench);
    await openDiary(bench.browser);
    const page = await bench.browser.openPage(bench.site.addresses.tall(2_000));
    await bench.browser.runInBackground(holdExpression('tiles'));
    await begin(bench, page, 'page');
    await whenLast(bench, entry => entry.step === 'tiles' && entry.staged > 0);
    await bench.browser.kill();
    takeVersion(extensionDir, newer);
    await bench.restart();
    const again = await bench.browser.openPage(bench.site.addresses.forum);
    expectWords(await said(bench, again), 'capture.interrupted');
    expect(await whenLast(bench, hasEnded)).toMatchObject({ outcome: 'partial' });
    await expectNextWorks(bench, again);
    const { records } = await proveLog(bench);
    const [before, brokenOff, after] = [...records.values()];
    expect(records.size).toBe(3);
    expect(brokenOff?.steps).toContainEqual({
      step: 'tiles',
      outcome: 'failed',
      reason: faultWords['capture.interrupted'].happened,
    });
    // Who began a recording made it, whoever ended it.
    const old = JSON.parse(readFileSync(join(built[name], 'manifest.json'), 'utf8')).version;
    expect([before, brokenOff, after].map(record => record?.software.version)).toEqual([old, old, newer]);
  });
}

/** As an update leaves it: the same extension in the same place, of another version. */
function takeVersion(extensionDir: string, version: string): void {
  const path = join(extensionDir, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
}
