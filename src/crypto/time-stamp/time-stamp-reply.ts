import * as asn1js from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Attribute,
  ContentInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';
import { type HeldCertificate, holdCertificate } from '../certificates/held-certificate.ts';
import { oid, parseAsn1 } from '../der.ts';
import { formOf, type TokenForm } from './token-form.ts';

/** Limit on a reply, in bytes; one with a chain of four certificates is about 8 KB. */
export const largestReply = 32_768;

const MOST_CERTIFICATES = 12; // in one token; a chain has two to four

/** The authority's answer to the request (PKIStatus, RFC 3161, 2.4.2). */
export interface TimeStampStatus {
  /** 0 granted, 1 granted with changes, 2 rejected, 3 waiting, 4 and 5 about revocation. */
  readonly code: number;
  /** The authority's message, joined; empty when there is none. Untrusted text: escape it. */
  readonly text: string;
}

/** The only signature in a token. */
export interface TokenSigner {
  /** Identifies the signer's certificate: by issuer and serial number, or by its key identifier. */
  readonly id: IssuerAndSerialNumber | { readonly keyIdentifier: Uint8Array };
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  /** The attributes as they were signed: a SET OF with its universal tag (RFC 5652, 5.4). */
  readonly signedBytes: Uint8Array;
  readonly attributes: readonly Attribute[];
}

/** The signed content of a token (TSTInfo, RFC 3161, 2.4.2). */
export interface TokenContent {
  /** TSTInfo as it was signed. */
  readonly bytes: Uint8Array;
  readonly imprint: { readonly algorithm: string; readonly digest: Uint8Array };
  readonly serial: Uint8Array;
  readonly genTime: Date;
  /** In milliseconds; absent when the authority states none. */
  readonly accuracy?: number;
  readonly nonce?: Uint8Array;
}

/** A parsed reply. Nothing in it has been checked. */
export interface DecodedReply {
  /** Absent when the bytes are a token without a reply around it. */
  readonly status?: TimeStampStatus;
  /** Absent when the authority returned none. */
  readonly token?: DecodedToken;
}

/** A parsed time-stamp token. */
export interface DecodedToken {
  /** The token byte for byte: a CMS, as CAdES-T holds it. */
  readonly der: Uint8Array;
  readonly content: TokenContent;
  readonly certificates: readonly HeldCertificate[];
  readonly signer: TokenSigner;
  readonly form: TokenForm;
}

/**
 * Parses a TimeStampResp (RFC 3161, 2.4.2) or a bare token; undefined when the bytes are neither, or are more than
 * {@link largestReply}. Never throws.
 */
export function decodeTimeStamp(bytes: Uint8Array): DecodedReply | undefined {
  if (bytes.length > largestReply) return undefined;
  try {
    const root = parseAsn1(bytes);
    const [first, second] = members(root);
    if (first instanceof asn1js.ObjectIdentifier) return { token: decodeToken(root) };
    const status = toStatus(new PKIStatusInfo({ schema: first }));
    return second === undefined ? { status } : { status, token: decodeToken(second) };
  } catch {
    return undefined;
  }
}

function toStatus({ status, statusStrings = [] }: PKIStatusInfo): TimeStampStatus {
  return { code: status, text: statusStrings.map(string => string.getValue()).join(' ') };
}

function decodeToken(root: asn1js.BaseBlock): DecodedToken {
  const der = root.valueBeforeDecodeView.slice();
  const { contentType, content } = new ContentInfo({ schema: root });
  if (contentType !== oid.signedData) throw new Error('not signed data');
  // Read before pkijs, which does not keep the original bytes.
  const certificates = certificatesIn(content);
  const { encapContentInfo, signerInfos } = new SignedData({ schema: content });
  const [signerInfo, more] = signerInfos;
  const { eContentType, eContent } = encapContentInfo;
  if (eContentType !== oid.timeStampInfo || eContent === undefined) throw new Error('not a time-stamp');
  if (signerInfo === undefined || more !== undefined) throw new Error('not signed once');
  return {
    der,
    certificates,
    content: toContent(new Uint8Array(eContent.getValue())),
    signer: toSigner(signerInfo),
    form: formOf(der),
  };
}

function toContent(bytes: Uint8Array): TokenContent {
  const genTime = toMoment(members(parseAsn1(bytes))[4]);
  const info = new TSTInfo({ schema: parseAsn1(bytes) });
  if (info.version !== 1) throw new Error('another version');
  const { messageImprint, accuracy, nonce } = info;
  return {
    bytes,
    imprint: {
      algorithm: messageImprint.hashAlgorithm.algorithmId,
      digest: messageImprint.hashedMessage.valueBlock.valueHexView,
    },
    serial: info.serialNumber.valueBlock.valueHexView,
    genTime,
    ...(accuracy === undefined ? {} : { accuracy: toMilliseconds(accuracy) }),
    ...(nonce === undefined ? {} : { nonce: nonce.valueBlock.valueHexView }),
  };
}

function toMilliseconds({ seconds = 0, millis = 0, micros = 0 }: NonNullable<TSTInfo['accuracy']>): number {
  return seconds * 1000 + millis + micros / 1000;
}

/** YYYYMMDDhhmmss[.s…]Z and nothing else (RFC 3161, 2.4.2); digits below a millisecond are dropped. */
function toMoment(value: asn1js.BaseBlock | undefined): Date {
  if (!(value instanceof asn1js.GeneralizedTime)) throw new Error('not a time');
  const text = String.fromCharCode(...value.valueBlock.valueHexView);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,12}))?Z$/.exec(text);
  if (parts === null) throw new Error('not a time in UTC');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
  const moment = new Date(written);
  if (Number.isNaN(moment.getTime()) || moment.toISOString() !== written) throw new Error('no such moment');
  return moment;
}

function toSigner(info: SignerInfo): TokenSigner {
  const { digestAlgorithm, signatureAlgorithm, signature, signedAttrs } = info;
  if (signedAttrs === undefined) throw new Error('no signed attributes');
  return {
    id: toSignerId(info.sid),
    digestAlgorithm: digestAlgorithm.algorithmId,
    signatureAlgorithm,
    signature: new Uint8Array(signature.getValue()),
    signedBytes: new Uint8Array(signedAttrs.encodedValue),
    attributes: signedAttrs.attributes,
  };
}

function toSignerId(id: unknown): TokenSigner['id'] {
  if (id instanceof IssuerAndSerialNumber) return id;
  if (id instanceof asn1js.Primitive) return { keyIdentifier: id.valueBlock.valueHexView };
  throw new Error('no signer named');
}

/** The certificates of SignedData, whose field is [0] IMPLICIT. Those that are not X.509 are skipped. */
function certificatesIn(content: unknown): readonly HeldCertificate[] {
  const field = members(content).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  const all = field === undefined ? [] : members(field);
  if (all.length > MOST_CERTIFICATES) throw new Error('too many certificates');
  return all.filter(({ idBlock }) => idBlock.tagClass === 1).map(value => holdCertificate(bytesOf(value)));
}

function bytesOf(value: asn1js.BaseBlock): Uint8Array {
  return value.valueBeforeDecodeView.slice();
}

function members(value: unknown): readonly asn1js.BaseBlock[] {
  if (!(value instanceof asn1js.Constructed)) throw new Error('not a constructed value');
  return value.valueBlock.value;
}
