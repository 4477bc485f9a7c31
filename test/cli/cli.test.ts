import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { textBytes } from '../../src/bundle/layout.ts';
import { run } from '../../src/cli/run.ts';
import { timeStampsAt } from '../bundle/time-stamped.ts';
import { patched, toFiles, toZip } from '../bundle/zip-surgery.ts';
import { authorityKeys } from '../samples/authority/keys.ts';
import { sampleSigner, sampleZip } from '../samples/bundle.ts';

const home = process.cwd();
let folder: string;
let zip: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-cli-'));
  process.chdir(folder);
  zip = await sampleZip();
  file('good.zip', zip);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** The command, in the folder of the files. The one that is built is run on the bundles of both browsers. */
async function holdfast(...args: readonly string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await run(args, {
    version: packageFile.version,
    out: text => {
      stdout += text;
    },
    err: text => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

describe('verify', async () => {
  it('0: intact, with what to compare and what it does not show', async () => {
    const { status, stdout, stderr } = await holdfast('verify', 'good.zip');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe(`INTACT: good.zip (${zip.length} bytes)`);
    expect(stdout).toContain(createHash('sha256').update(zip).digest('hex'));
    expect(stdout).toContain((await sampleSigner()).fingerprint);
    expect(stdout).toContain('ABC/1, ABC/3');
    expect(stdout).toContain('What it does not show');
    expect(stdout).not.toMatch(/valid|authentic|forensic|proof/i);
  });

  it('1: altered, saying which file', async () => {
    file('bad.zip', patched(zip, 5_000, [zip[5_000] === 0 ? 1 : 0]));
    const { status, stdout } = await holdfast('verify', 'bad.zip');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ALTERED: bad\.zip/);
    expect(stdout).toContain('This file is not as it was when it was sealed.');
  });

  it('1: incomplete, when a file or a volume is not there', async () => {
    const files = toFiles(zip);
    files.delete('data/exhibits/ABC_1/text.txt');
    file('short.zip', toZip(files));
    expect((await holdfast('verify', 'short.zip')).stdout).toMatch(/^INCOMPLETE: short\.zip/);
    file('v1.zip', await sampleZip({ volume: 1, volumes: 2 }));
    file('v2.zip', await sampleZip({ volume: 2, volumes: 2 }));
    const alone = await holdfast('verify', 'v1.zip');
    expect(alone.status).toBe(1);
    expect(alone.stdout).toContain('Volume 2 of 2 is not among the files.');
    expect((await holdfast('verify', 'v1.zip', 'v2.zip')).status).toBe(0);
  });

  it('2: could not be read, whatever the reason, and the others are checked', async () => {
    file('note.zip', textBytes('not a ZIP'));
    const { status, stdout } = await holdfast('verify', 'good.zip', 'note.zip', 'nowhere.zip');
    expect(status).toBe(2);
    expect(stdout).toContain('INTACT: good.zip');
    expect(stdout).toContain('COULD NOT BE READ: note.zip');
    expect(stdout).toContain('COULD NOT BE READ: nowhere.zip');
    expect((await holdfast('verify', '.')).status).toBe(2);
  });

  it('says in a line an exhibit what was checked while it was recorded, and --json each check', async () => {
    const { stdout } = await holdfast('verify', 'good.zip');
    expect(stdout).toContain(
      '    ABC/3: 12 of 13 checks held; a copy that shows the same as the page (was not checked)\n' +
        '    1 of 2 exhibits: every check held\n',
    );
    expect(stdout).not.toContain('[capture.copy.not-made]');
    expect((await holdfast('verify', '--json', 'good.zip')).stdout).toContain('"capture.copy.not-made"');
  });

  it('--json says it all in one value', async () => {
    const { status, stdout } = await holdfast('verify', '--json', 'good.zip');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ verdict: 'intact', reports: [{ file: 'good.zip', verdict: 'intact' }] });
    expect(answer.reports[0].findings.length).toBeGreaterThan(50);
  });

  it('--tsa-ca: says which authority vouches for which moment, and without it only which it was', async () => {
    const keys = authorityKeys();
    try {
      file('root.pem', textBytes(`Two of them:\n${keys.otherRoot}${keys.root}`));
      file('other.pem', textBytes(keys.otherRoot));
      const timeStamps = timeStampsAt(keys, '2026-03-04T05:06:10.000Z');
      file('stamped.zip', await sampleZip({ change: input => ({ ...input, timeStamps }) }));
    } finally {
      keys.remove();
    }
    const said = 'says that this existed at 2026-03-04T05:06:10.000Z';
    const trusted = await holdfast('verify', '--tsa-ca', 'other.pem', '--tsa-ca', 'root.pem', 'stamped.zip');
    expect(trusted).toMatchObject({ status: 0, stderr: '' });
    expect(trusted.stdout).toContain(
      `Time-stamped:\n    tagmanifest-sha256.txt.tsr: “Test Authority Two” ${said}`,
    );
    for (const args of [[], ['--tsa-ca', 'other.pem']]) {
      const { status, stdout } = await holdfast('verify', 'stamped.zip', ...args);
      expect(status).toBe(0);
      expect(stdout).not.toContain('Time-stamped:');
      expect(stdout).toContain(`“Test Authority Two” ${said}`);
      expect(stdout).toContain('[time-stamp.chain.not-checked]');
    }
  });

  it('--signer and --sha256: only what was written down elsewhere is intact, in whatever form it was', async () => {
    const sha256 = createHash('sha256').update(zip).digest('hex');
    const { fingerprint } = await sampleSigner();
    const pairs = fingerprint.toUpperCase().replace(/..(?=.)/g, '$&:');
    const none = 'f'.repeat(64);
    const asked = async (...args: readonly string[]) => {
      const { status, stdout } = await holdfast('verify', 'good.zip', ...args);
      return { status, said: stdout.match(/\[expected\.[a-z0-9.-]+\]/g) ?? [] };
    };
    expect(await asked('--signer', `sha256 Fingerprint=${pairs}`, '--sha256', `${sha256}  good.zip`)).toEqual(
      {
        status: 0,
        said: [],
      },
    );
    expect(await asked('--signer', none)).toEqual({ status: 1, said: ['[expected.signer.mismatch]'] });
    expect(await asked('--signer', none, '--signer', fingerprint)).toEqual({ status: 0, said: [] });
    expect(await asked('--sha256', none)).toEqual({
      status: 1,
      said: ['[expected.sha256.mismatch]', '[expected.sha256.missing]'],
    });
    expect(await asked('--sha256', none, '--sha256', sha256)).toEqual({
      status: 1,
      said: ['[expected.sha256.missing]'],
    });
    const answer = JSON.parse((await holdfast('verify', '--json', 'good.zip', '--signer', none)).stdout);
    expect(answer.verdict).toBe('altered');
    for (const args of [
      ['--signer', 'abc'],
      ['--sha256', ''],
      ['--sha256', `${sha256}0`],
    ])
      expect(await holdfast('verify', 'good.zip', ...args)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('Usage'),
      });
  });

  it('--require-time-stamp: only one of an authority that --tsa-ca names will do', async () => {
    const keys = authorityKeys();
    try {
      file('trusted.pem', textBytes(keys.root));
      file('strange.pem', textBytes(keys.otherRoot));
      const timeStamps = timeStampsAt(keys, '2026-03-04T05:06:10.000Z', 'rsa');
      file('with-stamps.zip', await sampleZip({ change: input => ({ ...input, timeStamps }) }));
    } finally {
      keys.remove();
    }
    const asked = async (...args: readonly string[]) => {
      const { status, stdout } = await holdfast('verify', '--require-time-stamp', ...args);
      return { status, said: stdout.match(/\[expected\.[a-z0-9.-]+\]/g) ?? [] };
    };
    expect(await asked('good.zip')).toEqual({ status: 1, said: ['[expected.time-stamp.missing]'] });
    const roots = ['trusted.pem', 'strange.pem'].map(
      async name => (await asked('with-stamps.zip', '--tsa-ca', name)).said.length,
    );
    expect((await Promise.all(roots)).sort()).toEqual([0, 1]);
    expect(await asked('with-stamps.zip')).toEqual({
      status: 1,
      said: ['[expected.time-stamp.not-vouched]'],
    });
  });

  it('--tsa-ca: 2 when the file is none of certificates', async () => {
    file('empty.pem', textBytes('nothing'));
    for (const name of ['empty.pem', 'nowhere.pem', '.'])
      expect(await holdfast('verify', 'good.zip', '--tsa-ca', name)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(name),
      });
  });

  it('prints nothing from a bundle that could move or hide what it says', async () => {
    const title = 'a\u001b[2Jb\u202ec';
    const hostile = await sampleZip({
      change: input => ({
        ...input,
        caseRecord: { ...input.caseRecord, case: { ...input.caseRecord.case, title } },
      }),
    });
    file('hostile.zip', hostile);
    const { stdout } = await holdfast('verify', 'hostile.zip');
    expect(stdout).toContain('a\\u{1b}[2Jb\\u{202e}c');
    expect((await holdfast('inspect', 'hostile.zip')).stdout).toContain('a\\u{1b}[2Jb\\u{202e}c');
  });
});

describe('the other commands', async () => {
  it('inspect shows what a bundle says and that it is unchecked', async () => {
    const { status, stdout } = await holdfast('inspect', 'good.zip');
    expect(status).toBe(0);
    expect(stdout).toContain('unchecked');
    expect(stdout).toContain('ABC/1  2026-03-01T10:00:01.000Z  example  https://x.com/example');
    expect(stdout).toContain('ABC/2  absent: erased');
    expect((await holdfast('inspect', 'nowhere.zip')).status).toBe(2);
  });

  it('--help and --version answer, and anything else gets the usage', async () => {
    expect(await holdfast('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('holdfast verify'),
    });
    expect(await holdfast('--version')).toMatchObject({
      status: 0,
      stdout: `holdfast ${packageFile.version}\n`,
    });
    for (const args of [
      [],
      ['verify'],
      ['inspect'],
      ['erase', 'good.zip'],
      ['verify', '--fast', 'good.zip'],
      ['inspect', 'good.zip', '--tsa-ca', 'x'],
      ['inspect', 'good.zip', '--signer', 'a'.repeat(64)],
      ['inspect', 'https://x.com/a/status/1', '--require-time-stamp'],
    ])
      expect(await holdfast(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });
});
