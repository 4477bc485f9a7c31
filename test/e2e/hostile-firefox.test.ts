import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session, strayRequests } from '../../scripts/drive/session.ts';
import { controlText, markupText } from '../samples/site/hostile-pages.ts';
import {
  openedFromDisk,
  readUnzipped,
  showCopy,
  type Unzipped,
  type UnzippedCase,
  verdictOf,
} from './hostile-bundle.ts';
import { type Attempt, attempt, bareElement, forge, forgersOwn, learnt } from './hostile-capture.ts';
import { ask, unzipped } from './proof.ts';

/** What Firefox does in its own way: its worlds, its pictures of a whole page, its names in documents. */
const calm: readonly Attempt[] = [
  { page: 'markup', scope: 'page' },
  { page: 'controls', scope: 'post' },
  { page: 'tall', scope: 'page' },
  { page: 'colours', scope: 'page' },
  { page: 'overrides', scope: 'post' },
  { page: 'clobbered', scope: 'page' },
  { page: 'clobbered', scope: 'post' },
  { page: 'flood', scope: 'page' },
  { page: 'smothers', scope: 'post', caused: /^div (?:hidden|inert)=/ },
  { page: 'strict', scope: 'post' },
  { page: 'sandboxed', scope: 'page' },
];

describe('pages that fight back, in firefox', () => {
  let session: Session;
  const references = new Map<string, string>();
  beforeAll(async () => {
    session = await openSession('firefox', { width: 1280, height: 1200 });
  });
  afterAll(() => session?.close());

  it.each(calm)('are recorded whole, and learn nothing: $scope of $page', async what => {
    const { outcome, reasons, reference, report } = await attempt(session, what);
    expect(outcome, reasons).toBe('complete');
    references.set(`${what.page} ${what.scope}`, reference ?? '');
    expect(learnt(report, what.caused)).toEqual([]);
  });

  it.each([
    ['growing', 'page', /longer than Holdfast records/],
    ['hides', 'post', /No post was found/],
  ] as const)('are kept as partial, with the reason: %s', async (page, scope, reason) => {
    const { outcome, reasons, reference, report } = await attempt(session, { page, scope });
    expect(outcome).toBe('partial');
    expect(reasons).toMatch(reason);
    references.set(`${page} ${scope}`, reference ?? '');
    expect(learnt(report)).toEqual([]);
  });

  it('cannot speak for the user or for Holdfast, nor read any file of it', async () => {
    const { asked, seen, reference, outcome, reasons, report } = await forge(session);
    expect(asked.filter(each => !/: (?:absent|refused)$/.test(each))).toEqual([]);
    expect(seen).toEqual(bareElement);
    expect(outcome, reasons).toBe('complete');
    references.set('forging post', reference ?? '');
    expect(learnt(report, forgersOwn)).toEqual([]);
  });

  describe('and are kept', () => {
    let bundle: string;
    let folder: string;
    let kept: UnzippedCase;
    let before = 0;
    const keptOf = (name: string): Unzipped => {
      const found = kept.exhibits.get(references.get(name) ?? '');
      if (!found) throw new Error(`${name} is not in the bundle`);
      return found;
    };
    beforeAll(async () => {
      expect(session.site.hostile.canaries).toContain('http://hostile.test/markup');
      session.site.hostile.canaries.length = 0;
      before = session.site.proxy.requests.length;
      bundle = (await exportBundle(session.browser)).volumes[0]?.path ?? '';
      folder = unzipped(bundle, session.folder);
      kept = readUnzipped(folder);
    });

    it('in a bundle that is intact, with every exhibit that was made and none that was not', () => {
      const { status, output } = ask(process.execPath, [built.cli, 'verify', bundle]);
      expect(output).toMatch(/intact/i);
      expect(status).toBe(0);
      expect([...kept.exhibits.keys()].sort()).toEqual([...references.values()].sort());
    });

    it('with titles and words well-formed', () => {
      const wellFormed = controlText.replace(/\p{Surrogate}/gu, '\uFFFD');
      expect(keptOf('controls post').record.page?.title).toBe(wellFormed);
      expect(keptOf('controls post').record.post?.text).toBe(wellFormed);
      expect(keptOf('markup page').record.page?.title).toBe(markupText);
      expect(keptOf('tall page').record.page?.recordedRange).toMatchObject({ top: 0, bottom: 60_000 });
    });

    it('in a report and in copies where nothing runs, opened from disk', async () => {
      const copies = ['markup page', 'colours page', 'clobbered page'].map(name =>
        join(keptOf(name).folder, 'page.html'),
      );
      for (const path of [join(folder, 'data', 'report.html'), ...copies]) {
        const { live, dialogs } = await openedFromDisk(session.browser, pathToFileURL(path).href);
        expect({ path, live, dialogs }).toEqual({ path, live: [], dialogs: [] });
      }
    });

    it('in copies that the case page shows in a frame where nothing runs', async () => {
      const screen = await session.browser.openScreen('case.html');
      await screen.waitFor('.exhibit-list');
      for (const name of ['markup page', 'colours page', 'clobbered page', 'clobbered post']) {
        await showCopy(screen, kept.caseRecord.case.id, keptOf(name));
      }
      await screen.close();
    });

    it('in files that verify.html finds intact', async () => {
      const page = await session.browser.openPage(pathToFileURL(built.verifyPage).href);
      expect(await verdictOf(page, bundle)).toBe('intact');
      await page.close();
    });

    it('in files from which no program of a page has run and nothing has gone out', () => {
      expect(session.site.hostile.canaries).toEqual([]);
      const { hosts, proxy } = session.site;
      expect(proxy.requests.slice(before).filter(({ host }) => hosts.includes(host))).toEqual([]);
      expect(strayRequests(session.site)).toEqual([]);
    });
  });
});
