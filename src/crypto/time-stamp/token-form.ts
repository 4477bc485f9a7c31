import * as asn1js from 'asn1js';
import { parseAsn1, toDer } from '../der.ts';

/**
 * The parts of a token outside the signed content. No signature covers them, so they are compared with other tokens of
 * the same authority, which writes all of them alike.
 */
export interface TokenForm {
  /** The token without its signed content, signed attributes and signature: equal for all tokens of one certificate. */
  readonly frame: Uint8Array;
  /** Whether revocation lists are included. */
  readonly hasCrls: boolean;
  /** How many of its certificates are not X.509. */
  readonly otherCertificates: number;
  readonly hasUnsignedAttributes: boolean;
}

/*
 * ContentInfo   SEQUENCE { contentType, [0] SignedData }                                         RFC 5652, 3
 * SignedData    SEQUENCE { version, digestAlgorithms, encapContentInfo, [0] certificates,        RFC 5652, 5.1
 *                          [1] crls, signerInfos }
 * Encapsulated… SEQUENCE { eContentType, [0] eContent }                                          RFC 5652, 5.2
 * SignerInfo    SEQUENCE { version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm,   RFC 5652, 5.3
 *                          signature, [1] unsignedAttrs }; sid may be [0] too, but a primitive one
 */

/** The form of a token in DER. Throws when the bytes are not a token. */
export function formOf(token: Uint8Array): TokenForm {
  const root = parseAsn1(token);
  const signedData = membersOf(membersOf(root)[1])[0];
  const fields = membersOf(signedData);
  const certificates = fields.find(each => isField(each, 0));
  const [signer] = membersOf(fields.at(-1));
  const form = {
    hasCrls: fields.some(each => isField(each, 1)),
    otherCertificates: certificates === undefined ? 0 : membersOf(certificates).filter(isTagged).length,
    hasUnsignedAttributes: membersOf(signer).some(each => isField(each, 1)),
  };
  emptyContent(fields[2]);
  emptySigner(signer);
  return { ...form, frame: toDer(root) };
}

function emptyContent(encapsulated: asn1js.BaseBlock | undefined): void {
  empty(membersOf(membersOf(encapsulated)[1])[0]);
}

function emptySigner(signer: asn1js.BaseBlock | undefined): void {
  for (const each of membersOf(signer))
    if (isField(each, 0) && each instanceof asn1js.Constructed) each.valueBlock.value = [];
    else empty(each);
}

/** asn1js keeps an OCTET STRING's content as bytes and, where they parse, as a value too: both must be emptied. */
function empty(value: asn1js.BaseBlock | undefined): void {
  if (!(value instanceof asn1js.OctetString)) return;
  value.valueBlock.value = [];
  value.valueBlock.valueHexView = new Uint8Array();
}

function isTagged({ idBlock }: asn1js.BaseBlock): boolean {
  return idBlock.tagClass === 3;
}

function isField(value: asn1js.BaseBlock, number: number): boolean {
  return isTagged(value) && value.idBlock.tagNumber === number;
}

function membersOf(value: unknown): asn1js.BaseBlock[] {
  if (!(value instanceof asn1js.Constructed)) throw new Error('not a constructed value');
  return value.valueBlock.value;
}
