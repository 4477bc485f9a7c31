import { systemRandom } from '../../src/crypto/random.ts';
import { createSigner, openSigner, type Signer } from '../../src/crypto/signing-key.ts';
import { createVaultKey } from '../../src/crypto/vault-key.ts';

/** A new signer with a vault of its own, made at the moment given. */
export async function newSigner(at = new Date('2026-03-01T10:00:00Z')): Promise<Signer> {
  const vaultKey = await createVaultKey();
  const sealed = await createSigner({ random: systemRandom, now: () => at.getTime(), vaultKey });
  return openSigner(sealed, vaultKey);
}
