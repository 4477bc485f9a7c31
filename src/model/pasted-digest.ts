const label = /^.*?(?:fingerprint\s*[=:]|sha-?256\s*[=:])/is;

/**
 * The SHA-256 in what somebody pasted or typed, as 64 lower-case hexadecimal digits; undefined when there is none.
 * Colons, spaces, capitals and what openssl writes before the digits do not matter; so does not a file name after
 * them, as sha256sum writes it.
 */
export function digestIn(pasted: string): string | undefined {
  const text = pasted.trim().replace(label, '').trim().toLowerCase();
  return /^[0-9a-f](?:[\s:]*[0-9a-f]){63}(?![0-9a-f])/.exec(text)?.[0].replace(/[\s:]/g, '');
}
