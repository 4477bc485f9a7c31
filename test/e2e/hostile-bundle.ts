import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type DrivenBrowser, hangMs, type Screen, until } from '../../scripts/drive/driven-browser.ts';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { type CaseRecord, caseRecordSchema } from '../../src/model/case.ts';

/** One exhibit as it lies in an unzipped bundle. */
export interface Unzipped {
  readonly record: CaptureRecord;
  readonly folder: string;
  readonly snapshot: string;
  readonly text: string;
}

export interface UnzippedCase {
  readonly caseRecord: CaseRecord;
  readonly exhibits: ReadonlyMap<string, Unzipped>;
}

/** Reads what was unzipped, by reference. Throws when a file is no UTF-8 or no record. */
export function readUnzipped(folder: string): UnzippedCase {
  const data = join(folder, 'data');
  const read = (path: string) => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  const caseRecord = caseRecordSchema.parse(JSON.parse(read(join(data, 'case.json'))));
  const exhibits = caseRecord.exhibits.map(entry => {
    const own = join(data, entry.directory);
    const record = captureRecordSchema.parse(JSON.parse(read(join(own, 'capture.json'))));
    const has = (role: string) => record.artifacts.some(artifact => artifact.role === role);
    const snapshot = has('page-snapshot') ? read(join(own, 'page.html')) : '';
    const text = has('post-text') ? read(join(own, 'text.txt')) : '';
    return [entry.reference, { record, folder: own, snapshot, text }] as const;
  });
  return { caseRecord, exhibits: new Map(exhibits) };
}

/** What a document that was opened from disk holds of a page's programs; empty when nothing. */
export async function livePartsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const own = (element: Element): Pick<Element, 'localName' | 'attributes' | 'shadowRoot'> => ({
      localName: Reflect.get(Element.prototype, 'localName', element),
      attributes: Reflect.get(Element.prototype, 'attributes', element),
      shadowRoot: Reflect.get(Element.prototype, 'shadowRoot', element),
    });
    const look = (root: Document | ShadowRoot | DocumentFragment) => {
      const { querySelectorAll } = root instanceof Document ? Document.prototype : DocumentFragment.prototype;
      for (const element of querySelectorAll.call(root, '*') as NodeListOf<Element>) {
        // A form's fields stand over its properties.
        const { localName: name, attributes, shadowRoot } = own(element);
        if (/^(?:script|iframe|frame|object|embed|base|portal|noscript)$/.test(name)) found.push(name);
        for (const { name: attribute, value } of attributes) {
          if (/^on/i.test(attribute)) found.push(`${name} ${attribute}`);
          if (/^\s*(?:javascript|vbscript|data:text)/i.test(value) && !/^data-/.test(attribute))
            found.push(`${name} ${attribute}=${value.slice(0, 40)}`);
        }
        if (
          name === 'meta' &&
          Element.prototype.getAttribute.call(element, 'http-equiv')?.toLowerCase() === 'refresh'
        )
          found.push(name);
        if (shadowRoot) look(shadowRoot);
        if (element instanceof HTMLTemplateElement) look(element.content);
      }
    };
    look(document);
    if (window.name !== '') found.push(`window.name ${window.name}`);
    return found;
  });
}

/** Opens a file of the bundle as its reader would, and answers what of it is alive. */
export async function openedFromDisk(browser: DrivenBrowser, address: string) {
  const dialogs: string[] = [];
  const page = await browser.openPage('about:blank');
  page.on('dialog', dialog => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  // Firefox at times breaks off what is asked of a tab that is new.
  const isThere = () =>
    page.goto(address, { waitUntil: 'load' }).then(
      () => true,
      (error: unknown) => {
        if (/NS_BINDING_ABORTED/.test(String(error))) return false;
        throw error;
      },
    );
  await until(isThere, hangMs, () => `${address} was not opened`);
  const live = await livePartsOf(page);
  const words = await page.evaluate(() => document.documentElement.textContent);
  await page.close();
  return { live, dialogs, words };
}

/** Shows an exhibit's kept page on the case page, and waits until its frame has loaded it. */
export async function showCopy(screen: Screen, caseId: string, exhibit: Unzipped): Promise<void> {
  const { id, reference, artifacts } = exhibit.record;
  if (!artifacts.some(({ role }) => role === 'page-snapshot')) throw new Error(`${reference} has no copy`);
  await screen.run(`location.hash = ${JSON.stringify(`#case/${caseId}/exhibit/${id}`)}`);
  await screen.waitFor(`h2[data-reference="${reference}"]`);
  const button = 'section[aria-labelledby="copy-title"] button';
  await screen.waitFor(button);
  await screen.click(button);
  await screen.waitFor('iframe.page-copy');
  // Given the same page once more, the frame says when it has it.
  const loaded = await screen.run(`new Promise(resolve => {
    const frame = document.querySelector('iframe.page-copy');
    frame.addEventListener('load', () => resolve(frame.sandbox.length === 0 && frame.hasAttribute('sandbox')));
    frame.srcdoc = frame.srcdoc;
  })`);
  if (loaded !== true) throw new Error(`the frame of ${reference} is not shut`);
}

/** Chooses the bundle on a verify page, and answers its verdict and how many elements of another origin it holds. */
export async function verdictOf(page: Page, bundle: string): Promise<string | undefined> {
  const input = await page.waitForSelector('input[type="file"]');
  await input?.uploadFile(bundle);
  return await until(
    async () =>
      (
        await page.$$eval('[data-verdict]', found =>
          found.map(element => element.getAttribute('data-verdict')),
        )
      )[0] ?? undefined,
    hangMs,
    () => 'no verdict came',
  );
}
