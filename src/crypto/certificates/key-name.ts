import { sha256 } from '../digest.ts';

const NEUTRAL = 'Holdfast signing key ';
const NEUTRAL_LOOK = /^holdfastsigningkey[0-9a-f]{8}$/;
const NUMBER = 'key:';

/** A key's name that says nothing about its owner: 8 digits of the SHA-256 of its public half (SPKI). */
export function neutralName(spkiSha256: string): string {
  return `${NEUTRAL}${spkiSha256.slice(0, 8)}`;
}

/**
 * The key's number in the name of its certificate (serialNumber, RFC 5280, A.1): `key:` and the first 32 digits of the
 * SHA-256 of the public half, SubjectPublicKeyInfo in DER. No second key with the same number can feasibly be made.
 */
export async function keyNumberOf(spki: Uint8Array<ArrayBuffer>): Promise<string> {
  return `${NUMBER}${(await sha256(spki)).slice(0, 32)}`;
}

/** All common names and serial numbers in a certificate's name (RFC 5280, A.1). */
export interface KeyName {
  readonly commonNames: readonly string[];
  readonly serialNumbers: readonly string[];
}

/**
 * Whether a name is bound to the key whose public half (SPKI) is given. `foreign`: it states another key's number.
 * `own`: it states this key's number. `free`: it states none, so any other key may have the same name.
 */
export async function nameBinding(
  { commonNames, serialNumbers }: KeyName,
  spki: Uint8Array<ArrayBuffer>,
): Promise<'own' | 'foreign' | 'free'> {
  const [ownName, ownNumber] = [neutralName(await sha256(spki)), await keyNumberOf(spki)];
  // Compared as a person reads them: another letter case or an added space does not make another number.
  const neutral = commonNames.filter(each => NEUTRAL_LOOK.test(plainly(each)));
  const numbered = serialNumbers.filter(each => plainly(each).startsWith(NUMBER));
  if (neutral.some(each => each !== ownName) || numbered.some(each => each !== ownNumber)) return 'foreign';
  return neutral.length + numbered.length > 0 ? 'own' : 'free';
}

/** The text without differences that a reader does not notice. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}]/gu, '')
    .toLowerCase();
}
