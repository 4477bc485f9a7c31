import type { Browser } from 'puppeteer-core';
import { platformFor } from '../../src/platforms/index.ts';
import { showAddress, showSaved, startChromium } from './chromium.ts';
import { waitForEnter } from './enter.ts';
import { knownRules } from './known-pages.ts';
import { linesOf } from './lines.ts';
import type { Options } from './options.ts';
import { readPage } from './read-page.ts';
import { readSavedPage } from './saved-page.ts';
import { readerSources, sourceLine } from './source-lines.ts';

/** Reads the page that the options name and tells what was read, line by line. Throws a sentence when it cannot be read. */
export async function checkReaders(options: Options, say: (line: string) => void): Promise<void> {
  const { page: path, url, post } = options;
  const cutOff = await startChromium({ isCutOff: true });
  try {
    const reading =
      url === undefined
        ? await readSaved(cutOff, path ?? '', options.at, say)
        : await readWeb(cutOff, url, options, say);
    const sources = readerSources();
    const sourceOf = (selector: string) => sourceLine(selector, reading.platform.id, sources);
    for (const line of linesOf(reading, sourceOf, post)) say(line);
  } finally {
    await cutOff.close();
  }
}

async function readSaved(cutOff: Browser, path: string, at: string | undefined, say: (line: string) => void) {
  const { address, html, viewer } = readSavedPage(path, at);
  const known = await knownRules(cutOff, platformFor(new URL(address)).id, path);
  const { page, refused } = await showSaved(cutOff, { address, html });
  const reading = await readPage(page, { address, ...(viewer && { viewer }), known });
  say(`Page                        ${address}`);
  say(`  from                      ${path}, with ${refused.size} other addresses that it asks for refused`);
  return reading;
}

const ready = 'Sign in or scroll as you need, leave the page in front, then press Enter here. ';

async function readWeb(cutOff: Browser, url: string, options: Options, say: (line: string) => void) {
  const isShown = options.headful || options.profile !== undefined;
  const { profile } = options;
  const browser = await startChromium({
    isCutOff: false,
    isShown,
    ...(profile !== undefined && { profile }),
  });
  try {
    const page = await showAddress(browser, url);
    if (isShown) await waitForEnter(ready, process.stdin, process.stdout);
    const address = page.url();
    const known = await knownRules(cutOff, platformFor(new URL(address)).id);
    const reading = await readPage(page, { address, known });
    say(`Page                        ${address}`);
    return reading;
  } finally {
    await browser.close();
  }
}
