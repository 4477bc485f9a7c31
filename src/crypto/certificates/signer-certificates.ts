import { compareBytes, equalBytes } from '../bytes.ts';
import { fromPem, readCertificate, toPem } from './certificate.ts';

/** The signer's certificate and, where another party issued it, the issuers' certificates; in DER. */
export interface SignerCertificates {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
}

/** Limit on the bytes of one signer's certificates together, so that a signature that embeds them stays readable. */
export const mostCertificateBytes = 32_768;

const FOOT = '-----END CERTIFICATE-----\n';

/** `signer.crt`: the signer's certificate first, as openssl and certtool expect, then the chain sorted by its DER. */
export function certificatesToPem({ certificate, chain }: SignerCertificates): string {
  return [certificate, ...chain.toSorted(compareBytes)].map(toPem).join('');
}

/**
 * The certificates in a text that {@link certificatesToPem} wrote. Throws on any other text, on unreadable
 * certificates, and on a chain beside a self-issued certificate, which needs none.
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

/** Whether both hold the same certificates, in any order. */
export function isSameChain(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  const [first, second] = [one.toSorted(compareBytes), other.toSorted(compareBytes)];
  return (
    first.length === second.length &&
    first.every((each, at) => equalBytes(each, second[at] ?? new Uint8Array()))
  );
}
