import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { capture, type ExportOptions, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';
import { tellCase } from '../../scripts/drive/tell.ts';
import { type CaseRecord, caseRecordSchema } from '../../src/model/case.ts';
import { holdStore } from './held-store.ts';
import { ask, filesBelow, unzipped } from './proof.ts';

/** A bundle as a stranger reads it. */
interface Exported {
  readonly record: CaseRecord;
  readonly files: readonly string[];
  readonly text: string;
  readonly folder: string;
}

/** Notes in the page where the button stands, each time that something is drawn. */
const notePlaces = `(() => {
  globalThis.placesOfButton = [];
  new MutationObserver(() => {
    const button = document.querySelector('#export');
    if (button) placesOfButton.push(button.getBoundingClientRect().top + scrollY);
  }).observe(document.body, { subtree: true, childList: true });
})()`;

/** What a person chooses before an export, pressed on the real screen, and what the files then hold. */
describe('choosing what goes', () => {
  let session: Session;
  /** Where the button stood on the screen of the first export. */
  let places: readonly number[];
  /** The first export, of which nothing was chosen. */
  let whole: Exported;

  beforeAll(async () => {
    session = await openSession('chromium');
    for (const address of session.site.addresses.posts.slice(1, 4)) {
      const page = await session.browser.openPage(address);
      await capture(session.browser, page, 'post');
      await page.close();
    }
    await tellCase(session.browser);
    const other = await session.browser.openScreen('verify.html', { behind: true });
    whole = await exported({
      async arrive(screen) {
        // The signing key is read last of all; its name is shown.
        const letGo = await holdStore(other, 'vault');
        await screen.run(notePlaces);
        void screen.waitFor('#export-reading, #export').then(letGo);
      },
      async choose(screen) {
        await screen.waitFor('#signed-with');
        places = (await screen.run('[...new Set(placesOfButton)]')) as number[];
      },
    });
  });
  afterAll(() => session?.close());

  it('has its button at one place from the first moment on, however late the log is read', () => {
    expect(places).toHaveLength(1);
  });

  it('gives the police everything but what is kept apart, and the private note to nobody', () => {
    const { record, files, text } = whole;
    expect(record).toMatchObject({ recipient: 'police', absent: [], outcome: 'complete' });
    expect(record.notes?.map(({ versions }) => versions[0]?.note.kind)).toEqual(
      expect.arrayContaining(['details', 'diary', 'order', 'police-contact', 'platform-report', 'occasion']),
    );
    for (const kept of ['07700 900123', '1 Example Lane', 'I live alone now', 'Ask Sam about this one'])
      expect(text).not.toContain(kept);
    expect(text).toContain('The car park behind my work');
    expect(files).not.toContain('data/police/contact-sheet.docx');
    for (const paper of ['statement-draft', 'exhibit-list', 'accounts-annex', 'continuity-sheet', 'offences'])
      expect(files).toContain(`data/police/${paper}.docx`);
  });

  it('makes a report to print that pdftotext reads, with every exhibit and its picture', () => {
    const { folder } = whole;
    const pdf = join(folder, 'data/report.pdf');
    const text = ask('pdftotext', ['-layout', pdf, '-']).output;
    for (const reference of ['EX/1', 'EX/2', 'EX/3']) expect(text).toContain(`Exhibit ${reference}`);
    expect(text).toMatch(/Page 1 of \d+/);
    expect(text).toContain(
      'This is a report of a crime or incident. It is not a Freedom of Information request.',
    );
    expect(ask('pdfimages', ['-list', pdf]).output.match(/\bjpeg\b/g)).toHaveLength(3);
  });

  it('puts the contact sheet in when its box is ticked, and only there', async () => {
    const { files, text } = await exported({ choose: screen => screen.click('#contact-sheet') });
    expect(files).toContain('data/police/contact-sheet.docx');
    expect(text).not.toContain('07700 900123');
  });

  it('gives a platform the exhibits and the request, and none of the person’s words', async () => {
    const { record, files, text } = await exported({
      choose: async screen => {
        await screen.click('input[value="platform"]');
      },
    });
    expect(record.recipient).toBe('platform');
    expect(record.notes).toBeUndefined();
    expect(record.exhibits.flatMap(({ words }) => words)).toEqual([]);
    expect(text).not.toContain('The car park behind my work');
    expect(text).not.toContain('It was posted an hour after');
    expect(files.filter(path => path.startsWith('data/police/'))).toEqual([]);
    expect(files).toContain('data/preservation/x/request.docx');
  });

  it('leaves an exhibit out, keeps its number, and is intact', async () => {
    const { record, files } = await exported({
      choose: async screen => {
        await screen.waitFor('#choose-exhibits summary');
        await screen.click('#choose-exhibits summary');
        await screen.click('#choose-exhibits li:nth-child(2) input');
      },
    });
    expect(record.exhibits.map(({ reference }) => reference)).toEqual(['EX/1', 'EX/3']);
    expect(record.absent).toMatchObject([{ reference: 'EX/2', reason: 'not-chosen' }]);
    expect(files.filter(path => path.includes('EX_2'))).toEqual([]);
  });

  it('leaves a paper out that was looked at first', async () => {
    const { files } = await exported({
      choose: async screen => {
        await screen.click('#choose-papers summary');
        await screen.waitFor('[data-paper="preservation/x/"]');
        await screen.click('[data-paper="report.html"] button');
        await screen.waitFor('[data-paper="report.html"] iframe');
        await screen.click('[data-paper="preservation/x/"] button');
        await screen.waitFor('[data-paper="preservation/x/"] a[download="request.docx"]');
        await screen.click('[data-paper="preservation/x/"] input');
      },
    });
    expect(files.filter(path => path.startsWith('data/preservation/'))).toEqual([]);
    expect(files).toContain('data/report.html');
  });

  /** Exports after these presses, checks the bundle with the command, and reads it as a stranger does. */
  async function exported(options: ExportOptions): Promise<Exported> {
    const end = await exportBundle(session.browser, options);
    const bundle = end.volumes[0]?.path ?? '';
    expect(ask(process.execPath, [built.cli, 'verify', bundle])).toMatchObject({ status: 0 });
    const folder = unzipped(bundle, session.folder);
    const files = filesBelow(folder, folder);
    const text = files
      .filter(path => /\.(html|json|jsonl|txt|csv)$/.test(path))
      .map(path => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const record = caseRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'data/case.json'), 'utf8')));
    return { record, files, text, folder };
  }
});
