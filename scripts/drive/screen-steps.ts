import type { Page } from 'puppeteer-core';
import type { Screen } from './driven-browser.ts';

/** What is done on a page that stands open, and under which name it is shown then. */
export interface ScreenStep {
  readonly name: string;
  readonly act: (screen: Screen) => Promise<void>;
}

/** Opens one of the extension's pages, does something there, and shows it under this name; then the next step likewise. */
export type See = (name: string, path: string, act: ScreenStep['act'], next?: ScreenStep) => Promise<void>;

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
