/** The same bytes over a plain ArrayBuffer, as WebCrypto requires; copied only when the memory is shared. */
export function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes);
}

/** Whether both hold the same bytes in the same order. Not constant-time: do not use it for secrets. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Whether `part` occurs in `whole`. An empty part always does. */
export function holdsBytes(whole: Uint8Array, part: Uint8Array): boolean {
  for (let at = 0; at + part.length <= whole.length; at += 1)
    if (part.every((byte, index) => whole[at + index] === byte)) return true;
  return false;
}

/** Orders byte strings from the first byte, a prefix before the longer one: the order of a DER SET OF (X.690, 11.6). */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}
