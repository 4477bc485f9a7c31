import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { showSaved } from './chromium.ts';
import { readPage } from './read-page.ts';
import type { KnownRule, PageReading } from './reading.ts';
import { readSavedPage } from './saved-page.ts';

const fixtures = resolve(import.meta.dirname, '../../test/fixtures/platforms');

/** How each value is found on the pages of this platform that tests hold the readers to, but for the page itself. */
export async function knownRules(browser: Browser, platform: string, except?: string): Promise<KnownRule[]> {
  const folder = join(fixtures, platform);
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.html')) : [];
  const rules: KnownRule[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (except !== undefined && resolve(except) === path) continue;
    const { address, viewer, html } = readSavedPage(path);
    const { page } = await showSaved(browser, { address, html });
    const reading = await readPage(page, { address, ...(viewer && { viewer }), known: [] });
    rules.push(...rulesIn(reading, `${platform}/${name}`));
    await page.close();
  }
  return eachOnce(rules);
}

/** The rules by which a page's values were found. */
export function rulesIn({ posts }: PageReading, page: string): KnownRule[] {
  return posts.flatMap(({ places, read: { reader } }) =>
    Object.entries(places)
      .filter(([, { rules }]) => rules.length > 0)
      .map(([name, { rules, isOutside }]) => ({
        name,
        page,
        ...(typeof reader === 'string' && { reader }),
        isOutside,
        selectors: rules.map(({ selector }) => selector),
      })),
  );
}

function eachOnce(rules: readonly KnownRule[]): KnownRule[] {
  const first = new Map<string, KnownRule>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.name, rule.reader, rule.selectors]);
    if (!first.has(key)) first.set(key, rule);
  }
  return [...first.values()];
}
