import { describe, expect, it } from 'vitest';
import { type ReceivedBundle, receivedBundleSchema } from '../../../src/model/received.ts';
import { receiptFiles } from '../../../src/reports/receipt/files.ts';
import { receiptText } from '../../../src/reports/receipt/receipt-text.ts';
import { readDocuments, readParts } from '../cases/read-foreign.ts';

const digest = '0123456789abcdef'.repeat(4);

function received(change: Partial<ReceivedBundle> = {}): ReceivedBundle {
  return receivedBundleSchema.parse({
    id: '7f3c0d52-1111-4222-8333-000000000001',
    ...{ name: 'ABC-20260304T050608Z.zip', size: 123_456, sha256: digest, crc32: 1, parts: 1 },
    facts: {
      from: { name: 'A. B. Carter', organisation: 'Example Support' },
      ...{ medium: 'memory stick', place: 'Front desk', officer: 'PC Doe, 123', remarks: '' },
      receivedAt: '2026-06-01T10:00:00.000Z',
    },
    ...{ verdict: 'intact', checkedAt: '2026-06-01T09:59:00.000Z', checkedWith: 'Holdfast 0.1.0' },
    counts: { success: 61, notice: 1, missing: 0, failure: 0, unreadable: 0 },
    findings: [
      {
        code: 'signer.certificate.self-signed',
        severity: 'notice',
        subject: 'signer.crt',
        detail: 'It names no one.',
      },
    ],
    ...{ signerFingerprint: 'ab'.repeat(32), keptAt: '2026-06-01T10:01:00.000Z' },
    ...{
      title: 'My case',
      producer: 'A. B. Carter (ABC)',
      exhibits: [{ reference: 'ABC/1' }, { reference: 'ABC/2' }],
    },
    ...change,
  });
}

const wordOf = async (bundle: ReceivedBundle) => {
  const docx = (await receiptFiles(bundle)).find(({ name }) => name === 'receipt.docx');
  return readDocuments([docx?.bytes ?? new Uint8Array()])[0] ?? '';
};

describe('the receipt', () => {
  it('says what was received, from whom, when, where, by whom, and what was found, in both forms', async () => {
    for (const text of [receiptText(received()), await wordOf(received())])
      for (const words of [
        'Intact. Every file in it is as it was when it was sealed.',
        'ABC-20260304T050608Z.zip',
        '123456 bytes',
        '01234567 89abcdef 01234567 89abcdef',
        'AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB',
        'A. B. Carter',
        'Example Support',
        'PC Doe, 123',
        '2026-06-01 10:00:00 UTC',
        'Front desk',
        'memory stick',
        'Holdfast 0.1.0',
        'signer.certificate.self-signed',
        'ABC/1, ABC/2',
        'It does not show who typed a post',
      ])
        expect(text.replace(/\s+/g, ' '), words).toContain(words);
  });

  it('has places to sign, and leaves what was not told blank', async () => {
    const text = receiptText(received());
    expect(text.match(/Signature _{10,}/g)).toHaveLength(2);
    expect(text).toMatch(/^Remarks: _{10,}$/m);
    expect(await wordOf(received())).toMatch(/Signature/);
  });

  it.each([
    ['altered', 'failure', 'Altered. Something in it', 'Altered: not as it was sealed (1)'],
    ['incomplete', 'missing', 'Incomplete. Nothing that is in it', 'Incomplete: missing (1)'],
    ['unreadable', 'unreadable', 'Not checked. It could not be read', 'Why it was not checked (1)'],
  ] as const)('of a file that is %s says so', async (verdict, severity, words, heading) => {
    const finding = { code: 'a.b.c', severity, subject: 'data/case.json', detail: 'It is so.' };
    const bundle = received({ verdict, findings: [finding] });
    for (const text of [receiptText(bundle), await wordOf(bundle)]) {
      expect(text).toContain(words);
      expect(text).toContain(heading);
      expect(text).toContain('data/case.json');
    }
  });

  it('shows what would not be seen, and uses none of the words that say too much', async () => {
    const bundle = received({ name: '\u202Egpj.zip', title: 'a\u200Bb' });
    for (const text of [receiptText(bundle), await wordOf(bundle)]) {
      expect(text).toContain('[U+202E]gpj.zip');
      expect(text).toContain('a[U+200B]b');
      expect(text).not.toMatch(/\b(valid|authentic|verified|forensic|genuine|court-proof|alleged)\b/i);
    }
  });

  it('is the same bytes each time, and counts what it does not list', async () => {
    const [one, other] = [await receiptFiles(received()), await receiptFiles(received())];
    expect(one.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
      other.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
    );
    const counts = { success: 0, notice: 900, missing: 0, failure: 0, unreadable: 0 };
    expect(receiptText(received({ counts }))).toContain('899 more are counted and not listed here.');
    expect(await readParts(one[0]?.bytes ?? new Uint8Array())).not.toContain('undefined');
  });
});
