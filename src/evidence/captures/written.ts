import { canonicalBytes, canonicalJson } from '../../crypto/canonical-json.ts';
import { sha256 } from '../../crypto/digest.ts';
import { toHex } from '../../crypto/hex.ts';
import { type Sha256, sha256Schema } from '../../model/identifiers.ts';
import { salted } from '../../model/salt.ts';
import type { LogStore } from '../store/store.ts';

/** A new salt and the digest of what a person wrote with it, which the chain may hold. */
export async function digestWritten(
  store: LogStore,
  written: unknown,
): Promise<{ readonly salt: string; readonly sha256: Sha256 }> {
  const salt = toHex(store.random(16));
  return { salt, sha256: sha256Schema.parse(await sha256(canonicalBytes(salted(written, salt)))) };
}

/** Whether two values have the same canonical JSON. */
export function isSameContent(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
