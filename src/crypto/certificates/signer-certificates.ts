import { compareBytes, equalBytes } from '../bytes.ts';
import { fromPem, readCertificate, toPem } from './certificate.ts';

/** The signer's certificate, and beside one that somebody else issued those of the issuers; in DER. */
export interface SignerCertificates {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
}

/** Bytes of all certificates of one signer together, so that a signature with all of them can be read again. */
export const mostCertificateBytes = 32_768;

const FOOT = '-----END CERTIFICATE-----\n';

/** `signer.crt`: the signer's certificate first, where openssl and certtool look for it, then its chain in DER's order. */
export function certificatesToPem({ certificate, chain }: SignerCertificates): string {
  return [certificate, ...chain.toSorted(compareBytes)].map(toPem).join('');
}

/**
 * What {@link certificatesToPem} wrote. Throws on any other text, on certificates that cannot be read, and on a chain
 * beside a certificate that issued itself, which needs none.
 */
export function certificatesFromPem(text: string): SignerCertificates {
  if (text.length > 2 * mostCertificateBytes) throw new Error('certificates of this length do not exist');
  const parts = text.split(FOOT);
  if (parts.pop() !== '') throw new Error('text after the last certificate');
  const [certificate, ...chain] = parts.map(part => fromPem(`${part}${FOOT}`));
  if (certificate === undefined) throw new Error('no certificate');
  for (const each of chain) readCertificate(each);
  if (chain.length > 0 && readCertificate(certificate).isSelfIssued)
    throw new Error('a chain beside a certificate of its own');
  if (certificatesToPem({ certificate, chain }) !== text) throw new Error('certificates in another order');
  return { certificate, chain };
}

/** Whether both hold the same certificates, in whatever order. */
export function isSameChain(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  const [first, second] = [one.toSorted(compareBytes), other.toSorted(compareBytes)];
  return (
    first.length === second.length &&
    first.every((each, at) => equalBytes(each, second[at] ?? new Uint8Array()))
  );
}
