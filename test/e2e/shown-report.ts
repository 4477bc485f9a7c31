import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'puppeteer-core';
import { hangMs, type Screen } from '../../scripts/drive/driven-browser.ts';
import type { GroupReport } from '../../src/bundle/verify/verify-group.ts';
import { checkedExhibits, isOfChecks } from '../../src/model/checked-exhibits.ts';
import type { Finding, Verdict } from '../../src/model/finding.ts';
import { findingGroups, verdictWords } from '../../src/ui/verify/words.ts';
import { visibleText } from '../../src/words/visible-text.ts';

/** One finding as a person reads it, with the heading it stands under. */
export interface ShownFinding {
  readonly heading: string;
  readonly code: string;
  readonly subject: string;
  readonly detail: string;
}

/** What a verify page says of one file, or of all files together. */
export interface ShownSection {
  readonly title: string;
  readonly verdict: string;
  readonly findings: readonly ShownFinding[];
}

/** A verify page that stands open, and is handed one file after the other. */
export interface VerifySurface {
  readonly name: string;
  /** Chooses a file and answers what the page shows once it has checked the file with this SHA-256. */
  check(path: string, sha256: string): Promise<readonly ShownSection[]>;
}

const field = 'input[type="file"]';

/** A verify page in a tab that takes files from disk, as a person chooses them. */
export async function pageSurface(name: string, page: Page): Promise<VerifySurface> {
  const found = await page.waitForSelector(field);
  const input = await found?.toElement('input');
  return {
    name,
    async check(path, sha256) {
      // The click of a person empties the field; Firefox's driver takes a file of the same name for the same file.
      await input?.evaluate(element => {
        element.value = '';
      });
      await input?.uploadFile(path);
      return parsed(await page.evaluate(shownFor(sha256)));
    },
  };
}

/** A verify page that the driver has no tab for: the file is made inside the document. */
export async function screenSurface(name: string, screen: Screen): Promise<VerifySurface> {
  await screen.waitFor(field);
  return {
    name,
    async check(path, sha256) {
      const base64 = readFileSync(path, 'base64');
      await screen.run(`(${chooseFile})(${JSON.stringify(basename(path))}, ${JSON.stringify(base64)})`);
      return parsed(await screen.run(shownFor(sha256)));
    },
  };
}

/** What a verify page must show of a result: all of it, in the words and the order of that page. */
export function sectionsOf({ reports, group, verdict }: GroupReport): readonly ShownSection[] {
  const parts = reports.map(report => sectionOf(report.file, report.verdict, report.findings));
  if (parts.length === 1 && group.every(finding => finding.severity === 'success')) return parts;
  return [sectionOf('All files together', verdict, group), ...parts];
}

/** What is open stands first, then what each record says of its own checks, then what is folded. */
function sectionOf(title: string, verdict: Verdict, all: readonly Finding[]): ShownSection {
  const findings = all.filter(finding => !isOfChecks(finding));
  const groups = (isFolded: boolean) =>
    findingGroups
      .filter(({ folded }) => folded === isFolded)
      .flatMap(({ severity, heading }) => {
        const members = findings.filter(finding => finding.severity === severity);
        return members.map(member => shownOf(`${heading} (${members.length})`, member));
      });
  const checks = checkedExhibits(all).flatMap(({ subject, line, findings: those }) =>
    those.map(finding => shownOf(`${visibleText(subject)}: ${line}`, finding)),
  );
  return {
    title: visibleText(title),
    verdict: verdictWords[verdict].word,
    findings: [...groups(false), ...checks, ...groups(true)],
  };
}

function shownOf(heading: string, { code, subject, detail }: Finding): ShownFinding {
  return { heading, code, subject: visibleText(subject), detail: visibleText(detail) };
}

function shownFor(sha256: string): string {
  return `(${readShown})(${JSON.stringify(sha256)}, ${hangMs})`;
}

function parsed(shown: unknown): readonly ShownSection[] {
  if (typeof shown === 'string') throw new Error(`no result came; the page shows:\n${shown}`);
  return shown as readonly ShownSection[];
}

/** Runs in the page. Answers what stands there, or the page's text when nothing ever comes. */
function readShown(sha256: string, hangMs: number): Promise<readonly ShownSection[] | string> {
  const textOf = (root: Element, selector: string) => root.querySelector(selector)?.textContent ?? '';
  const headingOf = (item: Element) =>
    item.closest('.findings, details')?.querySelector('h4, summary')?.textContent ?? '';
  const read = () => {
    if (textOf(document.documentElement, '.report .digest') !== sha256) return undefined;
    return [...document.querySelectorAll('section[data-verdict]')].map(section => ({
      title: textOf(section, 'h3'),
      verdict: textOf(section, '.verdict strong'),
      findings: [...section.querySelectorAll('li:not(:has(li))')].map(item => ({
        heading: headingOf(item),
        code: textOf(item, '.muted > code:last-child'),
        subject: textOf(item, '.muted > code:first-child'),
        detail: textOf(item, '.page-text'),
      })),
    }));
  };
  return new Promise(resolve => {
    const look = () => {
      const shown = read();
      if (shown !== undefined) end(shown);
    };
    const observer = new MutationObserver(look);
    const late = setTimeout(() => end(document.body.textContent ?? ''), hangMs);
    const end = (answer: readonly ShownSection[] | string) => {
      observer.disconnect();
      clearTimeout(late);
      resolve(answer);
    };
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  });
}

/** Runs in the page. */
function chooseFile(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('no field for files');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
