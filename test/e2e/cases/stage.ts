import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type DrivenBrowser, pause, until } from '../../../scripts/drive/driven-browser.ts';
import {
  type CaptureEnd,
  type Choice,
  capture,
  exportBundle,
  withoutPrint,
} from '../../../scripts/drive/job.ts';
import { launch } from '../../../scripts/drive/launch.ts';
import { ensureBuilt } from '../../../scripts/drive/session.ts';
import { unzipped } from '../proof.ts';
import { type CopyDrawn, drawCopy } from './copy.ts';
import { type Exhibit, exhibitIn, foldersIn } from './exhibit.ts';
import { factsOf, type PageFacts } from './page-facts.ts';
import type { Row, Setting } from './row.ts';
import { type CaseSite, startCaseSite } from './server.ts';

/** Guards against hanging only, in milliseconds: what is waited for takes a tenth of it on a slow machine. */
export const hangs = { capture: 300_000, export: 1_800_000, stage: 4 * 3_600_000 } as const;

/** What came of a row: its exhibit; or the sentence with which the product or the driver ended it. */
export type Outcome =
  | { readonly exhibit: Exhibit }
  | { readonly refused: string }
  | { readonly broken: string };

interface Taken {
  readonly row: Row;
  readonly end: CaptureEnd;
  readonly before: PageFacts;
  readonly after: PageFacts | undefined;
}

export interface Staged {
  /** Of every row, by its name. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Removes what was exported. */
  close(): void;
}

/**
 * Captures every row in one browser, one after the other as a person does, exports them all at once, and reads the
 * bundle. What goes wrong in one row is that row's outcome alone. With `HOLDFAST_SAY` each is told as it ends.
 */
export async function stage(setting: Setting, rows: readonly Row[]): Promise<Staged> {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-cases-'));
  const site = await startCaseSite();
  const outcomes = new Map<string, Outcome>();
  const browser = await launch(setting.name, {
    headless: true,
    downloadDir: folder,
    devicePixelRatio: setting.ratio,
    width: setting.width,
    height: setting.height,
  });
  try {
    const taken: Taken[] = [];
    const known = new Set<string>();
    for (const row of rows) {
      const result = await takeAgain(() => take(browser, site, row, known)).catch((error: unknown) =>
        String(error),
      );
      if (process.env['HOLDFAST_SAY'])
        console.log(row.name, typeof result === 'string' ? result : result.end);
      if (typeof result === 'string') outcomes.set(row.name, { broken: result });
      else if (result.end.reference) taken.push(result);
      else outcomes.set(row.name, { refused: result.end.reasons });
    }
    if (taken.length > 0) await readAll({ setting, site, browser, folder }, taken, outcomes);
  } finally {
    await browser.close().catch(() => undefined);
    await site.close();
  }
  return { outcomes, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Tries three times where the driver gave up on the popup, with which a capture begins. */
async function takeAgain(taking: () => Promise<Taken>, tries = 3): Promise<Taken> {
  try {
    return await taking();
  } catch (error) {
    if (tries > 1 && /the popup$|waiting for target/i.test(String(error)))
      return await takeAgain(taking, tries - 1);
    throw error;
  }
}

/** Captures a page. `known` are the references of earlier captures; the new one is added. */
async function take(browser: DrivenBrowser, site: CaseSite, row: Row, known: Set<string>): Promise<Taken> {
  const page = await browser.openPage(addressOf(site, row));
  try {
    if (row.zoom && row.zoom !== 1) await browser.zoom(page, row.zoom);
    if (typeof row.before === 'string') await page.evaluate(row.before);
    else await row.before?.(page, browser);
    const before = await factsOf(page);
    if (row.during) await page.evaluate(row.during);
    const shown = await capture(browser, page, row.scope, {
      timeoutMs: hangs.capture,
      choice: choiceOf(row),
    });
    const end = await newEnd(browser, page, known, shown);
    if (end.reference) known.add(end.reference);
    const after = row.moves ? undefined : await putBack(page, before);
    return { row, end, before, after };
  } finally {
    await page.close().catch(() => undefined);
  }
}

function addressOf(site: CaseSite, { page, html }: Row): string {
  if (html !== undefined) return site.serve(html);
  return /^https?:/.test(page) ? page : `${site.origin}/${page}`;
}

/** The popup may show an earlier capture's end before it knows of this one: then the end is waited for. */
async function newEnd(
  browser: DrivenBrowser,
  page: Page,
  known: ReadonlySet<string>,
  shown: CaptureEnd,
): Promise<CaptureEnd> {
  if (shown.reference === undefined || !known.has(shown.reference)) return shown;
  const result = '#capture-result [data-reference]';
  const answer = async (): Promise<CaptureEnd | undefined> => {
    const popup = (await browser.openPopup()) ?? (await browser.gesture(page));
    if ((await popup.count('#capture-running')) > 0) return undefined;
    const reference = await popup.attribute(result, 'data-reference');
    if (reference === undefined || known.has(reference)) return undefined;
    const outcome = await popup.attribute(result, 'data-outcome');
    return { reference, ...(outcome ? { outcome } : {}), reasons: '' };
  };
  const quietly = () => answer().catch(() => undefined);
  return await until(quietly, hangs.capture, () => `no end after that of ${shown.reference}`);
}

/** The page's state once it is that before, or after it has had time to be. */
async function putBack(page: Page, before: PageFacts): Promise<PageFacts> {
  let after = await factsOf(page);
  for (let tries = 0; tries < 20 && JSON.stringify(after) !== JSON.stringify(before); tries++) {
    await pause(100);
    after = await factsOf(page);
  }
  return after;
}

function choiceOf({ choice = 'Enter' }: Row): Choice {
  if (choice === 'Enter') return choice;
  if (choice === 'point')
    return async page => {
      const asked = '({ ...point(), height: innerHeight })';
      const { x, y, height } = (await page.evaluate(asked)) as { x: number; y: number; height: number };
      if (y < 0 || y >= height)
        throw new Error(`the post lies at ${x}, ${y}, out of the window, once the picker stands`);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    };
  return async page => {
    for (const key of choice) await page.keyboard.press(key as 'Enter');
  };
}

interface Place {
  readonly setting: Setting;
  readonly site: CaseSite;
  readonly browser: DrivenBrowser;
  readonly folder: string;
}

async function readAll(place: Place, taken: readonly Taken[], outcomes: Map<string, Outcome>): Promise<void> {
  const { volumes } = await exportBundle(place.browser, { timeoutMs: hangs.export, choose: withoutPrint });
  const folders = new Map(volumes.flatMap(({ path }) => [...foldersIn(unzipped(path, place.folder))]));
  for (const each of taken)
    outcomes.set(
      each.row.name,
      await read(place, each, folders).catch((error: unknown) => ({ broken: String(error) })),
    );
}

async function read(
  { setting, site, browser }: Place,
  taken: Taken,
  folders: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const folder = folders.get(taken.end.reference ?? '');
  if (folder === undefined) throw new Error(`${taken.end.reference} is not in the bundle`);
  const copy: CopyDrawn | undefined = taken.row.drawsCopy
    ? await drawCopy(browser, site.serveFile(join(folder, 'page.html')))
    : undefined;
  const exhibit = exhibitIn(folder, { ...taken, setting, copy, origin: site.origin, other: site.other });
  const [recorded = '', opened] = [exhibit.record.page?.address, taken.before.address].map(pathOf);
  if (recorded !== opened) throw new Error(`${taken.end.reference} is of ${recorded}, not of ${opened}`);
  return { exhibit };
}

/** An address without its query and its fragment, which a page may change as it goes. */
function pathOf(address: string | undefined): string | undefined {
  return address?.replace(/[?#].*$/, '');
}
