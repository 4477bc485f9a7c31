import { expect, it } from 'vitest';
import { sampleSigner, verifyBytes } from '../samples/bundle.ts';
import { oneOfEach } from '../thorough.ts';
import { other, resignedByOther } from './tamper/forgeries.ts';
import { alteredName, tamperCases } from './tamper/rows.ts';

it.each(oneOfEach(tamperCases, ({ code, verdict }) => `${code} ${verdict}`))(
  '$table: $what',
  async ({ alter, code, subject, verdict }) => {
    const report = await verifyBytes(await alter(), alteredName);
    const found = report.findings.filter(one => one.severity !== 'success');
    expect(found.map(one => `${one.code} ${one.subject}`)).toContain(`${code} ${subject}`);
    expect(report.verdict).toBe(verdict);
  },
);

it('another holder’s bundle is intact by itself; only the fingerprint tells', async () => {
  const report = await verifyBytes(await resignedByOther());
  const shown = report.findings.find(finding => finding.code === 'signer.certificate.fingerprint');
  expect(shown?.detail).toContain(other.fingerprint);
  expect(report.summary.signerFingerprint).not.toBe((await sampleSigner()).fingerprint);
});
