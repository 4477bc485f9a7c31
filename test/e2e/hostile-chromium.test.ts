import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dialog, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { hangMs, until } from '../../scripts/drive/driven-browser.ts';
import { capture, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session, strayRequests } from '../../scripts/drive/session.ts';
import { controlText, longText, markupText } from '../samples/site/hostile-pages.ts';
import { postColours, postWords } from '../samples/site/hostile-parts.ts';
import { isThorough } from '../thorough.ts';
import {
  openedFromDisk,
  readUnzipped,
  showCopy,
  type Unzipped,
  type UnzippedCase,
  verdictOf,
} from './hostile-bundle.ts';
import {
  type Attempt,
  type Attempted,
  attempt,
  bareElement,
  forge,
  forgersOwn,
  learnt,
  reportOf,
} from './hostile-capture.ts';
import { differingPixels, lookAt } from './hostile-pictures.ts';
import { ask, unzipped } from './proof.ts';

/** Captures that end complete, and what of the window before must be in the first picture pixel for pixel. */
const all: readonly (Attempt & { readonly still?: true })[] = [
  { page: 'markup', scope: 'page' },
  { page: 'markup', scope: 'post' },
  { page: 'controls', scope: 'post', still: true },
  { page: 'long', scope: 'post', still: true },
  { page: 'tall', scope: 'page', still: true },
  { page: 'nodes', scope: 'page', still: true },
  { page: 'colours', scope: 'page', still: true },
  {
    page: 'fullscreen',
    scope: 'viewport',
    still: true,
    before: page => page.click('#enter'),
    caused: /^heard/,
  },
  { page: 'overrides', scope: 'post', still: true },
  { page: 'overrides', scope: 'page', still: true },
  { page: 'clobbered', scope: 'page', still: true },
  { page: 'clobbered', scope: 'post', still: true, choice: { x: 300, y: 640 } },
  { page: 'flood', scope: 'page' },
  { page: 'leaving', scope: 'viewport', still: true },
  { page: 'replaces', scope: 'post', still: true },
  { page: 'smothers', scope: 'post', still: true, caused: /^div (?:hidden|inert)=/ },
  { page: 'strict', scope: 'post', still: true },
  { page: 'sandboxed', scope: 'page', still: true },
];
/** Pages of very many parts or words, or of 60,000 px, take up to a minute or two each; the others here fight as those that stay do. */
const forThorough = [
  ...['nodes page', 'tall page', 'fullscreen viewport', 'flood page', 'leaving viewport', 'sandboxed page'],
  ...['markup page', 'overrides page', 'clobbered post', 'clobbered page', 'smothers post'],
  ...['long post', 'replaces post', 'strict post'],
];
const nameOf = ({ page, scope }: Attempt) => `${page} ${scope}`;
const calm = isThorough ? all : all.filter(each => !forThorough.includes(nameOf(each)));

/** Exhibits whose kept pages are opened, from disk and on the case page. */
const opened = [
  'markup post',
  'colours page',
  'controls post',
  ...(isThorough ? ['clobbered page', 'markup page', 'sandboxed page'] : []),
];

describe('pages that fight back, in chromium', () => {
  let session: Session;
  const attempts = new Map<Attempt, Attempted>();
  const references = new Map<string, string>();
  beforeAll(async () => {
    session = await openSession('chromium', { width: 1280, height: 2400 });
  });
  afterAll(() => session?.close());

  const tried = async (what: Attempt): Promise<Attempted> => {
    const ended = await attempt(session, what);
    attempts.set(what, ended);
    if (ended.reference) references.set(nameOf(what), ended.reference);
    return ended;
  };

  it.each(calm)('are recorded whole, and learn nothing: $scope of $page', async what => {
    const { outcome, reasons, report } = await tried(what);
    expect(outcome, reasons).toBe('complete');
    expect(learnt(report, what.caused)).toEqual([]);
  });

  it.runIf(isThorough)('are cut where they grow for ever, and said to be', async () => {
    const { outcome, reasons, report } = await tried({ page: 'growing', scope: 'page' });
    expect(outcome).toBe('partial');
    expect(reasons).toMatch(/longer than Holdfast records/);
    expect(learnt(report)).toEqual([]);
  });

  it('leave a partial record when they hide the post that was chosen', async () => {
    const { outcome, reasons, report } = await tried({ page: 'hides', scope: 'post' });
    expect(outcome).toBe('partial');
    expect(reasons).toMatch(/No post was found/);
    expect(learnt(report)).toEqual([]);
  });

  it('cannot exchange the outlined post for another', async () => {
    const { outcome, reasons } = await tried({ page: 'moves', scope: 'post' });
    expect(outcome, reasons).toBe('complete');
  });

  it('are told apart from the user when they take the picker away each time', async () => {
    const { reference, reasons } = await tried({
      page: 'removes',
      scope: 'post',
      choice: async () => undefined,
    });
    expect(reference).toBeUndefined();
    expect(reasons).toMatch(/took away/);
  });

  it.runIf(isThorough)(
    'leave a partial record while their messages stand unanswered, and are recorded once those are gone',
    async () => {
      const { browser, site } = session;
      const page = await browser.openPage(site.hostile.address('alerts'));
      const dialogs: Dialog[] = [];
      page.on('dialog', dialog => dialogs.push(dialog));
      // Chromium gives no picture of a page whose message stands before anything was shown.
      await page.evaluate('new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))');
      await page.evaluate('hostile.start(); hostile.arm()');
      await until(
        async () => dialogs.length > 0,
        hangMs,
        () => 'no message box came',
      );
      const during = await capture(browser, page, 'viewport');
      expect(during.outcome, during.reasons).toBe('partial');
      expect(during.reasons).toMatch(/did not answer/);
      references.set('alerts during', during.reference ?? '');
      page.on('dialog', dialog => void dialog.dismiss());
      const ended = page.evaluate('hostile.loop = false');
      for (const dialog of dialogs) await dialog.dismiss().catch(() => undefined);
      await ended;
      const after = await capture(browser, page, 'viewport');
      expect(after.outcome, after.reasons).toBe('complete');
      references.set('alerts after', after.reference ?? '');
      expect(learnt(await reportOf(page))).toEqual([]);
      await page.close();
    },
  );

  it('cannot speak for the user or for Holdfast, nor read any file of it', async () => {
    const { asked, seen, reference, outcome, report } = await forge(session);
    expect(asked.filter(each => !/: (?:absent|refused)$/.test(each))).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
    expect(seen).toEqual(bareElement);
    expect(outcome).toBe('complete');
    references.set('forging post', reference ?? '');
    expect(learnt(report, forgersOwn)).toEqual([]);
  });

  describe('and are kept', () => {
    let bundle: string;
    let folder: string;
    let kept: UnzippedCase;
    let before = 0;
    let blank: Page;
    const keptOf = (name: string): Unzipped => {
      const found = kept.exhibits.get(references.get(name) ?? '');
      if (!found) throw new Error(`${name} is not in the bundle`);
      return found;
    };
    const ofAttempt = (what: Attempt) => keptOf(nameOf(what));
    beforeAll(async () => {
      expect(session.site.hostile.canaries).toContain('http://hostile.test/markup');
      session.site.hostile.canaries.length = 0;
      before = session.site.proxy.requests.length;
      bundle = (await exportBundle(session.browser)).volumes[0]?.path ?? '';
      folder = unzipped(bundle, session.folder);
      kept = readUnzipped(folder);
      blank = await session.browser.openPage('about:blank');
    });

    it('in a bundle that is intact, with every exhibit that was made and none that was not', () => {
      const { status, output } = ask(process.execPath, [built.cli, 'verify', bundle]);
      expect(output).toMatch(/intact/i);
      expect(status).toBe(0);
      expect([...kept.exhibits.keys()].sort()).toEqual([...references.values()].sort());
      expect(kept.caseRecord.absent).toEqual([]);
    });

    it.each(calm.filter(({ still }) => still))(
      'with the pixels of the window: $scope of $page',
      async what => {
        const taken = readFileSync(join(ofAttempt(what).folder, 'screenshot-viewport.png'));
        expect(await differingPixels(blank, taken, attempts.get(what)?.shown ?? new Uint8Array())).toBe(0);
      },
    );

    it('with titles and words well-formed, cut only where the record says so', () => {
      const controls = keptOf('controls post').record;
      const wellFormed = controlText.replace(/\p{Surrogate}/gu, '\uFFFD');
      // Chromium's own titles hold a space for each control.
      expect(controls.page?.title).toBe(wellFormed.replace(/[\0- \x7F]+/g, ' '));
      expect(controls.post?.text).toBe(wellFormed);
      expect(keptOf('markup post').record.page?.title).toBe(markupText);
      expect(keptOf('markup post').record.post?.text).toBe(markupText);
    });

    it.runIf(isThorough)(
      'with a title of 100,000 letters cut, and with all words of a post that long',
      () => {
        const long = keptOf('long post');
        expect(long.record.page?.title).toBe(longText.slice(0, 2_000));
        expect(long.record.post?.text).toBe(longText);
        expect(long.text).toContain('THE LAST WORD');
      },
    );

    it('with the words of the post whose picture is kept', async () => {
      const outlined = ['moves post', 'overrides post', 'forging post'];
      for (const name of isThorough ? [...outlined, 'replaces post', 'strict post'] : outlined) {
        const { record, folder: own } = keptOf(name);
        const { colours } = await lookAt(blank, join(own, 'screenshot-post.png'), [{ x: 10, y: 10 }]);
        const shown = postColours.findIndex(colour => colour.join() === colours[0]?.join());
        expect(record.post?.text, name).toBe(postWords[shown]);
      }
      expect(keptOf('forging post').record.post?.text).toBe(postWords[1]);
    });

    it.runIf(isThorough)('with every row of 60,000 px, down to the last', async () => {
      const { record, folder: own } = keptOf('tall page');
      const pictures = record.artifacts.filter(({ role }) => role === 'screenshot-full-page');
      const looked = [];
      for (const { path } of pictures) {
        looked.push(
          await lookAt(blank, join(own, path), [
            { x: 5, y: -1 },
            { x: 5, y: -100 },
          ]),
        );
      }
      expect(looked.reduce((sum, { height }) => sum + height, 0)).toBe(60_000);
      expect(looked.at(-1)?.colours).toEqual([postColours[2], postColours[2]]);
    });

    it('with what a picture or a copy cannot hold named', () => {
      const { record, snapshot } = keptOf('colours page');
      const notes = record.pageChanges.map(({ detail }) => detail).join('\n');
      expect(notes).toMatch(/frame with another page/);
      expect(notes).toMatch(/from elsewhere\.hostile\.test/);
      expect(notes).toMatch(/film/);
      expect(notes).toMatch(/drawing/);
      expect(snapshot).toContain('Words in an open part.');
      expect(snapshot).toContain('Words in a closed part.');
      expect(snapshot).not.toContain('Words inside the frame.');
    });

    it('in a report where every word is seen and nothing runs', async () => {
      const { live, dialogs, words } = await openedFromDisk(
        session.browser,
        pathToFileURL(join(folder, 'data', 'report.html')).href,
      );
      expect({ live, dialogs }).toEqual({ live: [], dialogs: [] });
      expect(words).toContain(markupText);
      for (const seen of [
        '[U+202E]',
        '[U+2066]',
        '[U+0000]',
        '[U+001B]',
        '[U+FEFF]',
        '[U+2028]',
        '\uFFFD',
        '\u{1F469}\u200D\u{1F692}',
      ])
        expect(words).toContain(seen);
      expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      if (isThorough) expect(words).toContain('THE LAST WORD');
    });

    it('in copies where nothing runs, opened from disk', async () => {
      for (const name of opened) {
        const address = pathToFileURL(join(keptOf(name).folder, 'page.html')).href;
        const { live, dialogs } = await openedFromDisk(session.browser, address);
        expect({ name, live, dialogs }).toEqual({ name, live: [], dialogs: [] });
      }
    });

    it('in copies that the case page shows in a frame where nothing runs', async () => {
      const screen = await session.browser.openScreen('case.html');
      await screen.waitFor('.exhibit-list');
      expect(await screen.text('main')).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0]/);
      for (const name of opened) await showCopy(screen, kept.caseRecord.case.id, keptOf(name));
      await screen.close();
    });

    it('in files that the verify page of the extension finds intact', async () => {
      const { address } = await session.browser.openScreen('verify.html').then(async screen => {
        await screen.close();
        return screen;
      });
      const page = await session.browser.openPage(address);
      expect(await verdictOf(page, bundle)).toBe('intact');
      await page.close();
    });

    it('in files from which no program of a page has run and nothing has gone out', () => {
      expect(session.site.hostile.canaries).toEqual([]);
      expect(strayRequests(session.site)).toEqual([]);
      const { hosts, proxy } = session.site;
      expect(proxy.requests.slice(before).filter(({ host }) => hosts.includes(host))).toEqual([]);
    });
  });
});
