import type { Page } from 'puppeteer-core';
import type { Screen } from './driven-browser.ts';

/** Opens one of the extension's pages, does something there, and shows it under this name. */
export type See = (name: string, path: string, act: (screen: Screen) => Promise<void>) => Promise<void>;

/** Goes to a part of the case page and waits for what it shows. */
export async function toPart(screen: Screen, part: string, shown: string): Promise<void> {
  await screen.waitFor(`a[href$="/${part}"]`);
  await screen.click(`a[href$="/${part}"]`);
  await screen.waitFor(shown);
}

/** The screen as puppeteer has it, in Chromium alone. */
export function pageOf({ page }: Screen): Page {
  if (page === undefined) throw new Error('screens are looked at in Chromium');
  return page;
}
