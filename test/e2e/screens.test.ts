import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Look, lookAt, visitScreens } from '../../scripts/drive/screens.ts';
import { openSession, type Session } from './session.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let session: Session;
beforeAll(async () => {
  session = await openSession('chromium');
});
afterAll(() => session.close());

it('axe finds nothing on any screen, and none scrolls sideways at 360 px or at a zoom of 200 %', async () => {
  const seen: string[] = [];
  const faults: string[] = [];
  await visitScreens(session.browser, session.site, async ({ name, page }) => {
    seen.push(name);
    for (const look of looks) {
      const { sideways } = await lookAt(page, look);
      if (sideways && look.width < 1280) faults.push(`${name} at ${look.width} px scrolls sideways`);
      if (look.width === 640) continue;
      for (const found of await axeFindings(page))
        faults.push(`${name}, ${look.width} ${look.scheme}: ${found}`);
    }
  });
  expect(seen.length).toBeGreaterThan(12);
  expect(faults).toEqual([]);
}, 240_000);

const looks: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 640, scheme: 'light' },
  { width: 360, scheme: 'dark' },
];

async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(node => node.target.join(' ')).join(', ')}`,
  );
}
