import { toPem } from '../crypto/certificates/certificate.ts';
import {
  fromPemFile,
  type HeldCertificate,
  holdCertificate,
  subjectName,
} from '../crypto/certificates/held-certificate.ts';
import { sha256 } from '../crypto/digest.ts';

/** A root certificate that a person may trust: its PEM, its name and the SHA-256 of its DER in hex. */
export interface TrustedRoot {
  readonly pem: string;
  /** Empty when it has none. Untrusted text: escape it. */
  readonly name: string;
  readonly fingerprint: string;
}

/** Every certificate in the text of PEM files; empty when none can be read. */
export async function rootsIn(text: string): Promise<readonly TrustedRoot[]> {
  return Promise.all(
    fromPemFile(text).map(async der => ({
      pem: toPem(der),
      name: subjectName(holdCertificate(der)),
      fingerprint: await sha256(der),
    })),
  );
}

/** The DER of the certificates in PEM texts, for the verifier. Unreadable ones are left out. */
export function rootsToDer(pems: readonly string[]): readonly Uint8Array<ArrayBuffer>[] {
  return pems.flatMap(fromPemFile);
}

/** The same certificates, parsed. */
export function rootsToHeld(pems: readonly string[]): readonly HeldCertificate[] {
  return rootsToDer(pems).map(holdCertificate);
}
