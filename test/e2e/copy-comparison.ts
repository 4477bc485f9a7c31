import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, type DrivenBrowser, until } from '../../scripts/drive/driven-browser.ts';
import { capture, exportBundle, withoutPrint } from '../../scripts/drive/job.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { ensureBuilt } from '../../scripts/drive/session.ts';
import { type CopyPage, type CopySite, copyPages, startCopySite } from '../samples/site/copies.ts';
import { readUnzipped, type Unzipped } from './hostile-bundle.ts';

type Name = keyof typeof copyPages;
const names = Object.keys(copyPages) as Name[];
const statuses = [404, 500] as const;

/** Records every page of the site in one browser, and lets the browser itself read the copies from the unzipped bundle. */
export function describeCopies(browserName: BrowserName): void {
  describe(`the copy of a page, in ${browserName}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-copies-'));
    const kept = new Map<string, Unzipped>();
    let site: CopySite;
    let browser: DrivenBrowser;

    beforeAll(async () => {
      ensureBuilt();
      site = await startCopySite();
      browser = await launch(browserName, { headless: true, downloadDir: folder });
      for (const path of [
        ...names,
        ...statuses.map(each => `status/${each}` as const),
        'moved-to' as const,
      ]) {
        const page = await browser.openPage(site.address(path));
        const { reference, reasons } = await capture(browser, page, 'viewport', { timeoutMs: 300_000 });
        if (reference === undefined) throw new Error(`${path} was not recorded: ${reasons}`);
        await page.close();
      }
      const { volumes } = await exportBundle(browser, { timeoutMs: 300_000, choose: withoutPrint });
      const unzipped = join(folder, 'unzipped');
      mkdirSync(unzipped);
      for (const { path } of volumes) spawnSync('unzip', ['-q', '-o', path, '-d', unzipped]);
      const { exhibits } = readUnzipped(unzipped);
      // By what they are of: a popup may show an older one for a moment.
      for (const exhibit of exhibits.values()) {
        kept.set(new URL(exhibit.record.page?.address ?? site.address('typed')).pathname.slice(1), exhibit);
      }
    }, 1_800_000);

    afterAll(async () => {
      await browser?.close();
      await site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const keptOf = (name: string): Unzipped => {
      const exhibit = kept.get(name);
      if (exhibit === undefined) throw new Error(`no exhibit of ${name}`);
      return exhibit;
    };

    it.each(names)('shows a reader what the page showed: %s', async name => {
      const { sees, hides, colours = [] }: CopyPage = copyPages[name];
      const page = await browser.openPage('about:blank');
      await visitFile(page, pathToFileURL(join(keptOf(name).folder, 'page.html')).href);
      const shown = await shownWords(page);
      expect(sees.filter(words => !shown.includes(words))).toEqual([]);
      expect(hides.filter(words => shown.includes(words))).toEqual([]);
      expect(await coloursMissing(page, colours)).toEqual([]);
      await page.close();
    });

    it.each(names)('is compared with the page, and the record says how that ended: %s', name => {
      const { check: expected = 'held', detail = /./, note = /^/ }: CopyPage = copyPages[name];
      const { record } = keptOf(name);
      const check = record.checks?.find(each => each.check === 'copy');
      expect({ name, ...check }).toMatchObject({
        name,
        result: expected,
        detail: expect.stringMatching(detail),
      });
      if (expected === 'failed') expect(record.outcome).toBe('partial');
      const notes = (record.pageChanges ?? []).map(change => change.detail).join('\n');
      expect(notes).toMatch(note);
    });

    it('holds nothing that was typed', () => {
      for (const name of names) expect(keptOf(name).snapshot).not.toMatch(/SECRET/);
    });

    it('comes with the status of the server’s answer', () => {
      const statusOf = (name: string) => keptOf(name).record.page?.httpStatus;
      expect(statuses.map(each => statusOf(`status/${each}`))).toEqual([...statuses]);
      // That of the page at the end of the way, not of the answer that led there.
      expect(keptOf('typed').record.page?.address).toBe(site.address('typed'));
      expect(statusOf('typed')).toBe(200);
    });
  });
}

/** Firefox at times breaks off what is asked of a tab that is new. */
async function visitFile(page: Page, address: string): Promise<void> {
  const isThere = () =>
    page.goto(address, { waitUntil: 'load' }).then(
      () => true,
      (error: unknown) => {
        if (/NS_BINDING_ABORTED/.test(String(error))) return false;
        throw error;
      },
    );
  await until(isThere, 60_000, () => `${address} was not opened`);
}

/** The words on the screen, by a reader of the test's own: through open shadow roots and slots, without what style hides. */
async function shownWords(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const look = (node: Node): void => {
      if (node instanceof Text) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { width, height } = range.getBoundingClientRect();
        const parent = node.parentElement;
        const isSeen =
          parent === null || parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (width > 0 && height > 0 && isSeen) found.push((node.textContent ?? '').trim());
      } else if (node instanceof HTMLSelectElement) {
        found.push(...Array.from(node.selectedOptions, option => option.text));
      } else if (!(node instanceof HTMLTemplateElement)) {
        if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
        for (const child of node.childNodes) look(child);
      }
    };
    look(document.body);
    return found.filter(text => text !== '').join('\n');
  });
}

/** Which colours no pixel of the window has. */
async function coloursMissing(page: Page, colours: readonly string[]): Promise<string[]> {
  if (colours.length === 0) return [];
  const { data } = PNG.sync.read(Buffer.from(await page.screenshot()));
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += 4) seen.add(`#${data.toString('hex', at, at + 3)}`);
  return colours.filter(colour => !seen.has(colour));
}
