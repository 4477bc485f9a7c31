import { describe, expect, it } from 'vitest';
import { isBearable, tunedCost, usualCost } from '../../src/crypto/passphrase-key.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { SealError } from '../../src/crypto/sealing.ts';
import { newPassphraseSlot, openPassphraseSlot, type PassphraseSlot } from '../../src/crypto/vault-key.ts';

/** A clock on which the one thing that is timed takes so long. */
function clockOf(milliseconds: number): () => number {
  let at = -milliseconds;
  return () => {
    at += milliseconds;
    return at;
  };
}

describe('the cost of a passphrase', () => {
  it.each([
    ['a very slow one', 5_000, 3],
    ['where a pass takes a quarter of a second', 250, 3],
    ['where a pass takes a tenth of a second', 100, 5],
    ['a very fast one', 1, 8],
  ])('is about half a second on a device, but never below the usual: %s', async (_, milliseconds, passes) => {
    const cost = await tunedCost(clockOf(milliseconds));
    expect(cost).toEqual({ memory: usualCost.memory, passes });
    expect(isBearable(cost)).toBe(true);
  });

  it('is never below the floor of OWASP, 19 MiB and two passes', () => {
    expect(usualCost.memory).toBeGreaterThanOrEqual(19 * 1024);
    expect(usualCost.passes).toBeGreaterThanOrEqual(2);
  });
});

describe('a slot under a passphrase', () => {
  const cost = { memory: 64, passes: 1 };
  const vaultKey = systemRandom(32);

  it('gives back the key to who knows the passphrase alone', async () => {
    const slot = structuredClone(await newPassphraseSlot(vaultKey, 'four words', systemRandom, cost));
    expect(await openPassphraseSlot(slot, 'four words')).toEqual(vaultKey);
    await expect(openPassphraseSlot(slot, 'four  words')).rejects.toThrow(SealError);
  });

  it.each<[string, (slot: PassphraseSlot) => PassphraseSlot]>([
    ['salt', slot => ({ ...slot, salt: systemRandom(16) })],
    ['cost', slot => ({ ...slot, cost: { memory: 128, passes: 1 } })],
    ['sealed key', slot => ({ ...slot, sealedKey: slot.sealedKey.slice().fill(9, 20, 21) })],
  ])('does not open with another %s', async (_, changed) => {
    const slot = await newPassphraseSlot(vaultKey, 'four words', systemRandom, cost);
    await expect(openPassphraseSlot(changed(slot), 'four words')).rejects.toThrow(SealError);
  });

  it('has nothing of the key or the passphrase in it', async () => {
    const slot = await newPassphraseSlot(vaultKey, 'four words', systemRandom, cost);
    const bytes = Buffer.concat([slot.salt, slot.sealedKey]).toString('latin1');
    expect(bytes).not.toContain(Buffer.from(vaultKey).toString('latin1'));
    expect(bytes).not.toContain('four words');
  });
});
