import { expect, test } from 'vitest';
import { signatureToDer } from '../../src/crypto/der.ts';
import { hasHigherS, withLowerS } from '../../src/crypto/lower-s.ts';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { withTwin } from './signature-twin.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
const signer = await newSigner();

test('the twin of a signature, which the key would hold to be its own, is found', async () => {
  for (let round = 0; round < 8; round += 1) {
    const cms = await signer.sign(content, new Date('2026-03-02T09:30:15Z'));
    expect((await verifyDetached(cms, content, signer.certificate)).every(({ held }) => held)).toBe(true);
    const twin = withTwin(cms);
    expect(Buffer.compare(withTwin(twin), cms)).toBe(0);
    const failed = (await verifyDetached(twin, content, signer.certificate)).filter(({ held }) => !held);
    expect(failed.map(({ aspect }) => aspect)).toEqual(['parse']);
  }
});

test('of two s the lower is taken, and n / 2 is the last that is low', () => {
  const hex = (r: string, s: string) => Buffer.from(`${r.padStart(64, '0')}${s.padStart(64, '0')}`, 'hex');
  const half = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';
  const above = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a9';
  const lower = (bytes: Buffer) => Buffer.from(withLowerS(new Uint8Array(bytes).buffer)).toString('hex');
  expect(lower(hex('5', half))).toBe(hex('5', half).toString('hex'));
  expect(lower(hex('5', above))).toBe(hex('5', half).toString('hex'));
  expect(lower(hex('5', '1'))).toBe(hex('5', '1').toString('hex'));
});

test('on P-384 too, where n is another: the twin holds as well, and only one of the two is low', async () => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' } as const;
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  let exchanged = 0;
  for (let round = 0; round < 40 && exchanged < 3; round += 1) {
    const made = await crypto.subtle.sign(algorithm, privateKey, content);
    const lower = withLowerS(made, 'P-384');
    expect(await crypto.subtle.verify(algorithm, publicKey, lower, content)).toBe(true);
    expect(hasHigherS(signatureToDer(lower, 'P-384'), 'P-384')).toBe(false);
    if (Buffer.compare(Buffer.from(made), Buffer.from(lower)) === 0) continue;
    exchanged += 1;
    expect(hasHigherS(signatureToDer(made, 'P-384'), 'P-384')).toBe(true);
  }
  expect(exchanged).toBe(3);
});
