import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BundleInput } from '../../src/bundle/bundle-input.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { holdList, listsToPem } from '../../src/crypto/time-stamp/revocation-list.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { custodyEventSchema } from '../../src/model/custody.ts';
import { howToVerify } from '../../src/reports/how-to-verify.ts';
import { timeStampCommands } from '../../src/reports/how-to-verify-time.ts';
import { withCaptureTimeStamps, withSecondTimeStamps } from '../bundle/time-stamped.ts';
import { type AuthorityKeys, authorityKeys, listOf } from '../samples/authority/keys.ts';
import { stamp } from '../samples/authority/replies.ts';
import { sampleInput, zipOf } from '../samples/bundle.ts';

let folder: string;
let keys: AuthorityKeys;

beforeAll(async () => {
  keys = authorityKeys();
  folder = mkdtempSync(join(tmpdir(), 'holdfast-'));
  const reply = (imprint: Uint8Array) =>
    new Uint8Array(stamp(keys, createTimeStampRequest(imprint, systemRandom).der));
  const lists = new TextEncoder().encode(
    listsToPem([holdList(listOf(keys, 'middle')), holdList(listOf(keys, 'root'))]),
  );
  const once = await withCaptureTimeStamps(await sampleInput(), reply, lists);
  const others = new TextEncoder().encode(listsToPem([holdList(listOf(keys, 'other-root'))]));
  const foreign = (imprint: Uint8Array) =>
    new Uint8Array(stamp(keys, createTimeStampRequest(imprint, systemRandom).der, { authority: 'foreign' }));
  const stamped = await withSecondTimeStamps(once, foreign, others);
  const timeStamps = {
    stamp: async (imprint: Uint8Array) => ({ reply: reply(imprint), lists }),
    stampBesides: async (imprint: Uint8Array) => ({ reply: foreign(imprint), lists: others }),
  };
  const input = { ...stamped, timeStamps, howToVerify: textFor(stamped, true) };
  writeFileSync(join(folder, 'NAME.zip'), await zipOf(input));
  execFileSync('unzip', ['-q', 'NAME.zip', '-d', 'bundle'], { cwd: folder });
  writeFileSync(join(folder, 'bundle/tsa-ca.pem'), keys.root + keys.otherRoot);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  keys.remove();
});

function textFor(input: BundleInput, timeStampsAsked: boolean): string {
  const { caseRecord, exhibits } = input;
  const lines = input.custodyJsonl.trimEnd().split('\n');
  const custody = lines.map(line => custodyEventSchema.parse(JSON.parse(line)));
  const signerFingerprint = input.signer.fingerprint;
  return howToVerify({
    caseRecord,
    exhibits,
    custody,
    signerFingerprint,
    volume: 1,
    timeStampsAsked,
    secondStampAsked: timeStampsAsked,
    listsAsked: true,
  });
}

function indented(command: string): string {
  return command.replace(/^/gm, '    ');
}

function run(command: string) {
  const cwd = join(folder, 'bundle');
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
  return {
    output: stdout + stderr,
    status,
    ok: stdout.split('\n').filter(line => line === 'Verification: OK').length,
  };
}

describe('the commands for time-stamps in HOW-TO-VERIFY.txt', () => {
  test.each([
    ['bundle', 1],
    ['bundleSecond', 1],
    ['signatures', 2],
    ['exhibits', 2],
    ['seconds', 2],
    ['bundleLists', 1],
    ['bundleSecondLists', 1],
    ['exhibitLists', 2],
    ['secondLists', 2],
  ] as const)('%s: each time-stamp holds, as the text has it', (name, count) => {
    const text = readFileSync(join(folder, 'bundle/HOW-TO-VERIFY.txt'), 'utf8');
    expect(text).toContain(indented(timeStampCommands[name]));
    expect(run(timeStampCommands[name])).toMatchObject({ ok: count, status: 0 });
    expect(run(timeStampCommands[name]).output).not.toMatch(/FAILED|error/i);
  });

  test('the moment is shown', () => {
    expect(run(timeStampCommands.moment).output).toMatch(/Time stamp: \w{3} +\d+ [\d:.]+ \d{4} GMT/);
  });

  test('another root, another list, another list of revoked certificates and another record are refused', () => {
    const refused = (
      path: string,
      change: (bytes: Buffer) => string | Buffer,
      name: Exclude<keyof typeof timeStampCommands, 'moment'>,
    ) => {
      const file = join(folder, 'bundle', path);
      const before = readFileSync(file);
      writeFileSync(file, change(before));
      const { ok } = run(timeStampCommands[name]);
      writeFileSync(file, before);
      return ok;
    };
    expect(refused('tsa-ca.pem', () => keys.otherRoot, 'bundle')).toBe(0);
    expect(refused('tsa-ca.pem', () => keys.otherRoot, 'signatures')).toBe(0);
    expect(refused('tsa-ca.pem', () => keys.root, 'seconds')).toBe(0);
    expect(refused('tsa-ca.pem', () => keys.root, 'bundleSecond')).toBe(0);
    const others = () => listsToPem([holdList(listOf(keys, 'other-root'))]);
    expect(refused('tagmanifest-sha256.txt.crl', others, 'bundleLists')).toBe(0);
    expect(
      refused(
        'tagmanifest-sha256.txt.2.crl',
        () => listsToPem([holdList(listOf(keys, 'root'))]),
        'bundleSecondLists',
      ),
    ).toBe(0);
    expect(refused('tagmanifest-sha256.txt', bytes => `${bytes} `, 'bundleSecond')).toBe(0);
    expect(refused('data/exhibits/ABC_1/capture.crl', others, 'exhibitLists')).toBe(1);
    const notForeign = () => listsToPem([holdList(listOf(keys, 'root'))]);
    expect(refused('data/exhibits/ABC_1/capture.2.crl', notForeign, 'secondLists')).toBe(1);
    expect(refused('tagmanifest-sha256.txt', bytes => `${bytes} `, 'bundle')).toBe(0);
    expect(refused('data/exhibits/ABC_1/capture.json', bytes => `${bytes} `, 'exhibits')).toBe(1);
    expect(refused('data/exhibits/ABC_1/capture.json', bytes => `${bytes} `, 'seconds')).toBe(1);
  });
});

describe('a bundle without time-stamps', () => {
  test('has no command for them', async () => {
    const text = textFor(await sampleInput(), false);
    expect(text).not.toContain('openssl ts');
    expect(text).toContain('6. Time-stamps');
  });

  test('but for those of its exhibits when no authority was asked at export', async () => {
    const input = await withCaptureTimeStamps(await sampleInput(), () => new Uint8Array([1]));
    const text = textFor(input, false);
    expect(text).toContain(indented(timeStampCommands.exhibits));
    expect(text).not.toContain('tagmanifest-sha256.txt.tsr');
    expect(text).not.toContain('.crl');
    expect(text).not.toContain('.2.tsr');
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
