import type { Page } from 'puppeteer-core';
import type { BrowserName, Screen } from '../drive/driven-browser.ts';
import { hangMs, pause, scopeButtons, until } from '../drive/driven-browser.ts';
import { expressionOf } from '../drive/in-extension.ts';
import { capture, childrenOf } from '../drive/job.ts';
import { openSession, type Session } from '../drive/session.ts';
import type { FloorRequest } from './page/floors.ts';
import type { TimingRequest } from './page/time-capture.ts';
import { median, type Row, row } from './row.ts';

const tall = { width: 1280, height: 10_000 } as const;

/**
 * `capture.post`: from choosing the post to the exhibit in the log, for a post that fits the window. The floor's page
 * must first draw itself anew too, since no picture may show the picker.
 */
export async function postRow(rounds = 9): Promise<Row> {
  return await inSession('chromium', async session => {
    const address = session.site.addresses.posts[1] ?? '';
    const page = await session.browser.openPage(address);
    await capture(session.browser, page, 'post');
    // A page that reads nothing of the log by itself.
    const observer = await session.browser.openScreen('verify.html', { ownWindow: true });
    const values: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await coverPage(page);
      const [floor = Number.NaN] = await floorsOf(session, page, windowId => [
        { floor: 'capture.post', windowId, cover },
      ]);
      floors.push(floor);
      values.push(await timePost(session, page, observer, round + 1));
    }
    return row('capture.post', 'ms', 2.5, { value: median(values), floor: median(floors) });
  });
}

/** What stands over a page as the picker does, until it is taken away. */
const cover = '#bench-cover';

async function coverPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const layer = document.createElement('div');
    layer.id = 'bench-cover';
    layer.style.cssText = 'position: fixed; inset: 0; background: rgb(0 0 0 / 40%); z-index: 2147483647';
    document.documentElement.append(layer);
  });
}

async function timePost(session: Session, page: Page, observer: Screen, exhibits: number): Promise<number> {
  const popup = await session.browser.gesture(page);
  await popup.waitFor(scopeButtons.post);
  const standing = await childrenOf(page);
  // Before the picker, which keeps every key from the page.
  const chosen = pressed(page);
  await popup.click(scopeButtons.post);
  await until(
    async () => (await childrenOf(page)) > standing,
    hangMs,
    () => 'the picker did not open',
  );
  await pause(1_000);
  const committed = timing(observer, { watch: true, exhibits });
  await pause(200);
  await page.keyboard.press('Enter');
  const value = (await committed) - (await chosen);
  await pause(1_500);
  return value;
}

/** When the next key is pressed, by the browser's clock: how a key gets there is no part of a recording. */
function pressed(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        window.addEventListener('keydown', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), {
          capture: true,
          once: true,
        });
      }),
  );
}

/** `capture.full-page.chromium`: from the popup's button to the exhibit in the log, for a page of 10,000 px. */
export async function fullPageInShotsRow(rounds = 3): Promise<Row> {
  return await inSession('chromium', async session => {
    const page = await openTallPage(session);
    const values: number[] = [];
    for (let round = 0; round < rounds; round++) values.push(await timePage(session, page, round + 1));
    const shots = await screensOf(page);
    const numbers = { value: median(values), floor: (shots - 1) * 500, notes: `${shots} shots` };
    return row('capture.full-page.chromium', 'ms', 1.12, numbers);
  });
}

/**
 * `capture.full-page.firefox`: the same, beside what no design can leave out, measured bare: what the window showed
 * before anything was touched, a frame for each screen, in which a page that loads its pictures when they are seen
 * learns that they are, and one call for the whole page.
 */
export async function fullPageInOneRow(rounds = 3): Promise<Row> {
  return await inSession('firefox', async session => {
    const page = await openTallPage(session);
    const values: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [region = Number.NaN, shot = Number.NaN] = await floorsOf(session, page, windowId => [
        { floor: 'region', windowId, ...tall },
        { floor: 'viewport', windowId },
      ]);
      floors.push(shot + (await framesOf(page)) + region);
      values.push(await timePage(session, page, round + 1));
    }
    return row('capture.full-page.firefox', 'ms', 1.3, { value: median(values), floor: median(floors) });
  });
}

async function openTallPage(session: Session): Promise<Page> {
  const page = await session.browser.openPage(session.site.addresses.tall(tall.height));
  await capture(session.browser, page, 'page');
  return page;
}

async function screensOf(page: Page): Promise<number> {
  return Math.ceil(tall.height / (await page.evaluate(() => document.documentElement.clientHeight)));
}

/** Milliseconds for one frame a screen, from the top of the page to its end and back. */
async function framesOf(page: Page): Promise<number> {
  return await page.evaluate(
    async screens => {
      const started = performance.now();
      for (let screen = 0; screen < screens; screen += 1) {
        window.scrollTo({ top: screen * window.innerHeight, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
      window.scrollTo({ top: 0, behavior: 'instant' });
      return performance.now() - started;
    },
    await screensOf(page),
  );
}

async function timePage(session: Session, page: Page, exhibits: number): Promise<number> {
  const popup = await session.browser.gesture(page);
  await popup.waitFor(scopeButtons.page);
  // Two quiet seconds, so that the quota of the round before is not charged to this one.
  await pause(2_000);
  const value = await timing(popup, { press: scopeButtons.page, exhibits });
  await pause(500);
  await popup.close();
  return value;
}

/** Milliseconds for each of these, measured in the popup one after the other. */
async function floorsOf(
  session: Session,
  page: Page,
  requests: (windowId: number) => readonly FloorRequest[],
): Promise<readonly number[]> {
  const popup = await session.browser.gesture(page);
  await popup.waitFor(scopeButtons.post);
  const windowId = Number(
    await popup.run('(globalThis.browser ?? chrome).windows.getCurrent().then(found => found.id)'),
  );
  const floors: number[] = [];
  for (const request of requests(windowId)) {
    // The quota of the shots before is not charged to this one.
    await pause(1_500);
    floors.push(Number(await popup.run(await expressionOf('scripts/bench/page/floors.ts', request))));
  }
  await popup.close();
  await pause(1_500);
  return floors;
}

async function timing(screen: Screen, request: TimingRequest): Promise<number> {
  return Number(await screen.run(await expressionOf('scripts/bench/page/time-capture.ts', request)));
}

async function inSession(name: BrowserName, measure: (session: Session) => Promise<Row>): Promise<Row> {
  const session = await openSession(name);
  try {
    return await measure(session);
  } finally {
    await session.close();
  }
}
