/** What comparing a pasted digest with the computed one gives; undefined while nothing was pasted. */
export type Comparison = 'same' | 'different' | 'no-digest' | undefined;

const label = /^.*?(?:fingerprint\s*[=:]|sha-?256\s*[=:])/is;

/**
 * Compares what somebody pasted with a SHA-256 in lower-case hex. Colons, spaces, capitals and what openssl
 * writes before the digits do not matter; so does not a file name after them, as sha256sum writes it.
 */
export function compareDigest(pasted: string, sha256: string): Comparison {
  const text = pasted.trim().replace(label, '').trim().toLowerCase();
  if (text === '') return undefined;
  const digits = /^[0-9a-f](?:[\s:]*[0-9a-f]){63}(?![0-9a-f])/.exec(text)?.[0].replace(/[\s:]/g, '');
  if (digits === undefined) return 'no-digest';
  return digits === sha256 ? 'same' : 'different';
}
