import type { Page } from 'puppeteer-core';
import { type CaptureEnd, type Choice, capture } from '../../scripts/drive/job.ts';
import type { Session } from '../../scripts/drive/session.ts';
import type { CaptureScope } from '../../src/model/capture.ts';
import type { hostilePages } from '../samples/site/hostile-pages.ts';
import type { PageReport } from '../samples/site/hostile-watch.ts';

/** One capture of a hostile page. */
export interface Attempt {
  readonly page: keyof typeof hostilePages;
  readonly scope: CaptureScope;
  readonly choice?: Choice;
  /** What happens between the page's being there and the gesture. */
  readonly before?: (page: Page) => Promise<void>;
  /** Of what the page saw, what the test or the page itself caused. */
  readonly caused?: RegExp;
}

/** What came of it: the product's word, what the page saw, and what the window showed just before. */
export interface Attempted extends CaptureEnd {
  readonly report: PageReport;
  readonly shown: Uint8Array;
}

/** Opens a hostile page, lets it do its worst, captures it, and reads what it saw. */
export async function attempt(
  session: Session,
  { page: name, scope, choice, before }: Attempt,
): Promise<Attempted> {
  const { browser, site } = session;
  const page = await browser.openPage(site.hostile.address(name));
  try {
    // Expressions, not functions: what calls a function may be overridden.
    await page.evaluate('globalThis.hostile && (hostile.start(), hostile.arm(), 0)');
    await before?.(page);
    const shown = await page.screenshot();
    const end = await capture(browser, page, scope, { ...(choice === undefined ? {} : { choice }), pickers });
    return { ...end, report: await reportOf(page), shown };
  } finally {
    await page.close();
  }
}

/** How many elements stand directly in the page's root, asked in a way that the page cannot answer for. */
export async function pickers(page: Page): Promise<number> {
  const answer = 'globalThis.hostile ? hostile.pickers() : document.documentElement.childElementCount';
  return Number(await page.evaluate(answer));
}

/** What the page has seen; of a page whose programs may not run, nothing. */
export async function reportOf(page: Page): Promise<PageReport> {
  const report = await page.evaluate('globalThis.hostile ? hostile.report() : ""');
  return typeof report === 'string' && report !== '' ? (JSON.parse(report) as PageReport) : nothingSeen;
}

const nothingSeen: PageReport = {
  ...{ added: [], changed: [], heard: [], messages: [], violations: [] },
  ...{ errors: [], called: [], globals: [], requests: [] },
};

/**
 * What a page has learnt of Holdfast beyond what no picker can hide: one bare element without name, class, words or
 * open parts, and styles that are put over its own elements for a picture and taken away again.
 */
export function learnt(report: PageReport, caused = /^$/): readonly string[] {
  const bare = ({ name, attributes, text, open }: PageReport['added'][number]) =>
    name === 'div' && /^(?:style|popover| )*$/.test(attributes) && text === '' && !open;
  return [
    ...report.added.filter(element => !bare(element)).map(({ outer }) => `added ${outer}`),
    ...report.added
      .filter(({ outer }) => /holdfast|extension|exhibit/i.test(outer))
      .map(({ outer }) => `names itself ${outer}`),
    ...report.changed.filter(
      change => !/^[\w-]+ (?:style|popover)=/.test(change) || /holdfast|extension:/i.test(change),
    ),
    ...report.heard.filter(event => !/^focusin/.test(event)).map(event => `heard ${event}`),
    ...report.messages.filter(message => !/ capture:start$/.test(message)),
    ...report.violations.map(violation => `violation ${violation}`),
    ...report.errors.filter(error => /extension:|holdfast/i.test(error)),
    ...report.called.map(name => `called ${name}`),
    ...report.globals
      .filter(name => !/^\d+$|^(?:puppeteer_+|__)aria/.test(name))
      .map(name => `global ${name}`),
    ...report.requests,
  ].filter(each => !caused.test(each));
}

/** What a page can learn of the picker's element by asking it everything. */
export const bareElement = [
  'shadowRoot: null',
  'attachShadow: refused',
  'words: ',
  'names: ',
  'own: ',
  'inside: 0',
  'stands',
] as const;

/** What the forging page itself causes: messages to itself, and an event that is called one. */
export const forgersOwn = /^undefined undefined$|^http:\/\/hostile\.test \[object Object\]$/;

/**
 * The forging page asks for Holdfast's files and speaks for it, then presses and clicks at the picker by program;
 * after that a hand takes the second post. `asked` and `seen` are what the page found out.
 */
export async function forge({ browser, site }: Session) {
  const page = await browser.openPage(site.hostile.address('forging'));
  await page.evaluate('hostile.start()');
  const origin = (await browser.gesture(page)).address.replace(/\/popup.*/, '');
  const standing = await pickers(page);
  const asked = (await page.evaluate(`hostile.attack(${JSON.stringify(origin)})`)) as string[];
  const seen: string[] = [];
  const choice = async () => {
    const tried = (await page.evaluate('hostile.tried')) as string[];
    seen.push(...tried.slice(asked.length));
    if ((await pickers(page)) === standing + 1) seen.push('stands');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  const end = await capture(browser, page, 'post', { pickers, choice });
  const report = await reportOf(page);
  await page.close();
  return { ...end, asked, seen, report };
}
