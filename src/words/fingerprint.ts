/** A digest as `openssl x509 -fingerprint` prints it: pairs of capital hexadecimal digits separated by colons. */
export function fingerprintPairs(hex: string): string {
  return (hex.toUpperCase().match(/.{1,2}/g) ?? []).join(':');
}
