import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import type { BrowserName } from '../../scripts/drive/driven-browser.ts';
import { type CaptureEnd, capture, type ExportEnd, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session, strayRequests } from '../../scripts/drive/session.ts';
import { unzipped as toStrangers, versionOf } from '../../scripts/others-say/ask.ts';
import { foreignPrograms } from '../../scripts/others-say/programs.ts';
import { captureRecordSchema } from '../../src/model/capture.ts';
import { caseRecordSchema } from '../../src/model/case.ts';
import { verifyCommands } from '../../src/reports/how-to-verify.ts';
import { leaveByShift } from './leaving.ts';
import { lockAndGoOn } from './locking.ts';
import {
  ask,
  askShell,
  filesBelow,
  fingerprintOf,
  firstEntry,
  listedByPython,
  manifestPaths,
  plainDigits,
  unzipped,
} from './proof.ts';

/** The whole job through the real gestures on the shipped manifest, and what strangers' programs say of its bundle. */
export function describeFullJob(name: BrowserName): void {
  describe(`the whole job in ${name}`, () => {
    let session: Session;
    let ends: CaptureEnd[];
    let exported: ExportEnd;
    let bundle: string;
    let folder: string;

    beforeAll(async () => {
      session = await openSession(name);
      await openEveryScreen(session);
      ends = await captureFive(session);
      exported = await exportBundle(session.browser);
      bundle = exported.volumes[0]?.path ?? '';
      folder = unzipped(bundle, session.folder);
    });
    afterAll(() => session?.close());

    it('records three posts, one viewport and one whole page, each complete', () => {
      expect(ends.map(end => end.outcome ?? end.reasons)).toEqual(Array(5).fill('complete'));
      expect(new Set(ends.map(end => end.reference)).size).toBe(5);
    });

    it('hands over one volume whose SHA-256 the screen shows', () => {
      expect(exported.volumes).toHaveLength(1);
      expect(plainDigits(exported.shown)).toContain(exported.volumes[0]?.sha256);
    });

    it('is whole to unzip', () => {
      expect(ask('unzip', ['-tq', bundle])).toMatchObject({ status: 0 });
    });

    it.each(foreignPrograms.filter(program => versionOf(program) !== undefined))(
      'is accepted without a word against it by $name',
      program => {
        const given = toStrangers(bundle);
        const answers = given.ask(program);
        given.remove();
        expect(answers.filter(({ accepted }) => !accepted)).toEqual([]);
      },
    );

    it('is whole to Python, every entry stored under an ASCII name without spaces, none twice', () => {
      const { damaged, names, methods, comment } = listedByPython(bundle);
      expect({ damaged, methods, comment }).toEqual({ damaged: null, methods: [0], comment: '' });
      expect(names.filter(entry => !/^[\x21-\x7e]+$/.test(entry))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    });

    it('begins with mimetype, stored and bare', () => {
      expect(firstEntry(bundle)).toEqual({
        signature: 0x04034b50,
        usesDataDescriptor: false,
        method: 0,
        extraLength: 0,
        name: 'mimetype',
        content: 'application/vnd.etsi.asic-e+zip',
      });
    });

    it.each([['manifest-sha256.txt'], ['tagmanifest-sha256.txt']])(
      'has every digest of %s confirmed by sha256sum',
      manifest => {
        expect(ask('sha256sum', ['-c', '--quiet', '--strict', manifest], folder)).toEqual({
          status: 0,
          output: '',
        });
      },
    );

    it('lists every file of data/ in the manifest, and nothing else', () => {
      expect([...manifestPaths(folder, 'manifest-sha256.txt')].sort()).toEqual(
        filesBelow(join(folder, 'data'), folder),
      );
    });

    it.each([
      ['the tag manifest', verifyCommands.tagManifestSignature],
      ['the container', verifyCommands.containerSignature],
    ])('has its signature over %s confirmed by openssl', (_what, command) => {
      const { status, output } = askShell(command, folder);
      expect(output).toContain('CAdES Verification successful');
      expect(status).toBe(0);
    });

    it('shows the fingerprint that openssl reads from the certificate', () => {
      expect(fingerprintOf(folder)).toMatch(/^[0-9a-f]{64}$/);
      expect(plainDigits(exported.fingerprint)).toBe(fingerprintOf(folder));
    });

    it('has in HOW-TO-VERIFY.txt only commands that hold when they are run as they stand there', () => {
      const text = readFileSync(join(folder, 'HOW-TO-VERIFY.txt'), 'utf8');
      const { commands, script } = linuxCommands(text);
      const place = mkdtempSync(join(session.folder, 'as-written-'));
      copyFileSync(bundle, join(place, 'NAME.zip'));
      for (const command of commands) {
        // What comes after "cd bundle" is run in the folder that unzip made.
        const at = /NAME\.zip/.test(command) ? place : join(place, 'bundle');
        expect(askShell(command, at), command).toMatchObject({ status: 0 });
      }
      expect(commands.map(command => command.split(' ')[0])).toEqual(
        expect.arrayContaining(['sha256sum', 'unzip', 'openssl']),
      );
      const head = /The last digest is\s+([0-9a-f]{64})/.exec(text)?.[1];
      expect(askShell(script, join(place, 'bundle'))).toEqual({ status: 0, output: `${head}\n` });
    });

    it('keeps records that match their schema and their images', () => {
      const caseRecord = caseRecordSchema.parse(readJson(join(folder, 'data', 'case.json')));
      expect(caseRecord.exhibits.map(entry => entry.scope).sort()).toEqual(
        ['page', 'post', 'post', 'post', 'viewport'].sort(),
      );
      for (const entry of caseRecord.exhibits) {
        const record = captureRecordSchema.parse(
          readJson(join(folder, 'data', entry.directory, 'capture.json')),
        );
        expect(record.software.browser.toLowerCase()).toContain(name);
        expect(record.artifacts.map(artifact => artifact.role)).toContain('page-snapshot');
        if (entry.scope !== 'post') continue;
        expect(record.page?.address).toContain('https://x.com/');
        expect(record.post).toMatchObject({ platform: 'x', account: { handle: expect.any(String) } });
        expect(record.page?.address).toContain(record.post?.postId);
      }
    });

    it('is intact to the command line, with exit code 0', () => {
      const plain = ask(process.execPath, [built.cli, 'verify', bundle]);
      expect(plain.output).toMatch(/intact/i);
      expect(plain.status).toBe(0);
      const json = ask(process.execPath, [built.cli, 'verify', bundle, '--json']);
      expect(json.output).toContain('"verdict"');
    });

    it('is intact to verify.html, opened from disk with the network off', async () => {
      const page = await session.browser.openPage(pathToFileURL(built.verifyPage).href);
      const input = await page.waitForSelector('input[type="file"]');
      await input?.uploadFile(bundle);
      const verdict = await page.waitForSelector('.verdict');
      expect(await verdict?.evaluate(element => element.className)).toBe('notice verdict intact');
      await page.close();
    });

    it('shows nothing once it is locked under a passphrase, and goes on when it is opened', async () => {
      await lockAndGoOn(session);
    });

    it('leaves every page at once, also where words are not saved', async () => {
      await leaveByShift(session.browser);
    });

    it('asked for the pages under test and for nothing else, through every screen and the whole job', () => {
      expect(strayRequests(session.site)).toEqual([]);
    });

    it('would have been seen asking: a request from one of its pages stands in the record', async () => {
      const screen = await session.browser.openScreen('options.html');
      await screen.request('https://elsewhere.test/beacon');
      await screen.close();
      expect(strayRequests(session.site).map(request => request.host)).toContain('elsewhere.test');
    });
  });
}

async function openEveryScreen({ browser }: Session): Promise<void> {
  for (const path of ['welcome.html', 'options.html', 'verify.html', 'sidepanel.html', 'case.html']) {
    const screen = await browser.openScreen(path);
    await screen.waitFor('h1');
    await screen.close();
  }
}

async function captureFive({ browser, site }: Session): Promise<CaptureEnd[]> {
  const { posts, chat, forum } = site.addresses;
  const tasks = [
    ...posts.slice(1, 4).map(address => ({ address, scope: 'post' as const })),
    { address: chat, scope: 'viewport' as const },
    { address: forum, scope: 'page' as const },
  ];
  const ends: CaptureEnd[] = [];
  for (const { address, scope } of tasks) {
    const page = await browser.openPage(address);
    ends.push(await capture(browser, page, scope));
    await page.close();
  }
  return ends;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The command lines of HOW-TO-VERIFY.txt that a Linux terminal runs, in their order, and the script at its end. */
function linuxCommands(text: string): { readonly commands: readonly string[]; readonly script: string } {
  const lines = text.split('\n');
  const commands = lines.flatMap(line => {
    const command = /^ {4}(?:Linux: +)?((?:sha256sum|unzip|openssl) .*)$/.exec(line)?.[1];
    return command === undefined ? [] : [command];
  });
  const from = lines.indexOf('python3 - <<"END"');
  return { commands, script: lines.slice(from, lines.indexOf('END', from) + 1).join('\n') };
}
