import canonicalize from 'canonicalize';

/**
 * The canonical text of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers as ECMAScript writes
 * them, no white space. Leaves out members that are undefined, as JSON.stringify does. Throws on what JSON cannot hold:
 * NaN, infinity, bigint, a function, a lone surrogate (I-JSON, RFC 7493), a cycle, undefined at the top or in an array.
 */
export function canonicalJson(value: unknown): string {
  refuseUnwritable(value);
  const text = canonicalize(value);
  if (text === undefined) throw new Error('no JSON value');
  return text;
}

/** {@link canonicalJson} in UTF-8: the bytes that digests are computed over. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(value));
}

// `canonicalize` writes these as null, as "undefined" or not at all, but two values must never share a text.
function refuseUnwritable(value: unknown, above: Set<unknown> = new Set()): void {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new Error(`a ${typeof value} is not JSON`);
  }
  if (typeof value !== 'object' || value === null) return;
  if (above.has(value)) throw new Error('a cycle is not JSON');
  above.add(value);
  // for…of visits the holes of a sparse array too, as undefined.
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (member === undefined && Array.isArray(value)) throw new Error('undefined in an array is not JSON');
    refuseUnwritable(member, above);
  }
  above.delete(value);
}
