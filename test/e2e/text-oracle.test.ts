import fc from 'fast-check';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isThorough } from '../thorough.ts';
import { openBrowser, seenScript } from './text-oracle/browser.ts';
import { knownPages } from './text-oracle/known-pages.ts';
import { pageOf, type Reading, type Way, ways } from './text-oracle/pages.ts';
import { type PictureWord, wordsIn } from './text-oracle/read-pixels.ts';

const seed = Number(process.env['HOLDFAST_TEXT_SEED'] ?? 20_261_128);
const pagesEach = isThorough ? 150 : 20;

describe.each(['chromium', 'firefox'] as const)('the words of the picture in %s', name => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(name), seenScript()]);
    page = await browser.newPage();
    page.setDefaultTimeout(0);
  }, 600_000);
  afterAll(() => browser?.close());

  it('are read from pixels, every letter of the font', async () => {
    const { picture } = await look(page, pageOf(ways.slice(0, 1), 1), script, 1);
    expect(picture[0]?.length).toBe(5);
  }, 300_000);

  it.each(ways.map((part, at) => ({ name: part.name, part, at })))(
    'are those of the text: $name',
    async ({ part, at }) => {
      const { text, picture } = await look(page, pageOf([part], 1_000 + at * 97), script, 1);
      expect(text).toEqual(inReadingOrder(picture, [part]));
    },
    300_000,
  );

  it.each(knownPages)('are known: $name', async ({ html, root = 'body', text, unseen, doubtful = 0 }) => {
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8">${html}`);
    const read = (options: string) =>
      page.evaluate(`${script};seen.seenText(document.querySelector('${root}'), ${options})`);
    const seen: unknown = await read('{ isWithinPage: true }');
    expect(seen).toMatchObject({ text, doubtful, ...(unseen !== undefined && { unseen }) });
  });

  it(`are those of the text on ${pagesEach} pages (seed ${seed})`, async () => {
    const parts = fc.array(fc.constantFrom(...ways), { minLength: 2, maxLength: 9 });
    const property = fc.asyncProperty(parts, fc.nat(400_000), async (some, words) => {
      const { text, picture } = await look(page, pageOf(some, words), script, some.length);
      expect(text).toEqual(inReadingOrder(picture, some));
    });
    await fc.assert(property, { seed, numRuns: pagesEach, endOnFailure: true });
  }, 3_600_000);
});

interface Look {
  /** The words of the agent's text, in order. */
  readonly text: readonly string[];
  /** The words of the picture, part by part. */
  readonly picture: readonly (readonly PictureWord[])[];
}

async function look(page: Page, html: string, script: string, parts: number): Promise<Look> {
  await page.goto('about:blank');
  await page.setContent(html);
  await page.evaluate(
    'document.fonts.load("16px letters").then(() => document.fonts.ready).then(() => null)',
  );
  const text = await page.evaluate(`${script};seen.seenText(document.body).text`);
  const picture = PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true })));
  const tops: unknown = await page.evaluate(
    `Array.from(document.querySelectorAll('section'), it => it.getBoundingClientRect().top + scrollY)`,
  );
  if (!Array.isArray(tops) || tops.length !== parts) throw new Error('the page lost a part');
  const words = wordsIn(picture);
  return {
    text: String(text).split(/\s+/).filter(Boolean),
    picture: tops.map((top, at) => {
      const end: number = tops[at + 1] ?? picture.height;
      return words.filter(({ y }) => y >= top && y < end);
    }),
  };
}

function inReadingOrder(picture: Look['picture'], parts: readonly Way[]): string[] {
  return picture.flatMap((words, at) => sorted(words, parts[at]?.reading ?? 'rows'));
}

function sorted(words: readonly PictureWord[], reading: Reading): string[] {
  const row = ({ y }: PictureWord) => Math.round(y / 24);
  const column = ({ x }: PictureWord) => Math.round(x / 200);
  return words
    .toSorted((one, other) => {
      if (reading === 'columns' && column(one) !== column(other)) return column(one) - column(other);
      if (Math.abs(one.y - other.y) >= 12) return row(one) - row(other) || one.y - other.y;
      return reading === 'rows-from-right' ? other.x - one.x : one.x - other.x;
    })
    .map(({ text }) => text);
}
