import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import type { DrivenBrowser } from '../../scripts/drive/driven-browser.ts';
import { openSession, type Session, strayRequests } from '../../scripts/drive/session.ts';
import type { GroupReport } from '../../src/bundle/verify/verify-group.ts';
import { verdictWords } from '../../src/ui/verify/words.ts';
import { alteredName, type TamperCase, tamperCases } from '../bundle/tamper/rows.ts';
import { verifyBytes } from '../samples/bundle.ts';
import { browsersOr, shareOf } from '../thorough.ts';
import {
  pageSurface,
  type ShownSection,
  screenSurface,
  sectionsOf,
  type VerifySurface,
} from './shown-report.ts';

/** An altered bundle as it lies on disk. */
interface Altered {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

interface CommandAnswer {
  readonly status: number;
  readonly report: GroupReport;
}

const cases = tamperCases.map((row, index) => [`${row.table}: ${row.what}`, { ...row, index }] as const);
/** Those that the command and the pages are asked about. */
const asked = shareOf(cases, 80);
const exitCodes = { intact: 0, altered: 1, incomplete: 1, unreadable: 2 } as const;

let folder: string;
const bundles: Altered[] = [];
const answers: CommandAnswer[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-tamper-'));
  for (const [, row] of asked) bundles[row.index] = await written(row, row.index);
  await Promise.all([askCommand(0), askCommand(1)]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it.each(asked)('%s', async (_, { index, code, subject, verdict }) => {
    const { status, report } = at(answers, index);
    const [own] = report.reports;
    const wrong = own?.findings.filter(finding => finding.severity !== 'success');
    expect(wrong).toContainEqual(expect.objectContaining({ code, subject }));
    expect(own?.verdict).toBe(verdict);
    expect(status).toBe(exitCodes[report.verdict]);
    const verified = await verifyBytes(at(bundles, index).bytes, alteredName);
    expect(own?.findings).toEqual(verified.findings);
  });
});

describe.each(browsersOr('chromium'))('the verify pages in %s', name => {
  let session: Session;
  let surfaces: readonly VerifySurface[];
  beforeAll(async () => {
    session = await openSession(name);
    surfaces = [await extensionPage(session.browser), await pageFromDisk(session.browser)];
  });
  afterAll(() => session?.close());

  it.each(asked)('%s', async (_, { index, code, subject, verdict }) => {
    const { path, sha256 } = at(bundles, index);
    const all = sectionsOf(at(answers, index).report);
    const answered = await Promise.all(
      surfaces.map(async surface => ({ where: surface.name, shown: await surface.check(path, sha256) })),
    );
    for (const { where, shown } of answered) {
      const own = shown.find(section => section.title === alteredName);
      expect(own?.findings, where).toContainEqual(expect.objectContaining({ code, subject }));
      expect(own?.verdict, where).toBe(verdictWords[verdict].word);
      expect(
        shown.map(section => withoutExtras(all, section)),
        where,
      ).toEqual(all);
    }
  });

  it('asked for nothing outside itself', () => {
    expect(strayRequests(session.site)).toEqual([]);
  });
});

/** Without what the page shows beside the file's own findings: who says when, and what was found inside a received file. */
function withoutExtras(all: readonly ShownSection[], section: ShownSection): ShownSection {
  const known = new Set(
    all.flatMap(({ findings }) =>
      findings.map(({ heading, code, subject }) => `${heading} ${code} ${subject}`),
    ),
  );
  const findings = section.findings.filter(({ heading, code, subject }) =>
    known.has(`${heading} ${code} ${subject}`),
  );
  return { ...section, findings };
}

/** Each row lies in a folder of its own, because findings on the whole file name the file. */
async function written({ alter }: TamperCase, index: number): Promise<Altered> {
  const bytes = await alter();
  const own = join(folder, String(index));
  mkdirSync(own);
  const path = join(own, alteredName);
  writeFileSync(path, bytes);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Asks the built command of every second row: files given to one command are judged as volumes of one case. */
async function askCommand(first: 0 | 1): Promise<void> {
  for (const [position, [, { index }]] of asked.entries()) {
    if (position % 2 !== first) continue;
    const { path } = at(bundles, index);
    answers[index] = await new Promise<CommandAnswer>((resolve, reject) => {
      const args = [built.cli, 'verify', '--json', path];
      const child = execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
        if (stderr !== '' || stdout === '') reject(new Error(`${path}: ${stderr || error}`));
        else resolve({ status: child.exitCode ?? -1, report: JSON.parse(stdout) as GroupReport });
      });
    });
  }
}

async function extensionPage(browser: DrivenBrowser): Promise<VerifySurface> {
  const screen = await browser.openScreen('verify.html');
  const name = 'the verify page of the extension';
  return screen.page ? await pageSurface(name, screen.page) : await screenSurface(name, screen);
}

async function pageFromDisk(browser: DrivenBrowser): Promise<VerifySurface> {
  const page = await browser.openPage(pathToFileURL(built.verifyPage).href);
  await page.setOfflineMode(true);
  if (await page.evaluate(() => navigator.onLine)) throw new Error('the network is still on');
  return await pageSurface('verify.html, opened from disk with the network off', page);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
}
