import type { DrivenBrowser, Screen } from '../../../scripts/drive/driven-browser.ts';

/** What was typed and not saved. */
export const typed = 'It rang at night.';

/** The diary of the current case, with words in its form that are not saved. */
export async function openDiary(browser: DrivenBrowser): Promise<Screen> {
  const log = await browser.openScreen('case.html');
  for (const step of ['a[href$="/diary"]', '#diary-add']) {
    await log.waitFor(step);
    await log.click(step);
  }
  await log.waitFor('#diary-new-what');
  await log.fill('#diary-new-what', typed);
  return log;
}

/** What stands in that form. */
export function typedInDiary(log: Screen): Promise<unknown> {
  return log.run(`document.querySelector('#diary-new-what')?.value`);
}
