import { describe, expect, it } from 'vitest';
import { sampleSigner, verifyBytes } from './sample-bundle.ts';
import { bytesChanged } from './tamper/bytes-changed.ts';
import { filesChanged } from './tamper/files-changed.ts';
import { other, type Row, resignedByOther } from './tamper/forgeries.ts';
import { recordSealedAgain } from './tamper/record-sealed-again.ts';
import { sealedAgain } from './tamper/sealed-again.ts';
import { containerChanged } from './tamper/zip-changed.ts';

// These tables are also the documentation of what the verifier can and cannot see.
const tables: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ['bytes changed', bytesChanged],
  ['ZIP changed', containerChanged],
  ['files changed', filesChanged],
  ['sealed again', sealedAgain],
  ['case and chain sealed again', recordSealedAgain],
];

describe.each(tables)('%s', (_, rows) => {
  const cases = rows.map(([what, alter, code, subject, verdict = 'altered']) => ({
    what,
    alter,
    finding: `${code} ${subject}`,
    verdict,
  }));
  it.each(cases)('$what', async ({ alter, finding, verdict }) => {
    const report = await verifyBytes(await alter());
    const found = report.findings.filter(one => one.severity !== 'success');
    expect(found.map(one => `${one.code} ${one.subject}`)).toContain(finding);
    expect(report.verdict).toBe(verdict);
  });
});

it('another holder’s bundle is intact by itself; only the fingerprint tells', async () => {
  const report = await verifyBytes(await resignedByOther());
  const shown = report.findings.find(finding => finding.code === 'signer.certificate.fingerprint');
  expect(shown?.detail).toContain(other.fingerprint);
  expect(report.summary.signerFingerprint).not.toBe((await sampleSigner()).fingerprint);
});
