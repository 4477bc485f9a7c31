import * as asn1js from 'asn1js';
import { oid } from '../../../src/crypto/der.ts';
import type { Signer } from '../../../src/crypto/signing-key.ts';
import { sha256Schema } from '../../../src/model/identifiers.ts';
import {
  authority,
  type CertificateWish,
  extendedKeyUsage,
  extension,
  forgedCertificate,
  forgedSigner,
  keyPair,
  keyUsage,
  type NamePart,
  purposes,
} from '../../crypto/forged-certificate.ts';
import { sampleInput, sampleSigner, zipOf } from '../../samples/bundle.ts';
import { other, type Row } from './forgeries.ts';

const certificate = 'signer.crt';
const SIGN = 0b1100_0000; // digitalSignature, nonRepudiation
const CERTIFY = 0b0000_0100; // keyCertSign
const ENCIPHER = 0b0010_0000; // keyEncipherment

/** The sample sealed by somebody else, its record naming that key. */
async function sealedBy(signer: Signer): Promise<Uint8Array> {
  const input = await sampleInput();
  const signerFingerprint = sha256Schema.parse(signer.fingerprint);
  return zipOf({ ...input, signer, caseRecord: { ...input.caseRecord, signerFingerprint } });
}

function sealed(wish: () => CertificateWish | Promise<CertificateWish>): () => Promise<Uint8Array> {
  return async () => sealedBy(await forgedSigner(await wish()));
}

function named(...parts: readonly NamePart[]): () => Promise<Uint8Array> {
  return sealed(() => ({ name: parts }));
}

/** Every part of the name of the sample's own certificate. */
async function nameOfSample(): Promise<readonly NamePart[]> {
  const { name } = await sampleSigner();
  return [[oid.commonName, name]];
}

/** Issued by an authority that came along, or by somebody who only bears its name. */
function issued(
  change: {
    readonly byAnother?: true;
    readonly issuer?: CertificateWish;
    readonly own?: CertificateWish;
  } = {},
): () => Promise<Uint8Array> {
  return sealed(() => {
    const name: readonly NamePart[] = [[oid.organization, 'Example Authority']];
    const made = forgedCertificate({ name, extensions: [authority(), keyUsage(CERTIFY)], ...change.issuer });
    const privateKey = change.byAnother ? keyPair().privateKey : made.privateKey;
    return { ...change.own, issuer: { name, privateKey, chain: [made.certificate] } };
  });
}

/** By somebody with a key whose certificate says too much, or is for something else. */
export const certificatesForged: readonly Row[] = [
  [
    'another key under the very name of the first',
    sealed(async () => ({ name: await nameOfSample() })),
    'certificate.name.foreign',
    certificate,
  ],
  [
    'another key under that name in other letters',
    sealed(async () => ({
      name: (await nameOfSample()).map(([type, text]) => [type, `${text.toUpperCase()} `] as const),
    })),
    'certificate.name.foreign',
    certificate,
  ],
  [
    'another key under that name and a second one',
    sealed(async () => ({ name: [[oid.commonName, 'A. B. Carter'], ...(await nameOfSample())] })),
    'certificate.name.foreign',
    certificate,
  ],
  [
    'another key under the number of the first',
    named([oid.commonName, 'A. B. Carter'], [oid.serialNumber, `key:${'0'.repeat(32)}`]),
    'certificate.name.foreign',
    certificate,
  ],
  [
    'another authority’s certificate under the name of the first',
    sealed(async () => ({
      name: await nameOfSample(),
      issuer: { name: [[oid.commonName, 'Anybody']], privateKey: keyPair().privateKey },
    })),
    'certificate.name.foreign',
    certificate,
  ],
  [
    'a name that claims to be the police and to be checked',
    named([oid.commonName, 'Metropolitan Police Service ✔ verified']),
    'certificate.name.not-checked',
    certificate,
    'intact',
  ],
  [
    'an organisation that claims to be the police',
    named([oid.organization, 'Example Constabulary'], [oid.commonName, 'PC 1 Doe']),
    'certificate.name.not-checked',
    certificate,
    'intact',
  ],
  ['no name at all', named(), 'certificate.name.not-checked', certificate, 'intact'],
  [
    'a certificate that ended in 2020',
    sealed(() => ({ from: '2019-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' })),
    'certificate.term.ended',
    certificate,
  ],
  [
    'a certificate that ended a minute before the seal',
    sealed(() => ({ to: '2026-03-04T05:05:08Z' })),
    'certificate.term.ended',
    certificate,
  ],
  [
    'a certificate that begins in 2030',
    sealed(() => ({ from: '2030-01-01T00:00:00Z' })),
    'certificate.term.not-begun',
    certificate,
  ],
  [
    'a certificate that begins two days after the seal',
    sealed(() => ({ from: '2026-03-06T05:06:08Z' })),
    'certificate.term.not-begun',
    certificate,
  ],
  [
    'a certificate that ends before it begins',
    sealed(() => ({ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' })),
    'certificate.term.ended',
    certificate,
  ],
  [
    'a certificate that begins an hour after the seal, as beside a clock in another zone',
    sealed(() => ({ from: '2026-03-04T06:06:08Z' })),
    'certificate.term.near',
    certificate,
    'intact',
  ],
  [
    'the certificate of an authority, which may sign certificates only',
    sealed(() => ({ extensions: [authority(), keyUsage(CERTIFY)] })),
    'certificate.usage.refused',
    certificate,
  ],
  [
    'a certificate whose key may encipher only',
    sealed(() => ({ extensions: [keyUsage(ENCIPHER)] })),
    'certificate.usage.refused',
    certificate,
  ],
  [
    'a key usage that says two things',
    sealed(() => ({ extensions: [keyUsage(SIGN), keyUsage(CERTIFY)] })),
    'certificate.usage.refused',
    certificate,
  ],
  [
    'an authority’s certificate that may sign as well',
    sealed(() => ({ extensions: [authority(), keyUsage(SIGN | CERTIFY)] })),
    'certificate.authority.claimed',
    certificate,
    'intact',
  ],
  [
    'a certificate for web servers, critical',
    sealed(() => ({ extensions: [extendedKeyUsage(true, purposes.serverAuth)] })),
    'certificate.purpose.refused',
    certificate,
  ],
  [
    'a certificate for web servers, not critical',
    sealed(() => ({ extensions: [extendedKeyUsage(false, purposes.serverAuth)] })),
    'certificate.purpose.refused',
    certificate,
  ],
  [
    'a certificate for time-stamps',
    sealed(() => ({ extensions: [extendedKeyUsage(true, oid.timeStamping)] })),
    'certificate.purpose.refused',
    certificate,
  ],
  [
    'a certificate for programs, issued by somebody',
    issued({ own: { extensions: [extendedKeyUsage(false, purposes.codeSigning)] } }),
    'certificate.purpose.refused',
    certificate,
  ],
  [
    'a certificate for answers about certificates, issued by somebody',
    issued({ own: { extensions: [extendedKeyUsage(true, purposes.ocspSigning)] } }),
    'certificate.purpose.refused',
    certificate,
  ],
  [
    'a certificate to log in with, issued by somebody',
    issued({ own: { extensions: [extendedKeyUsage(false, oid.clientAuth)] } }),
    'certificate.purpose.other',
    certificate,
    'intact',
  ],
  [
    'a critical extension that nobody knows',
    sealed(() => ({ extensions: [extension('1.2.3.4.5', true, new asn1js.Null())] })),
    'certificate.condition.unknown',
    certificate,
  ],
  [
    'RSA signed over SHA-1',
    sealed(() => ({ keys: keyPair(65_537), digest: 'sha1' })),
    'certificate.digest.weak',
    certificate,
  ],
  ['ECDSA signed over SHA-1', sealed(() => ({ digest: 'sha1' })), 'certificate.digest.weak', certificate],
  [
    'RSA signed over MD5',
    sealed(() => ({ keys: keyPair(65_537), digest: 'md5' })),
    'certificate.digest.weak',
    certificate,
  ],
  ['issued over SHA-1', issued({ own: { digest: 'sha1' } }), 'certificate.digest.weak', certificate],
  ['RSA with exponent 3', sealed(() => ({ keys: keyPair(3) })), 'certificate.exponent.weak', certificate],
  ['RSA with exponent 17', sealed(() => ({ keys: keyPair(17) })), 'certificate.exponent.weak', certificate],
  [
    'issued by somebody who only bears the name of the authority that came along',
    issued({ byAnother: true }),
    'certificate.issuer.mismatch',
    certificate,
  ],
  [
    'issued by one who may not issue',
    issued({ issuer: { extensions: [keyUsage(SIGN)] } }),
    'certificate.issuer.mismatch',
    certificate,
  ],
  [
    'issued by an authority that had ended',
    issued({ issuer: { to: '2026-01-05T00:00:00Z', extensions: [authority(), keyUsage(CERTIFY)] } }),
    'certificate.issuer.mismatch',
    certificate,
  ],
  [
    'issued by an authority that came along: who that is, is not checked',
    issued(),
    'signer.certificate.issuer',
    certificate,
    'intact',
  ],
  [
    'somebody else’s key in all, which only the fingerprint tells',
    () => sealedBy(other),
    'signer.certificate.fingerprint',
    certificate,
    'intact',
  ],
];
