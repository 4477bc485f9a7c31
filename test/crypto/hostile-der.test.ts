import { describe, expect, test } from 'vitest';
import {
  fromPem,
  openCertificate,
  readCertificate,
  toPem,
} from '../../src/crypto/certificates/certificate.ts';
import { parseAsn1, signatureFromDer } from '../../src/crypto/der.ts';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
const signer = await newSigner();
const cms = await signer.sign(content, new Date('2026-03-02T09:30:15Z'));

/** A value of this tag and length around `inside`; the length in as many bytes as it needs, or as many as told. */
function tlv(tag: number, inside: Uint8Array, lengthBytes = inside.length < 128 ? 0 : 3): Uint8Array {
  const length = Array.from({ length: lengthBytes }, (_, at) =>
    Number((BigInt(inside.length) >> BigInt(8 * (lengthBytes - 1 - at))) & 255n),
  );
  const head = lengthBytes === 0 ? [inside.length] : [0x80 | lengthBytes, ...length];
  return new Uint8Array(Buffer.concat([Uint8Array.from([tag, ...head]), inside]));
}

function nested(tag: number, levels: number): Uint8Array {
  const heads: Uint8Array[] = [];
  for (let level = 0, length = 0; level < levels; level += 1) {
    const head = Uint8Array.of(tag, 0x83, length >> 16, (length >> 8) & 255, length & 255);
    heads.unshift(head);
    length += head.length;
  }
  return new Uint8Array(Buffer.concat(heads));
}

function repeated(unit: readonly number[], count: number): Uint8Array {
  return Uint8Array.from({ length: unit.length * count }, (_, at) => unit[at % unit.length] ?? 0);
}

const hostile: readonly (readonly [string, Uint8Array])[] = [
  ['10,000 SEQUENCEs in one another', nested(0x30, 10_000)],
  ['10,000 SETs in one another', nested(0x31, 10_000)],
  ['10,000 tags of the context in one another', nested(0xa0, 10_000)],
  ['10,000 constructed OCTET STRINGs in one another', nested(0x24, 10_000)],
  ['30,000 indefinite lengths', repeated([0x30, 0x80], 30_000)],
  ['an indefinite length that ends', tlv(0x30, new Uint8Array()).with(1, 0x80)],
  ['a length of 4 GB', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
  ['a length of 126 bytes', Uint8Array.of(0x30, 0xfe, ...repeated([0xff], 126), 1)],
  ['a length that is reserved', Uint8Array.of(0x30, 0xff, 1)],
  ['a length in 9 bytes where one is enough', tlv(0x30, Uint8Array.of(5, 0), 9)],
  ['a tag that does not end', repeated([0x3f, 0xff, 0xff], 10_000)],
  ['20,000 empty values', tlv(0x30, repeated([5, 0], 20_000))],
  ['20,000 empty strings in a string', tlv(0x24, repeated([4, 0], 20_000))],
  ['an object identifier of 60,000 numbers', tlv(0x30, tlv(6, repeated([1], 60_000)))],
  ['an object identifier of one number that does not end', tlv(0x30, tlv(6, repeated([0xff], 60_000)))],
  ['an INTEGER of 60,000 bytes', tlv(0x30, tlv(2, repeated([0x7f], 60_000)))],
  ['a time of 60,000 digits', tlv(0x30, tlv(0x17, repeated([0x31], 60_000)))],
  ['a BIT STRING with 200 unused bits', tlv(0x30, tlv(3, Uint8Array.of(200, 1)))],
  ['a REAL, and an END of nothing', Uint8Array.of(9, 1, 0x40, 0, 0)],
];

describe.each(hostile)('DER: %s', (_, bytes) => {
  test('is no signature, and no error', async () => {
    const [check, ...others] = await verifyDetached(bytes, content, signer.certificate);
    expect(check).toMatchObject({ aspect: 'parse', held: false });
    expect(others).toEqual([]);
  });

  test('is no certificate, and fails as one', async () => {
    expect(() => readCertificate(bytes)).toThrow(Error);
    await expect(openCertificate(bytes)).rejects.toThrow(Error);
    const held = (await verifyDetached(cms, content, bytes)).filter(check => check.held);
    expect(held.map(({ aspect }) => aspect)).toEqual(['parse', 'digest']);
  });

  test('is no signature value', () => {
    expect(() => signatureFromDer(bytes)).toThrow(Error);
  });
});

test('a real signature in an indefinite length is not as it was written', async () => {
  const bytes = Uint8Array.of(0x30, 0x80, ...cms.subarray(4), 0, 0);
  const failed = (await verifyDetached(bytes, content, signer.certificate)).filter(check => !check.held);
  expect(failed.map(({ aspect }) => aspect)).toEqual(['parse']);
});

test('nesting is refused by depth, not by how much stack there is', () => {
  expect(() => parseAsn1(nested(0x30, 90))).not.toThrow();
  expect(() => parseAsn1(nested(0x30, 1_000))).toThrow('not one ASN.1 value');
});

test('a PEM text longer than any certificate is refused before it is decoded', () => {
  expect(() => fromPem(toPem(new Uint8Array(13_000)))).toThrow('of this length does not exist');
  expect(() => fromPem(toPem(new Uint8Array(12_000)))).not.toThrow();
});
