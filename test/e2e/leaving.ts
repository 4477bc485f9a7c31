import type { DrivenBrowser, Screen } from '../../scripts/drive/driven-browser.ts';
import { hangMs, until } from '../../scripts/drive/driven-browser.ts';
import { openDiary } from './faults/typed-page.ts';

/** Leaves by Shift on a page with unsaved words, while the settings are open, for an empty page. */
export async function leaveByShift(browser: DrivenBrowser): Promise<void> {
  const settings = await browser.openScreen('options.html', { behind: true });
  // A page behind the one in front draws nothing, so nobody can wait for what it draws.
  await until(
    async () => (await settings.run(`document.querySelector('#exit-empty:enabled') !== null`)) === true,
    hangMs,
    () => 'the settings do not offer an empty page',
  );
  await settings.run(`document.querySelector('#exit-empty').click()`);
  const log = await openDiary(browser);
  await pressShiftThrice(log);
  for (const screen of [settings, log]) await untilGone(screen);
}

/** As a person does where the driver has a keyboard; as an event where it has none. */
async function pressShiftThrice(screen: Screen): Promise<void> {
  for (let press = 0; press < 3; press += 1) {
    if (screen.page === undefined)
      await screen
        .run(`dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))`)
        .catch(() => undefined);
    else await screen.page.keyboard.press('Shift');
  }
}

/** Resolves once nothing of the screen is shown: it was closed, or another page stands in its place. */
export async function untilGone(screen: Screen): Promise<void> {
  const { page, address } = screen;
  const { protocol, host } = new URL(address);
  await until(
    async () =>
      page === undefined
        ? !(await screen.isOpen())
        : page.isClosed() || !page.url().startsWith(`${protocol}//${host}/`),
    hangMs,
    () => `${address} stays`,
  );
}
