import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { type Look, lookAt, visitScreens } from '../../scripts/drive/screens.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const seen: string[] = [];
const faults = { axe: [] as string[], tab: [] as string[] };

beforeAll(async () => {
  const session: Session = await openSession('chromium');
  try {
    await visitScreens(session.browser, session.site, async ({ name, page }) => {
      seen.push(name);
      faults.axe.push(...(await facesOf(name, page)));
      await lookAt(page, { width: 1280, scheme: 'light' });
      for (const fault of await tabThrough(page)) faults.tab.push(`${name}: ${fault}`);
    });
  } finally {
    await session.close();
  }
});

it('axe finds nothing on any screen, and none scrolls sideways at 360 px or at a zoom of 200 %', () => {
  expect(seen.length).toBeGreaterThan(12);
  expect(faults.axe).toEqual([]);
});

it('every control of every screen is reached with the Tab key, and shows that it is', () => {
  expect(faults.tab).toEqual([]);
});

/** What axe finds on the screen in each look, and whether it scrolls sideways in one. */
async function facesOf(name: string, page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of looks) {
    const { sideways } = await lookAt(page, look);
    if (sideways && look.width < 1280) found.push(`${name} at ${look.width} px scrolls sideways`);
    if (look.width === 640) continue;
    for (const finding of await axeFindings(page))
      found.push(`${name}, ${look.width} ${look.scheme}: ${finding}`);
  }
  return found;
}

/** Presses Tab until it comes round; answers the controls that were not reached, or not seen to be. */
async function tabThrough(page: Page): Promise<readonly string[]> {
  const controls = Number(await page.evaluate(markControls));
  // Only a page that has the focus shows where it is.
  await page.emulateFocusedPage(true);
  await page.evaluate('document.activeElement?.blur()');
  await page.evaluate(markReachedOnFocus);
  // From wherever the page was pressed last, past its end and the browser's own stops, and round.
  for (let pressed = 0; pressed < 2 * controls + 10; pressed += 10) {
    for (let press = 0; press < 10; press += 1) await page.keyboard.press('Tab');
    if (((await page.evaluate(unreached)) as string[]).length === 0) break;
  }
  return (await page.evaluate(unreached)) as string[];
}

/**
 * Controls that can be used: of a group of radio buttons the keyboard stops at one, and a dialog holds it. A page that was
 * looked at before it was led on has marks of that.
 */
const markControls = `(() => {
  for (const marked of document.querySelectorAll('[data-control]')) delete marked.dataset.control;
  const place = document.querySelector('dialog[open]') ?? document;
  const groups = new Set();
  const controls = [...place.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(each => {
    if (each.disabled || !each.checkVisibility({ visibilityProperty: true })) return false;
    if (each.type !== 'radio') return true;
    const isFirst = !groups.has(each.name);
    groups.add(each.name);
    return isFirst;
  });
  controls.forEach((each, index) => { each.dataset.control = index; });
  return controls.length;
})()`;

const markReachedOnFocus = `document.addEventListener('focusin', ({ target: reached }) => {
  const control = reached.type === 'radio'
    ? document.querySelector('[data-control][name="' + reached.name + '"]') : reached.closest('[data-control]');
  if (!control) return;
  const style = getComputedStyle(reached);
  const isSeen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  control.dataset.control = isSeen ? 'reached' : 'unseen';
})`;

const unreached = `[...document.querySelectorAll('[data-control]:not([data-control="reached"])')]
  .map(each => (each.dataset.control === 'unseen' ? 'no sign at ' : 'not reached: ') + each.outerHTML.slice(0, 120))`;

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
