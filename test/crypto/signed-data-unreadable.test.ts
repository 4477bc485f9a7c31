import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SignatureCheck, verifyDetached } from '../../src/crypto/signed-data.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
const signer = await newSigner();
const cms = await signer.sign(content, new Date('2026-03-02T09:30:15Z'));

function failed(checks: readonly SignatureCheck[]) {
  return checks.filter(({ held }) => !held).map(({ aspect }) => aspect);
}

describe('bytes that are no signature', () => {
  test('give one failed check, and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.uint8Array(),
        fc.uint8Array(),
        async (...bytes) => {
          const checks = await verifyDetached(...bytes);
          expect(checks).toHaveLength(1);
          expect(failed(checks)).toEqual(['parse']);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a certificate', () => signer.certificate],
    [
      'nested without end',
      () => Uint8Array.from({ length: 60_000 }, (_, index) => (index % 2 ? 0x80 : 0x30)),
    ],
    ['a length beyond all memory', () => Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
    ['too large', () => Uint8Array.of(...cms, ...new Uint8Array(70_000))],
  ])('%s', async (_, bytes) => {
    expect(failed(await verifyDetached(bytes(), content, signer.certificate))).toEqual(['parse']);
  });

  test('a certificate that is none fails, and the rest is still looked at', async () => {
    const checks = await verifyDetached(cms, content, new Uint8Array(3));
    expect(failed(checks)).toEqual(['signature', 'certificate', 'signing-certificate-v2']);
  });
});
