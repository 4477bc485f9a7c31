import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../../src/crypto/random.ts';
import { SealError, seal, sealOverhead, unseal } from '../../src/crypto/sealing.ts';
import { createVaultKey, newProfileSlot, openVaultKey } from '../../src/crypto/vault-key.ts';

const rawKey = Uint8Array.from({ length: 32 }, (_, index) => index);
let key: CryptoKey;

beforeAll(async () => {
  key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
});

describe('sealing', () => {
  test('what was sealed opens as it was, under the same key and context', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, context) => {
        const sealed = await seal(key, bytes, context, systemRandom);
        expect(sealed.length).toBe(bytes.length + sealOverhead);
        expect(await unseal(key, sealed, context)).toEqual(bytes);
      }),
    );
  });

  test('the format is one byte, the vector, AES-256-GCM: another implementation opens it', async () => {
    const bytes = new TextEncoder().encode('abc');
    const iv = new Uint8Array(12).fill(7);
    const sealed = Buffer.from(await seal(key, bytes, 'artifacts/ü', () => iv));
    expect(sealed[0]).toBe(1);
    expect(new Uint8Array(sealed.subarray(1, 13))).toEqual(iv);
    const decipher = createDecipheriv('aes-256-gcm', rawKey, iv);
    decipher.setAAD(Buffer.from('artifacts/ü'));
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]).toString()).toBe(
      'abc',
    );
  });

  test('any changed bit, at any place, is refused', async () => {
    const bytes = systemRandom(60);
    const sealed = await seal(key, bytes, 'artifacts/a', systemRandom);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = sealed.slice();
        changed[at]! ^= mask;
        await expect(unseal(key, changed, 'artifacts/a')).rejects.toThrow(SealError);
      }),
      { numRuns: 300 },
    );
  });

  test('a piece of it, or more than it, is refused', async () => {
    const sealed = await seal(key, systemRandom(20), 'a', systemRandom);
    for (let length = 0; length < sealed.length; length += 1) {
      await expect(unseal(key, sealed.subarray(0, length), 'a')).rejects.toThrow(SealError);
      await expect(unseal(key, sealed.subarray(sealed.length - length), 'a')).rejects.toThrow(SealError);
    }
    await expect(unseal(key, Uint8Array.of(...sealed, 0), 'a')).rejects.toThrow(SealError);
  });

  test('it does not open in the place of another', async () => {
    const [one, other] = ['artifacts/1/aa', 'artifacts/1/ab'];
    const sealed = await seal(key, systemRandom(20), one, systemRandom);
    for (const context of [other, '', `${one} `, one.toUpperCase(), 'artifacts/1/a']) {
      await expect(unseal(key, sealed, context)).rejects.toThrow(SealError);
    }
  });

  test('it does not open under another key', async () => {
    const sealed = await seal(key, systemRandom(20), 'a', systemRandom);
    const another = await createVaultKey();
    await expect(unseal(another, sealed, 'a')).rejects.toThrow(SealError);
  });

  test('the same bytes are never sealed to the same bytes', async () => {
    const bytes = systemRandom(20);
    expect(await seal(key, bytes, 'a', systemRandom)).not.toEqual(await seal(key, bytes, 'a', systemRandom));
  });

  test('a source of randomness that gives too little is refused', async () => {
    await expect(seal(key, systemRandom(1), 'a', () => new Uint8Array(11))).rejects.toThrow('random');
  });
});

describe('the vault key', () => {
  test('opens from its slot, does the same work, and cannot be taken out', async () => {
    const vaultKey = await createVaultKey();
    const slot = structuredClone(await newProfileSlot(vaultKey, systemRandom));
    expect(slot.wrapKey.extractable).toBe(false);
    expect(slot.wrapKey.usages.toSorted()).toEqual(['unwrapKey', 'wrapKey']);
    const opened = await openVaultKey(slot);
    expect(opened.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', opened)).rejects.toThrow();
    const sealed = await seal(vaultKey, systemRandom(9), 'a', systemRandom);
    expect(await unseal(opened, sealed, 'a')).toEqual(await unseal(vaultKey, sealed, 'a'));
  });

  test('the slot does not hold it in clear', async () => {
    const vaultKey = await createVaultKey();
    const raw = Buffer.from(await crypto.subtle.exportKey('raw', vaultKey));
    const slot = await newProfileSlot(vaultKey, systemRandom);
    expect(Buffer.from(slot.wrapped).includes(raw.subarray(0, 8))).toBe(false);
  });

  test('does not open from a slot that was changed, or is of another profile', async () => {
    const slot = await newProfileSlot(await createVaultKey(), systemRandom);
    const other = await newProfileSlot(await createVaultKey(), systemRandom);
    for (let at = 0; at < slot.wrapped.length; at += 1) {
      const wrapped = slot.wrapped.slice();
      wrapped[at]! ^= 1;
      await expect(openVaultKey({ ...slot, wrapped })).rejects.toThrow(SealError);
    }
    await expect(openVaultKey({ ...slot, iv: other.iv })).rejects.toThrow(SealError);
    await expect(openVaultKey({ ...slot, wrapKey: other.wrapKey })).rejects.toThrow(SealError);
  });
});
