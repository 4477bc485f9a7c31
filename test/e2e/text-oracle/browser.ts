import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import type { BrowserName } from '../../../scripts/drive/driven-browser.ts';
import { findBrowser } from '../../../scripts/drive/find-browser.ts';

/** Starts a browser without the extension, to look at pages. */
export function openBrowser(name: BrowserName): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const quiet = ['--disable-gpu', '--disable-lcd-text', '--force-device-scale-factor=1', '--hide-scrollbars'];
  return puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findBrowser(name),
    headless: true,
    protocolTimeout: 0,
    timeout: 300_000,
    defaultViewport: { width: 800, height: 600 },
    args: name === 'chromium' ? [...quiet, ...(isRoot ? ['--no-sandbox'] : [])] : [],
    ...(name === 'firefox' && { extraPrefsFirefox: { 'layout.css.devPixelsPerPx': '1.0' } }),
  });
}

/** The agent's reading of words as one script for a page, under the name `seen`. */
export function seenScript(): Promise<string> {
  return scriptOf('src/dom/seen-text.ts', 'seen');
}

/** A file with all that it imports as one script for a page, under a name. */
export async function scriptOf(entry: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = [made].flat().flatMap(each => ('output' in each ? each.output : []));
  if (output?.type !== 'chunk') throw new Error('nothing was built');
  return output.code;
}
