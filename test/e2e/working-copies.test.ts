import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import type { Screen } from '../../scripts/drive/driven-browser.ts';
import { capture, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';
import { captureRecordSchema } from '../../src/model/capture.ts';
import { caseRecordSchema } from '../../src/model/case.ts';
import { custodyEventSchema } from '../../src/model/custody.ts';
import type { Area } from '../../src/model/working-copy.ts';
import { chunksOf, pixelAt } from '../capture/png-pixels.ts';
import { brightestIn, jpegsOf } from './printed-pictures.ts';
import { ask, filesBelow, unzipped } from './proof.ts';

const black = [0, 0, 0, 255];
const exhibit = 'data/exhibits/EX_1';

/** A part of a picture is covered with the keys alone, and what is then given away is read as a stranger reads it. */
describe('a working copy', () => {
  let session: Session;
  let area: Area;

  beforeAll(async () => {
    session = await openSession('chromium');
    const page = await session.browser.openPage(session.site.addresses.posts[1] ?? '');
    await capture(session.browser, page, 'post');
    await page.close();
    area = await coverByKeys(session);
  });
  afterAll(() => session?.close());

  it('goes to a platform instead of the original, of which no pixel leaves', async () => {
    const { folder, files, record } = await exported(async screen => {
      await screen.click('input[value="platform"]');
      await screen.click('[data-pictures="EX/1"] input[value="copies"]');
    });
    const pictures = files.filter(
      path => /\.(png|jpe?g|html|mhtml)$/.test(path) && path.includes('exhibits'),
    );
    expect(pictures).toEqual([`${exhibit}/copies/1.png`]);
    const entry = record.exhibits[0];
    const recorded = captureRecordSchema.parse(
      JSON.parse(readFileSync(join(folder, exhibit, 'capture.json'), 'utf8')),
    );
    const there = (path: string) => existsSync(join(folder, exhibit, path));
    const absent = recorded.artifacts.map(({ path }) => path).filter(path => !there(path));
    expect(absent.length).toBeGreaterThan(1);
    expect(entry?.heldBack).toEqual(absent);
    expect(entry?.workingCopies?.[0]).toMatchObject({ covered: [area] });
    expect(entry?.workingCopies?.[0]).not.toHaveProperty('purpose');
    const report = readFileSync(join(folder, 'data/report.html'), 'utf8');
    expect([...report.matchAll(/<img[^>]+src="([^"]+)"/g)].map(([, source]) => source)).toEqual([
      'exhibits/EX_1/copies/1.png',
    ]);
    expect(report).toContain('Working copy: 1 area covered;');
    expect(report).not.toContain('for the school');
    const image = readPng(join(folder, exhibit, 'copies/1.png'));
    forEachPixel(image, (x, y) => {
      if (isIn(area, x, y)) expect(pixelAt(image, x, y)).toEqual(black);
    });
    const printed = jpegsOf(readFileSync(join(folder, 'data/report.pdf')));
    expect(printed).toHaveLength(1);
    expect(await brightestIn(session, printed[0] ?? Buffer.of(), area, image)).toBeLessThan(60);
  });

  it('goes beside the original, and is it but for the covered area, without metadata', async () => {
    const { folder, record } = await exported(async screen => {
      await screen.click('[data-pictures="EX/1"] input[value="both"]');
    });
    const [given] = record.exhibits[0]?.workingCopies ?? [];
    expect(given?.purpose).toBe('for the school');
    expect(differences(folder, given?.of.path ?? '', area)).toBe(0);
    const copy = readFileSync(join(folder, exhibit, 'copies/1.png'));
    const chunks = new Set(chunksOf(new Uint8Array(copy)));
    expect([...chunks].filter(name => /^(tEXt|iTXt|zTXt|eXIf|tIME|iCCP|tRNS)$/.test(name))).toEqual([]);
    const events = readFileSync(join(folder, 'data/custody.jsonl'), 'utf8').trimEnd().split('\n');
    const made = events.map(line => custodyEventSchema.parse(JSON.parse(line)));
    expect(made.find(({ action }) => action === 'copy.made')?.detail).toMatchObject({
      covered: [`${area.x},${area.y} ${area.width}x${area.height}`],
      originalSha256: given?.of.sha256,
    });
    expect(
      made.filter(({ action }) => action === 'bundle.prepared').map(({ detail }) => detail),
    ).toMatchObject([
      { recipient: 'platform', heldBack: ['EX/1'], workingCopies: [`EX/1 ${given?.sha256}`] },
      { recipient: 'police', workingCopies: [`EX/1 ${given?.sha256}`] },
    ]);
  });

  it('stays at home when the exhibit is marked as intimate, and so does its picture', async () => {
    const screen = await openExhibit(session);
    await screen.click('#words-more > summary');
    await screen.click('#words-categories-intimate-image');
    await screen.click('#words-save');
    await pageOf(screen).waitForFunction(
      `[...document.querySelectorAll('[role="status"]')].some(each => each.textContent.startsWith('Saved'))`,
    );
    await screen.close();
    const { folder, files } = await exported(async review => {
      await review.waitFor('#choose-pictures .notice');
    });
    expect(files.filter(path => path.startsWith(exhibit)).sort()).toEqual([
      `${exhibit}/capture.json`,
      `${exhibit}/text.txt`,
    ]);
    expect(readFileSync(join(folder, 'data/report.html'), 'utf8')).not.toContain('<img');
  });

  /** Exports after these presses, checks the bundle with the command, and reads it. */
  async function exported(choose: (screen: Screen) => Promise<void>) {
    const end = await exportBundle(session.browser, {
      choose: async screen => {
        await screen.waitFor('[data-pictures="EX/1"]');
        await choose(screen);
      },
    });
    const bundle = end.volumes[0]?.path ?? '';
    expect(ask(process.execPath, [built.cli, 'verify', bundle])).toMatchObject({ status: 0 });
    const folder = unzipped(bundle, session.folder);
    const record = caseRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'data/case.json'), 'utf8')));
    return { folder, files: filesBelow(folder, folder), record };
  }
});

it('is the original but for the covered area in Firefox too', async () => {
  const session = await openSession('firefox');
  try {
    const page = await session.browser.openPage(session.site.addresses.posts[1] ?? '');
    await capture(session.browser, page, 'post');
    await page.close();
    const screen = await openExhibit(session);
    await screen.click('#copy-make');
    await screen.waitFor('#copy-show');
    await screen.click('#copy-show');
    await screen.waitFor('#copy-add');
    await screen.click('#copy-add');
    await screen.waitFor('#copy-0-x');
    await screen.click('#copy-save');
    await screen.waitFor('#copies li');
    await screen.close();
    const { volumes } = await exportBundle(session.browser, {
      choose: async review => {
        await review.waitFor('[data-pictures="EX/1"]');
        await review.click('[data-pictures="EX/1"] input[value="both"]');
      },
    });
    const folder = unzipped(volumes[0]?.path ?? '', session.folder);
    const record = caseRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'data/case.json'), 'utf8')));
    const [given] = record.exhibits[0]?.workingCopies ?? [];
    const [area] = given?.covered ?? [];
    expect(area?.width).toBeGreaterThan(20);
    expect(differences(folder, given?.of.path ?? '', area)).toBe(0);
  } finally {
    await session.close();
  }
});

/** How many pixels of the copy are neither black where it is covered nor those of the original elsewhere. */
function differences(folder: string, path: string, area: Area | undefined): number {
  const original = readPng(join(folder, exhibit, path));
  const copy = readPng(join(folder, exhibit, 'copies/1.png'));
  expect([copy.width, copy.height]).toEqual([original.width, original.height]);
  let differing = 0;
  forEachPixel(copy, (x, y) => {
    const wanted = area !== undefined && isIn(area, x, y) ? black : pixelAt(original, x, y);
    if (pixelAt(copy, x, y).join() !== wanted.join()) differing += 1;
  });
  return differing;
}

async function openExhibit({ browser }: Session): Promise<Screen> {
  const screen = await browser.openScreen('case.html');
  await screen.waitFor('.exhibit-list a');
  await screen.click('.exhibit-list a');
  await screen.waitFor('#copy-make');
  return screen;
}

/** Makes a copy without a pointer; answers the area as its number fields have it. */
async function coverByKeys(session: Session): Promise<Area> {
  const screen = await openExhibit(session);
  const page = pageOf(screen);
  const press = async (selector: string, ...keys: Parameters<Page['keyboard']['press']>[0][]) => {
    await screen.waitFor(selector);
    await page.focus(selector);
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('#copy-make', 'Enter');
  await press('#copy-show', 'Enter');
  await press('#copy-add', 'Enter');
  await press('[data-area="0"]', 'ArrowLeft', 'ArrowLeft', 'ArrowUp');
  await page.keyboard.down('Shift');
  await press('[data-area="0"]', 'ArrowRight', 'ArrowDown');
  await page.keyboard.up('Shift');
  const numbers = await page.$$eval('.copy-fields input', fields => fields.map(field => Number(field.value)));
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  await press('#copy-purpose');
  await page.keyboard.type('for the school');
  await page.keyboard.press('Enter');
  await screen.waitFor('#copies li');
  await screen.close();
  return { x, y, width, height };
}

function pageOf({ page }: Screen): Page {
  if (page === undefined) throw new Error('driven in Chromium');
  return page;
}

function readPng(path: string): PNG {
  return PNG.sync.read(readFileSync(path));
}

function isIn({ x, y, width, height }: Area, left: number, top: number): boolean {
  return left >= x && left < x + width && top >= y && top < y + height;
}

function forEachPixel({ width, height }: PNG, visit: (x: number, y: number) => void): void {
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) visit(x, y);
}
