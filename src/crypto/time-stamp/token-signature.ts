import * as asn1js from 'asn1js';
import { IssuerAndSerialNumber } from 'pkijs';
import { equalBytes, unshared } from '../bytes.ts';
import { type HeldCertificate, keyIdentifierOf } from '../certificates/held-certificate.ts';
import { oid, toDer } from '../der.ts';
import { type DigestName, digestNameOf, verifyStated } from '../signature-algorithms.ts';
import type { DecodedToken, TokenSigner } from './time-stamp-reply.ts';

/** The token's certificate that its signature names; undefined when it is not among the token's own. */
export function signerOf({ certificates, signer: { id } }: DecodedToken): HeldCertificate | undefined {
  if (!(id instanceof IssuerAndSerialNumber))
    return certificates.find(each => {
      const own = keyIdentifierOf(each);
      return own !== undefined && equalBytes(own, id.keyIdentifier);
    });
  const issuer = toDer(id.issuer.toSchema());
  return certificates.find(
    ({ parsed }) =>
      equalBytes(toDer(parsed.issuer.toSchema()), issuer) &&
      equalBytes(serialOf(parsed.serialNumber), serialOf(id.serialNumber)),
  );
}

/**
 * Whether the signed attributes are those of a time-stamp and contain the digest of its content (RFC 5652, 5.4 and
 * 11.2); undefined for a digest that is unsupported here, such as SHA-1.
 */
export async function checkContentDigest({ content, signer }: DecodedToken): Promise<boolean | undefined> {
  const type = onlyValue(signer, oid.contentType);
  const stated = onlyValue(signer, oid.messageDigest);
  const isTyped = type instanceof asn1js.ObjectIdentifier && type.getValue() === oid.timeStampInfo;
  if (!isTyped || !(stated instanceof asn1js.OctetString)) return false;
  const name = digestNameOf(signer.digestAlgorithm);
  if (name === undefined || name === 'SHA-1') return undefined;
  return equalBytes(await digest(name, content.bytes), stated.valueBlock.valueHexView);
}

/** Whether the certificate's key signed the attributes; undefined for an algorithm that is unknown here. */
export function checkTokenSignature(
  { signer }: DecodedToken,
  certificate: HeldCertificate,
): Promise<boolean | undefined> {
  return verifyStated({
    algorithm: signer.signatureAlgorithm,
    digestAlgorithm: signer.digestAlgorithm,
    signature: signer.signature,
    signed: signer.signedBytes,
    publicKey: certificate.parsed.subjectPublicKeyInfo,
  });
}

/**
 * Whether the signed attributes identify this certificate by ESSCertID (RFC 2634, 5.4, with SHA-1), ESSCertIDv2 (RFC
 * 5035, 4), or both where both are present. False when neither is.
 */
export async function checkBinding(
  { signer }: DecodedToken,
  certificate: HeldCertificate,
): Promise<boolean | undefined> {
  const named = [
    firstIdentifier(signer, oid.signingCertificate, 'SHA-1'),
    firstIdentifier(signer, oid.signingCertificateV2, 'SHA-256'),
  ].filter(each => each !== undefined);
  if (named.length === 0) return false;
  if (named.some(each => each === 'unknown')) return undefined;
  for (const each of named) {
    if (each === 'unreadable' || each === 'unknown') return false;
    if (!equalBytes(each.digest, await digest(each.name, certificate.der))) return false;
  }
  return true;
}

/**
 * Whether the certificate is identified by SHA-1 alone, for which collisions can be made: ESSCertID (RFC 2634, 5.4) or
 * ESSCertIDv2 with that digest.
 */
export function isBoundBySha1({ signer }: DecodedToken): boolean {
  const named = [
    firstIdentifier(signer, oid.signingCertificate, 'SHA-1'),
    firstIdentifier(signer, oid.signingCertificateV2, 'SHA-256'),
  ].filter(each => typeof each === 'object');
  return named.length > 0 && named.every(({ name }) => name === 'SHA-1');
}

type Identifier = { readonly name: DigestName; readonly digest: Uint8Array } | 'unreadable' | 'unknown';

/**
 * The attribute's first certificate identifier, which is the signer's. `usual` is the digest where none is stated:
 * SigningCertificate ::= SEQUENCE { certs SEQUENCE OF SEQUENCE { [hashAlgorithm,] certHash, … } … }.
 */
function firstIdentifier(signer: TokenSigner, type: string, usual: DigestName): Identifier | undefined {
  if (!signer.attributes.some(each => each.type === type)) return undefined;
  const [identifier] = members(members(onlyValue(signer, type))[0]);
  const [first, second] = members(identifier);
  if (first instanceof asn1js.OctetString) return { name: usual, digest: first.valueBlock.valueHexView };
  const [stated] = members(first);
  if (!(stated instanceof asn1js.ObjectIdentifier) || !(second instanceof asn1js.OctetString))
    return 'unreadable';
  const name = digestNameOf(stated.getValue());
  return name === undefined ? 'unknown' : { name, digest: second.valueBlock.valueHexView };
}

/** The value of an attribute that must occur once and have one value (RFC 5652, 11). */
function onlyValue({ attributes }: TokenSigner, type: string): unknown {
  const [attribute, again] = attributes.filter(each => each.type === type);
  const values: readonly unknown[] = attribute?.values ?? [];
  return again === undefined && values.length === 1 ? values[0] : undefined;
}

function members(value: unknown): readonly asn1js.BaseBlock[] {
  return value instanceof asn1js.Constructed ? value.valueBlock.value : [];
}

function serialOf(serial: asn1js.Integer): Uint8Array {
  return serial.valueBlock.valueHexView;
}

async function digest(name: DigestName, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(name, unshared(bytes)));
}
