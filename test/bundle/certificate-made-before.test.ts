import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateFindings } from '../../src/bundle/verify/seals/check-certificate.ts';
import { readCertificate } from '../../src/crypto/certificates/certificate.ts';
import { neutralName } from '../../src/crypto/certificates/key-name.ts';
import { oid } from '../../src/crypto/der.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import {
  type CertificateWish,
  forgedCertificate,
  forgedSigner,
  keyUsage,
} from '../crypto/forged-certificate.ts';
import { exportedAt, sampleInput, sampleSigner, verifyBytes, zipOf } from '../samples/bundle.ts';
import { isThorough } from '../thorough.ts';

/** The profile of 0.1.0 until its first bundles were given out: no purposes, no number, no end. */
const before = { to: '9999-12-31T23:59:59Z', extensions: [keyUsage(0b1100_0000)] } as const;

async function reportOn(wish: CertificateWish) {
  const signer = await forgedSigner(wish);
  const input = await sampleInput();
  const signerFingerprint = sha256Schema.parse(signer.fingerprint);
  return verifyBytes(
    await zipOf({ ...input, signer, caseRecord: { ...input.caseRecord, signerFingerprint } }),
  );
}

describe('a certificate that was made before there was a profile', () => {
  it('with a neutral name is intact, and nothing more is to be noted', async () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = new Uint8Array(keys.publicKey.export({ type: 'spki', format: 'der' }));
    const name = [[oid.commonName, neutralName(await sha256(spki))]] as const;
    const report = await reportOn({ ...before, keys, name });
    expect(report.verdict).toBe('intact');
    const noted = report.findings.filter(({ code, severity }) => severity !== 'success' && /cert/.test(code));
    expect(noted.map(({ code }) => code)).toEqual(['signer.certificate.fingerprint']);
  });

  it.each(['A. B. Carter', 'Holdfast signing key of mine', ''])(
    'with the chosen name “%s” is intact, and the name is said to be checked by nobody',
    async text => {
      const report = await reportOn({ ...before, name: [[oid.commonName, text]] });
      expect(report.verdict).toBe('intact');
      const name = report.findings.find(({ code }) => code === 'certificate.name.not-checked');
      expect(name).toMatchObject({
        severity: 'notice',
        detail: expect.stringContaining('not checked by anyone'),
      });
      expect(name?.detail).toContain('Another key may have the same name.');
    },
  );
});

/** What cannot be read at all is told before. */
function isCertificate(bytes: Uint8Array): boolean {
  try {
    return readCertificate(bytes).notBefore instanceof Date;
  } catch {
    return false;
  }
}

it('a name shows no sign that looks like a check, and nothing that turns the line', async () => {
  const text = 'Police ✔\u202e\u001b[2J 🛡 ®';
  const { findings } = await reportOn({ name: [[oid.commonName, text]] });
  const said = findings.find(({ code }) => code === 'certificate.name.not-checked')?.detail;
  expect(said).toContain('“Police ???[2J ? ?”');
});

/** Every byte when thorough; else one of so many, in no step with the structure. */
const step = isThorough ? 1 : 17;

it('a certificate with any byte changed gives findings and never an error', async () => {
  const { certificate } = await sampleSigner();
  const chain = [forgedCertificate().certificate];
  for (let at = 0; at < certificate.length; at += step) {
    const changed = certificate.slice();
    changed[at] = (changed[at] ?? 0) ^ ([0x01, 0x20, 0xff][at % 3] ?? 0);
    if (!isCertificate(changed)) continue;
    const found = certificateFindings({ certificate: changed, chain }, [new Date(exportedAt)]);
    await expect(found, `byte ${at}`).resolves.not.toHaveLength(0);
  }
});
