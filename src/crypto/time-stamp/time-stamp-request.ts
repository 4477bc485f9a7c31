import * as asn1js from 'asn1js';
import { MessageImprint, TimeStampReq } from 'pkijs';
import { unshared } from '../bytes.ts';
import { sha256Identifier, toDer } from '../der.ts';
import type { Random } from '../random.ts';

/** A request to a time-stamp authority, and the values that its reply must repeat. */
export interface TimeStampRequest {
  /** TimeStampReq in DER, the body of the HTTP request. */
  readonly der: Uint8Array<ArrayBuffer>;
  /** The SHA-256 to be stamped, 32 bytes. */
  readonly imprint: Uint8Array;
  /** 8 bytes; the first is between 1 and 127. */
  readonly nonce: Uint8Array;
}

const NONCE_LENGTH = 8; // some authorities accept at most 64 bits
const IMPRINT_LENGTH = 32;

/**
 * The request for a time-stamp over a SHA-256 (RFC 3161, 2.4.1), with a nonce, asking for the authority's certificate.
 * It discloses only the digest. Throws when `imprint` is not 32 bytes.
 */
export function createTimeStampRequest(imprint: Uint8Array, random: Random): TimeStampRequest {
  if (imprint.length !== IMPRINT_LENGTH) throw new Error('not a SHA-256 digest');
  const nonce = positive(random(NONCE_LENGTH));
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256Identifier(),
      hashedMessage: new asn1js.OctetString({ valueHex: unshared(imprint).slice() }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  });
  return { der: toDer(request.toSchema()), imprint, nonce };
}

// A positive INTEGER of full length in its shortest form, so that its octets can be compared directly.
function positive(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[0] = (copy[0] ?? 0) & 0x7f || 1;
  return copy;
}
