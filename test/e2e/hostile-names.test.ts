import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/drive/session.ts';
import type { Account } from '../../src/model/post.ts';
import { browsersOr, isThorough, shareOf } from '../thorough.ts';
import type { Played } from './hostile-names/in-page.ts';
import { tricks } from './hostile-names/tricks.ts';
import { openBrowser, scriptOf } from './text-oracle/browser.ts';

/*
 * What style does to names can only be seen where pages are laid out: every page of test/fixtures/platforms is shown in a
 * real browser, and whatever it hides, writes or spells beside the author's name, an author may get lost and is never
 * exchanged. What stands in the words of a post needs no layout: test/platforms/right-person.test.ts, fences.test.ts,
 * page-kinds.test.ts.
 */
const folder = join(root, 'test/fixtures/platforms');
const pages = readdirSync(folder).flatMap(id =>
  readdirSync(join(folder, id))
    .filter(file => file.endsWith('.json'))
    .map(file => ({ id, page: file.replace('.json', '') }))
    // What stands in a frame is the page `framed-message`.
    .filter(({ page }) => page !== 'framed')
    .filter(({ page }) => accountsOf(id, page).some(account => Object.keys(account).length > 0)),
);

/** A policy that holds for all that is put into the document afterwards. */
const nothingLoads = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'">`;

describe.each(browsersOr('firefox'))('pages that hide, write and misspell names, in %s', name => {
  const played = shareOf(tricks, 6, 3);
  let browser: Browser;
  let page: Page;
  let script: string;
  let touched = 0;

  beforeAll(async () => {
    [browser, script] = await Promise.all([
      openBrowser(name),
      scriptOf('test/e2e/hostile-names/in-page.ts', 'names'),
    ]);
    page = await browser.newPage();
    page.setDefaultTimeout(0);
  });
  afterAll(() => browser?.close());

  it.each(shareOf(pages, 4, 3))('name the author of $id/$page or nobody', async each => {
    const { address, html } = pageOf(each.id, each.page);
    await page.goto('about:blank');
    await page.setContent(nothingLoads);
    const asked = [each.id, address, html, played.map(({ trick }) => trick)];
    const all = (await page.evaluate(
      `${script};names.playAll(${asked.map(part => JSON.stringify(part)).join()})`,
    )) as Played[];
    for (const [at, { title, trick }] of played.entries()) {
      const { posts } = all[at]!;
      expect(posts.map(({ before }) => before)).toEqual(accountsOf(each.id, each.page));
      touched += all[at]!.touched;
      for (const { before, after } of posts) {
        // A name that is shown in other letters is another name, and shown it is; the account stays the same.
        const { displayName: _shown, ...account } = after;
        expect(before, title).toMatchObject(trick.what === 'look-alike' ? account : after);
      }
    }
  });

  it('are many, and have names that could be found', () => {
    expect(touched).toBeGreaterThan((isThorough ? 100 : 25) * played.length);
  });
});

/** The accounts of the page's posts as the golden file has them. */
function accountsOf(id: string, page: string): readonly Account[] {
  const golden = JSON.parse(readFileSync(join(folder, id, `${page}.json`), 'utf8')) as {
    readonly posts: readonly { readonly account: Account }[];
  };
  return golden.posts.map(({ account }) => account);
}

/** The page without its first line, and where it stands. */
function pageOf(id: string, page: string): { readonly address: string; readonly html: string } {
  const file = readFileSync(join(folder, id, `${page}.html`), 'utf8');
  const html = file
    .replace(/^<!--.*-->\s*(?:<!doctype html>)?/i, '')
    // An emoji that is not loaded has no room unless it is given some.
    .replaceAll(/<img (?=[^>]*\/emoji\/)/g, '<img width="16" height="16" ');
  return { address: /^<!--\s*(\S+)/.exec(file)?.[1] ?? '', html };
}
