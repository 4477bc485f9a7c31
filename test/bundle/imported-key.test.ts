import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPkcs12 } from '../../src/crypto/pkcs12.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { openSigner, type Signer, sealSigner } from '../../src/crypto/signing-key.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { createVaultKey } from '../../src/crypto/vault-key.ts';
import { custodyEventSchema } from '../../src/model/custody.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { howToVerify } from '../../src/reports/how-to-verify.ts';
import { timeStampCommands } from '../../src/reports/how-to-verify-time.ts';
import { keys, pkcs12 } from '../crypto/pkcs12-files.ts';
import { authorityKeys } from '../samples/authority/keys.ts';
import { stamp } from '../samples/authority/replies.ts';
import { sampleInput, verifyBytes, zipOf } from '../samples/bundle.ts';

const folders: string[] = [];
const authority = authorityKeys();
afterAll(() => {
  authority.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function signerOf({ file, password }: ReturnType<typeof pkcs12>): Promise<Signer> {
  const vaultKey = await createVaultKey();
  return openSigner(await sealSigner(await readPkcs12(file, password), vaultKey, systemRandom), vaultKey);
}

/** The sample bundle sealed with this key and time-stamped, its HOW-TO-VERIFY.txt the real one, unzipped by unzip. */
async function sealedWith(signer: Signer) {
  const stampDigest = async (imprint: Uint8Array) => ({
    reply: new Uint8Array(stamp(authority, createTimeStampRequest(imprint, systemRandom).der)),
  });
  const input = await sampleInput({
    change(before) {
      const signerFingerprint = sha256Schema.parse(signer.fingerprint);
      const caseRecord = { ...before.caseRecord, signerFingerprint };
      const custody = before.custodyJsonl
        .trimEnd()
        .split('\n')
        .map(line => custodyEventSchema.parse(JSON.parse(line)));
      const report = { caseRecord, exhibits: before.exhibits, custody, volume: 1 };
      const signerFacts = { signerFingerprint, signerIssuer: signer.issuer };
      const text = howToVerify({ ...report, ...signerFacts, timeStampsAsked: true });
      return { ...before, caseRecord, signer, timeStamps: { stamp: stampDigest }, howToVerify: text };
    },
  });
  const zip = await zipOf(input);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-imported-'));
  folders.push(folder);
  writeFileSync(join(folder, 'NAME.zip'), zip);
  execFileSync('unzip', ['-q', 'NAME.zip', '-d', 'bundle'], { cwd: folder });
  return { zip, bundle: join(folder, 'bundle') };
}

describe.each([
  ['RSA with a chain', keys.rsa],
  ['ECDSA P-384 with a chain', keys.p384],
])('a bundle sealed with an imported key: %s', async (_, key) => {
  const made = pkcs12({ key });
  const signer = await signerOf(made);
  const { zip, bundle } = await sealedWith(signer);

  test('is intact, and says who issued the certificate and that this is not checked', async () => {
    const report = await verifyBytes(zip);
    expect(report.findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
    expect(report.verdict).toBe('intact');
    const issuer = report.findings.find(({ code }) => code === 'signer.certificate.issuer');
    expect(issuer).toMatchObject({
      severity: 'notice',
      detail: expect.stringContaining('Example Authority'),
    });
    expect(issuer?.detail).toContain('not checked');
  });

  test('every openssl command of its HOW-TO-VERIFY.txt holds, with the issuer’s root in root.pem', () => {
    writeFileSync(join(bundle, 'root.pem'), made.root);
    const text = readFileSync(join(bundle, 'HOW-TO-VERIFY.txt'), 'utf8');
    const commands = text.match(/^ {4}openssl cms .*$/gm) ?? [];
    expect(commands).toHaveLength(4);
    for (const command of commands) {
      const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: bundle, encoding: 'utf8' });
      expect({ command, status, stderr }).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('CAdES Verification successful'),
      });
    }
  });

  test('the time-stamps inside its signatures hold by the command there', () => {
    writeFileSync(join(bundle, 'tsa-ca.pem'), authority.root);
    const { stdout, stderr } = spawnSync('bash', ['-c', timeStampCommands.signatures], {
      cwd: bundle,
      encoding: 'utf8',
    });
    const held = stdout.split('\n').filter(line => line === 'Verification: OK');
    expect({ held: held.length, stderr }).toMatchObject({ held: 2 });
  });

  test('the commands with a root do not hold against another root', () => {
    writeFileSync(join(bundle, 'root.pem'), pkcs12({ key: keys.p256 }).root);
    const text = readFileSync(join(bundle, 'HOW-TO-VERIFY.txt'), 'utf8');
    const [command] = text.match(/^ {4}openssl cms .*root\.pem.*$/gm) ?? [];
    expect(spawnSync('bash', ['-c', command ?? 'true'], { cwd: bundle }).status).not.toBe(0);
  });

  test('certtool holds its signature too, where it is installed', () => {
    const args = ['--p7-verify', '--inder', '--load-certificate', 'signer.crt'];
    const files = ['--infile', 'tagmanifest-sha256.txt.p7s', '--load-data', 'tagmanifest-sha256.txt'];
    const { error, status, stdout, stderr } = spawnSync('certtool', [...args, ...files], {
      cwd: bundle,
      encoding: 'utf8',
    });
    if (error !== undefined) return;
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  });
});
