const label = /^.*?(?:fingerprint\s*[=:]|sha-?256\s*[=:])/is;

/**
 * The SHA-256 in a pasted or typed text, as 64 lower-case hexadecimal digits; undefined when there is none. Ignores
 * colons, spaces, capitals, openssl's label before the digits and sha256sum's file name after them.
 */
export function digestIn(pasted: string): string | undefined {
  const text = pasted.trim().replace(label, '').trim().toLowerCase();
  return /^[0-9a-f](?:[\s:]*[0-9a-f]){63}(?![0-9a-f])/.exec(text)?.[0].replace(/[\s:]/g, '');
}
