import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../src/crypto/random.ts';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { createSigner, openSigner } from '../../src/crypto/signing-key.ts';
import { createVaultKey } from '../../src/crypto/vault-key.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
const at = new Date('2026-03-02T09:30:15Z');

describe('the signing key', () => {
  test('is sealed, opens under its vault key alone, and cannot be exchanged', async () => {
    const vaultKey = await createVaultKey();
    const options = { random: systemRandom, now: () => at.getTime(), vaultKey };
    const [one, two] = [await createSigner(options), await createSigner(options)];
    const opened = await openSigner(one, vaultKey);
    const signature = await opened.sign(content, at);
    const checks = await verifyDetached(signature, content, one.certificate);
    expect(checks.every(({ held }) => held)).toBe(true);
    await expect(openSigner(one, await createVaultKey())).rejects.toThrow('seal does not open');
    await expect(openSigner({ ...one, certificate: two.certificate }, vaultKey)).rejects.toThrow('seal');
    await expect(openSigner({ ...one, sealedPrivateKey: two.sealedPrivateKey }, vaultKey)).rejects.toThrow(
      'seal',
    );
  });

  test('shows the private key nowhere', async () => {
    const signer = await newSigner();
    expect(Object.keys(signer).toSorted()).toEqual([
      'certificate',
      'chain',
      'fingerprint',
      'issuer',
      'name',
      'sign',
    ]);
  });
});
