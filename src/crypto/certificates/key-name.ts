import { sha256 } from '../digest.ts';

const NEUTRAL = 'Holdfast signing key ';
const NEUTRAL_LOOK = /^holdfastsigningkey[0-9a-f]{8}$/;
const NUMBER = 'key:';

/** The name of a key that says nothing of its owner: 8 digits of the SHA-256 of its public half (SPKI). */
export function neutralName(spkiSha256: string): string {
  return `${NEUTRAL}${spkiSha256.slice(0, 8)}`;
}

/**
 * The number of a key as it stands in the name of its certificate (serialNumber, RFC 5280, A.1): `key:` and the first
 * 32 digits of the SHA-256 of the public half, SubjectPublicKeyInfo in DER. Nobody can make a second key with it.
 */
export async function keyNumberOf(spki: Uint8Array<ArrayBuffer>): Promise<string> {
  return `${NUMBER}${(await sha256(spki)).slice(0, 32)}`;
}

/** Parts of a name as a certificate bears it: all that are called a common name, and a serial number (RFC 5280, A.1). */
export interface KeyName {
  readonly commonNames: readonly string[];
  readonly serialNumbers: readonly string[];
}

/**
 * How a name belongs to the key whose public half (SPKI) is given. `foreign`: it states the number of another key.
 * `own`: it states this key's number. `free`: it states none, so that any other key may bear the very same name.
 */
export async function nameBinding(
  { commonNames, serialNumbers }: KeyName,
  spki: Uint8Array<ArrayBuffer>,
): Promise<'own' | 'foreign' | 'free'> {
  const [ownName, ownNumber] = [neutralName(await sha256(spki)), await keyNumberOf(spki)];
  // Read as a person reads them: in another letter case, or with another space, it is still that number.
  const neutral = commonNames.filter(each => NEUTRAL_LOOK.test(plainly(each)));
  const numbered = serialNumbers.filter(each => plainly(each).startsWith(NUMBER));
  if (neutral.some(each => each !== ownName) || numbered.some(each => each !== ownNumber)) return 'foreign';
  return neutral.length + numbered.length > 0 ? 'own' : 'free';
}

/** Without what the eye passes over. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}]/gu, '')
    .toLowerCase();
}
