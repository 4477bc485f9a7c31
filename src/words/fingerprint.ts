/** A digest as `openssl x509 -fingerprint` prints it: capital hexadecimal pairs parted by colons. */
export function fingerprintPairs(hex: string): string {
  return (hex.toUpperCase().match(/.{1,2}/g) ?? []).join(':');
}
