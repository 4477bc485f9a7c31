import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { hangMs, type Screen, until } from '../../scripts/drive/driven-browser.ts';
import { capture, type ExportEnd, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';
import { caseRecordSchema } from '../../src/model/case.ts';
import { verifyCommands } from '../../src/reports/how-to-verify.ts';
import { readDocuments } from '../reports/cases/read-foreign.ts';
import { ask, askShell, unzipped } from './proof.ts';

/** A person exports; an officer in another profile receives, adds an exhibit, and exports again. */
describe('receiving', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-receive-'));
  const original = join(folder, 'ABC original.zip');
  let session: Session;
  let exported: ExportEnd;
  let receipt: string;
  let outer: string;

  beforeAll(async () => {
    const person = await openSession('chromium');
    try {
      const page = await person.browser.openPage(person.site.addresses.posts[1] ?? '');
      await capture(person.browser, page, 'post');
      copyFileSync((await exportBundle(person.browser)).volumes[0]?.path ?? '', original);
    } finally {
      await person.close();
    }
    session = await openSession('chromium');
    await becomeOfficer(session);
    receipt = await receive(session, original);
    const page = await session.browser.openPage(session.site.addresses.posts[2] ?? '');
    await capture(session.browser, page, 'post');
    exported = await exportBundle(session.browser);
    outer = unzipped(exported.volumes[0]?.path ?? '', session.folder);
  });
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives a receipt that a word processor opens', () => {
    const [text = ''] = readDocuments([readFileSync(receipt)]);
    for (const words of [
      'Intact',
      'ABC original.zip',
      'A. B. Carter',
      'PC, Jo Doe, 123',
      'Front desk',
      'Holdfast',
    ])
      expect(text).toContain(words);
    expect(text.replace(/[\s/]+/g, '')).toContain(digestOf(original));
  });

  it('is intact outside and inside, for the command', () => {
    const { status, output } = ask(process.execPath, [built.cli, 'verify', exported.volumes[0]?.path ?? '']);
    expect(output).toMatch(/^INTACT:/);
    expect(output).toMatch(/Received inside: data\/received\/[0-9a-f]{16}\/ABC-original\.zip\n {4}INTACT/);
    expect(status).toBe(0);
  });

  it('holds what was received byte for byte, beside the officer’s own exhibit', () => {
    const record = recordOf(outer);
    expect(record.exhibits).toHaveLength(1);
    expect(record.received).toMatchObject([
      {
        name: 'ABC original.zip',
        sha256: digestOf(original),
        verdict: 'intact',
        exhibits: [{ reference: 'EX/1' }],
      },
    ]);
    const inner = join(outer, 'data', record.received?.[0]?.path ?? '');
    expect(ask('sha256sum', [inner]).output.slice(0, 64)).toBe(digestOf(original));
    expect(askShell(verifyCommands.digests, outer)).toEqual({ status: 0, output: '' });
  });

  it('lets strangers check the one inside by its own commands', () => {
    const inner = unzipped(join(outer, 'data', recordOf(outer).received?.[0]?.path ?? ''), session.folder);
    expect(askShell(verifyCommands.digests, inner)).toEqual({ status: 0, output: '' });
    for (const command of [verifyCommands.tagManifestSignature, verifyCommands.containerSignature])
      expect(askShell(command, inner).output).toContain('CAdES Verification successful');
  });

  it('shows a change inside it', () => {
    const bytes = readFileSync(exported.volumes[0]?.path ?? '');
    const at = bytes.indexOf(readFileSync(original).subarray(200, 260));
    bytes[at + 30] = (bytes[at + 30] ?? 0) ^ 1;
    const changed = join(folder, 'changed.zip');
    writeFileSync(changed, bytes);
    const { status, output } = ask(process.execPath, [built.cli, 'verify', changed]);
    expect(output).toMatch(/^ALTERED:/);
    expect(output).toContain('received.digest.mismatch');
    expect(status).toBe(1);
  });
});

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function recordOf(folder: string) {
  return caseRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'data/case.json'), 'utf8')));
}

async function becomeOfficer({ browser }: Session): Promise<void> {
  const screen = await browser.openScreen('options.html');
  await screen.waitFor('input[value="officer"]');
  await screen.click('input[value="officer"]');
  await screen.waitFor('#officer-name');
  for (const [field, value] of Object.entries({ name: 'Jo Doe', rank: 'PC', number: '123' }))
    await screen.fill(`#officer-${field}`, value);
  await screen.click('#reporter-save');
  await until(
    async () => ((await screen.text('main'))?.includes('Saved.') ? true : undefined),
    hangMs,
    () => 'the officer was not saved',
  );
  await screen.close();
}

/** Checks the file, keeps it in a new case, and answers where its receipt was downloaded to. */
async function receive({ browser }: Session, path: string): Promise<string> {
  const screen = await browser.openScreen('verify.html');
  await screen.waitFor('input[type="file"]');
  await upload(screen, path);
  await screen.waitFor('#keep-in-case');
  await screen.click('#keep-in-case');
  await screen.waitFor('#receive-keep');
  await screen.fill('#receive-from', 'A. B. Carter');
  await screen.fill('#receive-place', 'Front desk');
  await screen.click('#receive-keep');
  await screen.waitFor('a[href$="/received"]');
  const address = (await screen.attribute('a[href$="/received"]', 'href')) ?? '';
  await screen.close();
  const received = await browser.openScreen(address);
  await received.waitFor('[data-received] .make-receipt');
  await received.click('[data-received] .make-receipt');
  await received.waitFor('a[download$=".docx"]');
  const name = (await received.attribute('a[download$=".docx"]', 'download')) ?? '';
  await received.click('a[download$=".docx"]');
  const saved = join(browser.downloadDir, name);
  await until(
    async () => (readSize(saved) > 0 ? true : undefined),
    hangMs,
    () => 'the receipt was not saved',
  );
  await received.close();
  return saved;
}

function readSize(path: string): number {
  try {
    return readFileSync(path).length;
  } catch {
    return 0;
  }
}

async function upload(screen: Screen, path: string): Promise<void> {
  const field = await screen.page?.$('input[type="file"]');
  // Chromium's own field; puppeteer types it for any element.
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}
