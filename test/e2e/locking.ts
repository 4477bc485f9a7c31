import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { built } from '../../scripts/build.ts';
import type { DrivenBrowser, Screen } from '../../scripts/drive/driven-browser.ts';
import { capture, exportBundle } from '../../scripts/drive/job.ts';
import type { Session } from '../../scripts/drive/session.ts';
import { jsonlToValues } from '../../src/custody/jsonl.ts';
import { ask, unzipped } from './proof.ts';

export const passphrase = 'heron kettle lantern brook';

/** Sets a passphrase in the settings, where there is none. Resolves to the settings, once they say that it is set. */
export async function setPassphrase(browser: DrivenBrowser): Promise<Screen> {
  // An address of its own: a page of the settings may stand open already.
  const settings = await browser.openScreen('options.html#passphrase-title');
  await settings.waitFor('#set-send');
  for (const field of ['#set-passphrase', '#set-again']) await settings.fill(field, passphrase);
  await settings.click('#set-send');
  await settings.waitFor('#passphrase-set');
  return settings;
}

/** Types a passphrase into a page that is locked. */
export async function tryToOpen(screen: Screen, typed: string): Promise<void> {
  await screen.waitFor('#passphrase');
  await screen.fill('#passphrase', typed);
  await screen.click('#open-log');
}

/** Sees that the page asks for the passphrase and shows no handle, reference, time, picture or list. */
export async function expectNothingShown(screen: Screen): Promise<void> {
  await screen.waitFor('#passphrase');
  expect(await screen.text('#app')).not.toMatch(/@|[A-Z]+\/\d|\d\d:\d\d/);
  expect([screen.address, await screen.count('input')]).toEqual([screen.address, 1]);
  expect(await screen.count('img, picture, canvas, li')).toBe(0);
}

/**
 * Locks the log of a session that has recorded: popup, panel and log show nothing of it, a wrong passphrase opens
 * nothing, the right one all pages, and what is recorded and exported then is intact. The passphrase is removed at last.
 */
export async function lockAndGoOn({ browser, site, folder }: Session): Promise<void> {
  const settings = await setPassphrase(browser);
  await settings.click('#lock');
  const page = await browser.openPage(site.addresses.chat);
  const popup = await browser.gesture(page);
  await expectNothingShown(popup);
  await popup.close();
  const log = await browser.openScreen('case.html');
  for (const screen of [settings, log]) await expectNothingShown(screen);
  await tryToOpen(log, 'heron kettle lantern');
  await log.waitFor('[role=alert]');
  expect(await log.count('#passphrase')).toBe(1);
  await tryToOpen(log, passphrase);
  for (const screen of [log, settings]) await screen.waitFor('.page-name');
  await log.close();
  expect(await capture(browser, page, 'viewport')).toMatchObject({ outcome: 'complete' });
  await page.close();
  const bundle = (await exportBundle(browser)).volumes[0]?.path ?? '';
  expect(ask(process.execPath, [built.cli, 'verify', bundle])).toMatchObject({ status: 0 });
  const chain = readFileSync(join(unzipped(bundle, folder), 'data', 'custody.jsonl'), 'utf8');
  const events = jsonlToValues(chain);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'log.passphrase-set' }),
      expect.objectContaining({ action: 'log.unlocked', detail: { wrongTries: 1 } }),
    ]),
  );
  await settings.waitFor('#remove-before');
  await settings.run(`document.querySelector('#remove-before').closest('details').open = true`);
  await settings.fill('#remove-before', passphrase);
  await settings.click('#remove-send');
  await settings.waitFor('#set-send');
  await settings.close();
}
