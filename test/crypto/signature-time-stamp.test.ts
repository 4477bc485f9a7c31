import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toPem } from '../../src/crypto/certificates/certificate.ts';
import { fromPemFile, holdCertificate } from '../../src/crypto/certificates/held-certificate.ts';
import { sha256Bytes } from '../../src/crypto/digest.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { timeStampIn, verifyDetached, withTimeStamp } from '../../src/crypto/signed-data.ts';
import type { Signer } from '../../src/crypto/signing-key.ts';
import { checkTimeStamp } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { type AuthorityKeys, authorityKeys } from '../samples/authority/keys.ts';
import { stamp, tokenOf } from '../samples/authority/replies.ts';
import { isThorough } from '../thorough.ts';
import { cmsVerify, openssl } from './openssl.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
let keys: AuthorityKeys;
let signer: Signer;
let bare: Uint8Array<ArrayBuffer>;
let stamped: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  keys = authorityKeys();
  signer = await newSigner();
  bare = await signer.sign(content, new Date('2026-03-02T09:30:15Z'));
  stamped = await withTimeStamp(bare, async digest => token(digest));
});
afterAll(() => keys.remove());

function token(digest: Uint8Array): Uint8Array {
  return tokenOf(stamp(keys, createTimeStampRequest(digest, systemRandom).der));
}

async function failed(cms: Uint8Array): Promise<readonly string[]> {
  const checks = await verifyDetached(cms, content, signer.certificate);
  return checks.filter(({ held }) => !held).map(({ aspect }) => aspect);
}

describe('a signature with a time-stamp', () => {
  test('holds in every aspect, and its token is over the signature', async () => {
    expect(await failed(stamped)).toEqual([]);
    const inside = await timeStampIn(stamped);
    const trusted = fromPemFile(keys.root).map(holdCertificate);
    const report = await checkTimeStamp(inside?.token ?? content, {
      imprint: inside?.imprint ?? content,
      trusted,
    });
    expect(report.checks.filter(({ outcome }) => outcome !== 'held')).toEqual([]);
  });

  test('is accepted by openssl as CAdES, and shows the attribute', () => {
    const files = { 'X.p7s': stamped, X: content, 'signer.crt': toPem(signer.certificate) };
    for (const more of [[], ['-x509_strict']]) {
      const { status, stderr } = openssl([...cmsVerify, ...more], files);
      expect({ status, stderr }).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('CAdES Verification successful'),
      });
    }
    const printed = openssl(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'X.p7s'], files).stdout;
    expect(printed.slice(printed.indexOf('unsignedAttrs'))).toContain('id-smime-aa-timeStampToken');
  });

  test('is accepted by GnuTLS, and refused over other content', () => {
    for (const cms of [bare, stamped]) {
      expect(inGnutls(cms, content)).toMatchObject({ status: 0 });
      expect(inGnutls(cms, Uint8Array.of(...content, 10)).status).not.toBe(0);
    }
  });

  test('is as it was when there is no token, and has one token however often it is stamped', async () => {
    expect(await withTimeStamp(bare, async () => undefined)).toEqual(bare);
    const again = await withTimeStamp(stamped, async digest => token(digest));
    expect(await failed(again)).toEqual([]);
    expect((await timeStampIn(again))?.token).not.toEqual((await timeStampIn(stamped))?.token);
    expect(again.length).toBeLessThan(stamped.length * 1.1);
  });

  test('with a token over something else holds, and the token does not', async () => {
    const other = await withTimeStamp(bare, async () => token(await sha256Bytes(content)));
    const inside = await timeStampIn(other);
    const { checks } = await checkTimeStamp(inside?.token ?? content, {
      imprint: inside?.imprint ?? content,
      trusted: [],
    });
    expect(checks).toContainEqual({ aspect: 'imprint', outcome: 'broken' });
  });
});

/** Every byte when thorough; else one of so many, in no step with the structure. */
const step = isThorough ? 1 : 17;

describe('what no signature covers', () => {
  test('no byte outside the token can be changed unnoticed', async () => {
    const inside = await timeStampIn(stamped);
    const from = Buffer.from(stamped).indexOf(inside?.token ?? content);
    expect(from).toBeGreaterThan(bare.length);
    expect(from + (inside?.token.length ?? 0)).toBe(stamped.length);
    for (let place = 0; place < from; place += step) {
      const changed = stamped.slice();
      changed[place]! ^= 0x01;
      expect(await failed(changed), `byte ${place}`).not.toEqual([]);
    }
  });

  test('a signature without a token, and bytes that are none, hold no time-stamp', async () => {
    expect(await timeStampIn(bare)).toBeUndefined();
    expect(await timeStampIn(content)).toBeUndefined();
    expect(await timeStampIn(new Uint8Array(70_000))).toBeUndefined();
  });
});

function inGnutls(cms: Uint8Array, over: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-gnutls-'));
  const files = { 'X.p7s': cms, X: over, 'signer.crt': toPem(signer.certificate) };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const command = '--p7-verify --inder --infile X.p7s --load-data X --load-certificate signer.crt';
  const { status, stdout, stderr } = spawnSync('certtool', command.split(' '), {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { status, output: stdout + stderr };
}
