import type { Page } from 'puppeteer-core';
import type { Site } from '../../test/samples/site/server.ts';
import { visitCopies } from './copy-screens.ts';
import type { DrivenBrowser, Screen } from './driven-browser.ts';
import { capture, exportBundle } from './job.ts';
import { pageOf, type See, toPart } from './screen-steps.ts';

/** A window that a screen is looked at in. Widths are CSS pixels; 640 is 1280 at a zoom of 200 %. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** One screen as a person meets it, standing open in Chromium. */
export interface OpenScreen {
  readonly name: string;
  readonly page: Page;
}

/**
 * Goes through every screen with three exhibits and an export in the log, and calls `visit` with each. The
 * popup's choices stand for a first use, its result for a capture just made.
 */
export async function visitScreens(
  browser: DrivenBrowser,
  site: Site,
  visit: (screen: OpenScreen) => Promise<void>,
): Promise<void> {
  const see: See = async (name, path, act, next) => {
    const screen = await browser.openScreen(path);
    for (const step of [{ name, act }, ...(next ? [next] : [])]) {
      await step.act(screen);
      await visit({ name: step.name, page: pageOf(screen) });
    }
    await screen.close();
  };
  await see('case-empty', 'case.html', screen => screen.waitFor('#log-title, main h1'));
  await see('popup-choices', 'popup.html', screen => screen.waitFor('#choose-post'));
  await recordPosts(browser, site);
  await see('popup-account', 'popup.html', screen => screen.waitFor('.account-offer'));
  await recordChat(browser, site);
  await see('popup-result', 'popup.html', screen => screen.waitFor('#capture-result'));
  await see('side-panel', 'sidepanel.html', screen => screen.waitFor('.exhibit-list li'));
  const { volumes } = await exportBundle(browser);
  await see('log', 'case.html', screen => screen.waitFor('.exhibit-list li'));
  for (const [name, link, shown] of caseScreens) {
    await see(name, 'case.html', async screen => {
      await screen.waitFor(link);
      await screen.click(link);
      await screen.waitFor(shown);
    });
  }
  await see('words-more', 'case.html', async screen => {
    await screen.waitFor('.exhibit-list a');
    await screen.click('.exhibit-list a');
    await screen.waitFor('#words-more > summary');
    await screen.click('#words-more > summary');
    for (const box of ['threat', 'false-statement']) await screen.click(`#words-categories-${box}`);
    await screen.waitFor('#words-untrue');
    await screen.click('#words-save');
  });
  await visitCopies(see);
  await see('diary-form', 'case.html', async screen => {
    await screen.waitFor('a[href$="/diary"]');
    await screen.click('a[href$="/diary"]');
    await screen.waitFor('#diary-add');
    await screen.click('#diary-add');
    await screen.waitFor('#diary-new-on');
    await pageOf(screen).type('#diary-new-on', '3 October 2025');
    await pageOf(screen).type('#diary-new-time', 'in the evening');
    await pageOf(screen).type('#diary-new-what', 'Somebody rang at the door and went away.');
  });
  await see('diary', 'case.html', async screen => {
    await screen.waitFor('a[href$="/diary"]');
    await screen.click('a[href$="/diary"]');
    await screen.waitFor('#diary-add');
    await screen.click('#diary-add');
    await screen.waitFor('#diary-new-what');
    await pageOf(screen).type('#diary-new-on', '3 October 2025');
    await pageOf(screen).type('#diary-new-what', 'Somebody rang at the door and went away.');
    await screen.click('#diary-new-save');
    await screen.waitFor('[data-entry]');
    await screen.click('#occasions [data-item] input');
    await pageOf(screen).type('#group-label', 'The first of it');
    await screen.click('#group-save');
    await screen.waitFor('[data-occasion="by-person"] summary');
    await screen.click('[data-occasion="by-person"] summary');
  });
  await see('ready', 'case.html', async screen => {
    await screen.waitFor('a[href$="/ready"]');
    await screen.click('a[href$="/ready"]');
    await screen.waitFor('#ready-title');
  });
  await recordOne(browser, site.addresses.profile);
  await see('attach', 'case.html', async screen => {
    await screen.waitFor('a[href$="/accounts"]');
    await screen.click('a[href$="/accounts"]');
    await screen.waitFor('#account-1-attach');
    await screen.click('#account-1-attach');
    await screen.waitFor('#account-1-why');
  });
  await see('attached', 'case.html', async screen => {
    await screen.waitFor('a[href$="/accounts"]');
    await screen.click('a[href$="/accounts"]');
    await screen.waitFor('#account-1-attach');
    await screen.click('#account-1-attach');
    await screen.waitFor('#account-1-why');
    await pageOf(screen).type('#account-1-name', 'A neighbour');
    await pageOf(screen).type('#account-1-why', 'They told me that it is theirs.');
    await screen.click('#account-1-save');
    await screen.waitFor('#people-title');
  });
  await see('keep-refused', 'case.html', async screen => {
    await screen.waitFor('a[href$="/keep"]');
    await screen.click('a[href$="/keep"]');
    await screen.waitFor('[data-recipient="x"] select');
    await pageOf(screen).select('[data-recipient="x"] select', 'refused');
    await screen.click('[data-recipient="x"] button[type="submit"]');
    await screen.waitFor('[data-steps="refused"]');
  });
  await see('erase', 'case.html', async screen => {
    await screen.waitFor('.exhibit-list a');
    await screen.click('.exhibit-list a');
    await screen.waitFor('#erase');
    await screen.click('#erase');
    await screen.waitFor('dialog[open] #erase-confirm');
  });
  await see(
    'export-done',
    'case.html',
    async screen => {
      await screen.waitFor('a[href$="/export"]');
      await screen.click('a[href$="/export"]');
      await screen.waitFor('#export');
      await screen.click('#export');
      await screen.waitFor('#export-done .volume a.button[download]');
    },
    {
      name: 'handover',
      act: async screen => {
        await screen.waitFor('#handover');
        await screen.click('#handover');
        await screen.waitFor('dialog[open] .qr');
      },
    },
  );
  await see('verify', 'verify.html', screen => screen.waitFor('input[type="file"]'));
  await see('verify-intact', 'verify.html', async screen => {
    await screen.waitFor('input[type="file"]');
    await upload(screen, volumes[0]?.path ?? '');
    await screen.waitFor('[data-verdict]');
  });
  await see('verify-keep', 'verify.html', async screen => {
    await upload(screen, volumes[0]?.path ?? '');
    await screen.waitFor('#keep-in-case');
    await screen.click('#keep-in-case');
    await screen.waitFor('#receive-keep');
  });
  await see('received', 'case.html', async screen => {
    await screen.waitFor('a[href$="/received"]');
    await screen.click('a[href$="/received"]');
    await upload(screen, volumes[0]?.path ?? '');
    await screen.waitFor('#receive-keep');
    await screen.click('#receive-keep');
    await screen.waitFor('[data-received] .make-receipt');
    await screen.click('[data-received] .make-receipt');
    await screen.waitFor('[data-received] a[download]');
  });
  await see('settings', 'options.html', screen => screen.waitFor('input[value="officer"]'));
  await see('settings-keys', 'options.html', async screen => {
    await screen.waitFor('#renew');
    await pageOf(screen).$$eval('details', all => {
      for (const each of all) each.open = true;
    });
    await screen.waitFor('#key-file');
  });
  await see('settings-officer', 'options.html', async screen => {
    await screen.waitFor('input[value="officer"]');
    await screen.click('input[value="officer"]');
    await screen.waitFor('#officer-name');
  });
  await see('help', 'welcome.html', screen => screen.waitFor('main h1'));
  await visitNotes(see);
  await visitLocked(see);
}

/** The settings of a passphrase, and what a locked log shows. */
async function visitLocked(see: See): Promise<void> {
  const passphrase = 'heron kettle lantern brook';
  await see('settings-passphrase', 'options.html', async screen => {
    await screen.waitFor('#set-send');
    for (const field of ['#set-passphrase', '#set-again']) await screen.fill(field, passphrase);
    await screen.click('#set-send');
    await screen.waitFor('#passphrase-set');
    await unfoldAll(screen);
  });
  await see('locked', 'case.html', async screen => {
    await screen.waitFor('#lock');
    await screen.click('#lock');
    await screen.waitFor('#passphrase');
    for (let tries = 0; tries < 5; tries += 1) {
      await screen.fill('#passphrase', `not this one ${tries}`);
      await screen.click('#open-log');
      await screen.waitFor('[role=alert]');
    }
    await screen.click('#open-log');
    await screen.waitFor('#try-again');
    await unfoldAll(screen);
  });
}

/** Chooses a file in the page's one field for files. */
async function upload(screen: Screen, path: string): Promise<void> {
  await screen.waitFor('input[type="file"]');
  const field = await pageOf(screen).$('input[type="file"]');
  // Chromium's own field; puppeteer types it for any element.
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** What a person writes of a case: the forms unfolded, filled in and empty, and what an officer sees of them. */
async function visitNotes(see: See): Promise<void> {
  await see('details-unfolded', 'case.html', async screen => {
    await toPart(screen, 'details', '#apart-save');
    await screen.click('input[name="told-wishes"][value="warning"]');
    await screen.click('#told-save');
    await screen.waitFor('#told-erase');
    await unfoldAll(screen);
    await screen.click('input[name="apart-needs"][value="under-18"]');
    await screen.waitFor('#for-the-young');
  });
  await see('contacts-entries', 'case.html', async screen => {
    await toPart(screen, 'contacts', '#police-add');
    await screen.click('#police-add');
    await screen.waitFor('#police-new-said');
    await pageOf(screen).type('#police-new-said', 'They will call back.');
    await screen.click('#police-new-save');
    await screen.waitFor('#police-1-change');
    for (const kind of ['order', 'report']) await screen.click(`#${kind}-add`);
    await screen.waitFor('#report-new-exhibit-add');
    await screen.click('#report-new-exhibit-add');
    await unfoldAll(screen);
  });
  await see('erase-note', 'case.html', async screen => {
    await toPart(screen, 'contacts', '#police-1-erase');
    await screen.click('#police-1-erase');
    await screen.waitFor('dialog[open] #police-1-erase-confirm');
  });
  await see('officer-session', 'options.html', async screen => {
    await screen.waitFor('input[value="officer"]');
    await screen.click('input[value="officer"]');
    await screen.click('#reporter-save');
    await pageOf(screen).waitForFunction(isSaved);
    await pageOf(screen).goto(pageOf(screen).url().replace('options', 'case'));
    await toPart(screen, 'details', '#session-save');
    await screen.waitFor('#session-reminder');
  });
}

const isSaved = `[...document.querySelectorAll('[role="status"]')].some(each => each.textContent === 'Saved.')`;

async function unfoldAll(screen: Screen): Promise<void> {
  await pageOf(screen).evaluate(
    "document.querySelectorAll('details').forEach(each => { each.open = true; })",
  );
}

const caseScreens = [
  ['exhibit', '.exhibit-list a', '#record-title'],
  ['accounts', 'a[href$="/accounts"]', '.account'],
  ['keep', 'a[href$="/keep"]', '[data-recipient]'],
  ['continuity', 'a[href$="/continuity"]', '#continuity-title'],
  ['case-details', 'a[href$="/details"]', '#apart-save'],
  ['contacts', 'a[href$="/contacts"]', '#report-add'],
  ['cases', 'a[href$="#cases"]', '#cases-title'],
  ['export', 'a[href$="/export"]', '#export'],
] as const;

async function recordPosts(browser: DrivenBrowser, site: Site): Promise<void> {
  for (const address of site.addresses.posts.slice(1, 3)) {
    const page = await browser.openPage(address);
    await capture(browser, page, 'post');
    await page.close();
  }
}

async function recordChat(browser: DrivenBrowser, site: Site): Promise<void> {
  await recordOne(browser, site.addresses.chat);
}

async function recordOne(browser: DrivenBrowser, address: string): Promise<void> {
  const page = await browser.openPage(address);
  await capture(browser, page, 'viewport');
  await page.close();
}

/** Puts the page into the window of this look; answers whether it has to be scrolled sideways. */
export async function lookAt(page: Page, { width, scheme }: Look): Promise<{ readonly sideways: boolean }> {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return { sideways };
}
