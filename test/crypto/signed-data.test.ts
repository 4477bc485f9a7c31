import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { Attribute, ContentInfo, SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { beforeAll, describe, expect, test } from 'vitest';
import { toPem } from '../../src/crypto/certificates/certificate.ts';
import { parseAsn1, toDer } from '../../src/crypto/der.ts';
import { type SignatureAspect, type SignatureCheck, verifyDetached } from '../../src/crypto/signed-data.ts';
import type { Signer } from '../../src/crypto/signing-key.ts';
import { isThorough, shareOf } from '../thorough.ts';
import { cmsVerify, openssl } from './openssl.ts';
import { newSigner } from './signers.ts';

const content = new TextEncoder().encode('0123  data/case.json\n4567  data/custody.jsonl\n');
const at = new Date('2026-03-02T09:30:15.678Z');
const aspects: readonly SignatureAspect[] = [
  'parse',
  'digest',
  'signature',
  'certificate',
  'signing-certificate-v2',
];
let signer: Signer;
let other: Signer;
let cms: Uint8Array;

beforeAll(async () => {
  signer = await newSigner();
  other = await newSigner();
  cms = await signer.sign(content, at);
});

function failed(checks: readonly SignatureCheck[]): readonly SignatureAspect[] {
  return checks.filter(({ held }) => !held).map(({ aspect }) => aspect);
}

function inOpenssl(signature: Uint8Array, over: Uint8Array, by: Signer, ...more: string[]) {
  const files = { 'X.p7s': signature, X: over, 'signer.crt': toPem(by.certificate) };
  return openssl([...cmsVerify, ...more], files);
}

describe('a signature', () => {
  test('holds in all five aspects, and says when', async () => {
    const checks = await verifyDetached(cms, content, signer.certificate);
    expect(checks.map(({ aspect }) => aspect)).toEqual(aspects);
    expect(failed(checks)).toEqual([]);
    expect(checks.find(({ signingTime }) => signingTime)).toMatchObject({
      aspect: 'signature',
      signingTime: new Date('2026-03-02T09:30:15Z'),
    });
  });

  test.each([[[]], [['-x509_strict']]])('is accepted by openssl as CAdES, with %j', more => {
    const { status, stderr } = inOpenssl(cms, content, signer, ...more);
    expect(stderr).toContain('CAdES Verification successful');
    expect(status).toBe(0);
  });

  test('holds exactly the four signed attributes and no unsigned one, as openssl prints it', () => {
    const { stdout } = openssl(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'X.p7s'], {
      'X.p7s': cms,
    });
    const printed = stdout.slice(stdout.indexOf('signedAttrs'));
    expect([...printed.matchAll(/object: (\S+)/g)].map(match => match[1])).toEqual([
      'contentType',
      'signingTime',
      'messageDigest',
      'id-smime-aa-signingCertificateV2',
    ]);
    expect(printed).toMatch(/unsignedAttrs:\s+<ABSENT>/);
    expect(stdout).toMatch(/eContent: <ABSENT>/);
    expect(printed).toContain('UTCTIME:Mar  2 09:30:15 2026 GMT');
  });

  test('is in DER: openssl writes the same bytes', () => {
    const args = ['cms', '-cmsout', '-inform', 'DER', '-in', 'X.p7s', '-outform', 'PEM'];
    const lines = openssl(args, { 'X.p7s': cms }).stdout.split('\n');
    const base64 = lines.filter(line => line !== '' && !line.startsWith('-')).join('');
    expect(new Uint8Array(Buffer.from(base64, 'base64'))).toEqual(new Uint8Array(cms));
  });

  test('holds for any content and any time until 2099', async () => {
    const times = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), times, async (bytes, time) => {
        const checks = await verifyDetached(await signer.sign(bytes, time), bytes, signer.certificate);
        expect(failed(checks)).toEqual([]);
        const said = checks.find(({ aspect }) => aspect === 'signature')?.signingTime;
        expect(said?.getTime()).toBe(Math.floor(time.getTime() / 1000) * 1000);
      }),
      { numRuns: 100, examples: [[new Uint8Array(), new Date('2050-01-01T00:00:00.999Z')]] },
    );
  });

  test('many of them hold in openssl: r and s of every length', async () => {
    // A number of 32 bytes or fewer, with or without a zero in front: the DER differs, and must be right each time.
    const lengths = new Set<number>();
    for (let index = 0; index < 24; index += 1) {
      const bytes = Uint8Array.of(index);
      const signature = await signer.sign(bytes, at);
      lengths.add(signature.length);
      expect(inOpenssl(signature, bytes, signer, '-x509_strict').status).toBe(0);
    }
    expect(lengths.size).toBeGreaterThan(1);
  });
});

/** Every byte when thorough; else one of so many, in no step with the structure. */
const step = isThorough ? 1 : 17;

describe('nothing can be changed unnoticed', () => {
  test('no byte of the CMS, whatever it becomes', async () => {
    for (let place = 0; place < cms.length; place += step) {
      const checks = await verifyDetached(changed(cms, place, 0x01), content, signer.certificate);
      expect(failed(checks), `byte ${place}`).not.toEqual([]);
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const checks = await verifyDetached(changed(cms, place, mask), content, signer.certificate);
        expect(failed(checks)).not.toEqual([]);
      }),
      { seed: 20_261_130, numRuns: isThorough ? 300 : 40 },
    );
  });

  test('no byte of the content', async () => {
    for (let place = 0; place < content.length; place += 1) {
      const checks = await verifyDetached(cms, changed(content, place, 0x01), signer.certificate);
      expect(failed(checks)).toEqual(['digest']);
    }
    expect(failed(await verifyDetached(cms, content.subarray(1), signer.certificate))).toEqual(['digest']);
    expect(failed(await verifyDetached(cms, Uint8Array.of(...content, 10), signer.certificate))).toEqual([
      'digest',
    ]);
  });

  test('no byte of the certificate', async () => {
    for (let place = 0; place < signer.certificate.length; place += step) {
      const checks = await verifyDetached(cms, content, changed(signer.certificate, place, 0x01));
      expect(failed(checks)).toEqual(expect.arrayContaining(['certificate', 'signing-certificate-v2']));
    }
  });

  test('no byte may be taken out, put in or added', async () => {
    const places = Array.from({ length: cms.length }, (_, place) => place);
    const cases = shareOf(places, step).map(place => [
      Uint8Array.of(...cms.subarray(0, place), ...cms.subarray(place + 1)),
      Uint8Array.of(...cms.subarray(0, place), 0, ...cms.subarray(place)),
      cms.subarray(0, place),
    ]);
    for (const bytes of [...cases.flat(), Uint8Array.of(...cms, 0), Uint8Array.of(...cms, ...cms)]) {
      expect(failed(await verifyDetached(bytes, content, signer.certificate))).toContain('parse');
    }
  });
});

describe('what no signature covers is seen too', () => {
  test('an unsigned attribute, which openssl accepts', async () => {
    const signedData = open(cms);
    signedData.signerInfos[0]!.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: '1.2.3.4', values: [new asn1js.Utf8String({ value: 'hello' })] })],
    });
    const added = close(signedData);
    expect(inOpenssl(added, content, signer).status).toBe(0);
    expect(failed(await verifyDetached(added, content, signer.certificate))).toEqual(['parse']);
  });

  test('a second certificate inside, which openssl accepts', async () => {
    const signedData = open(cms);
    signedData.certificates?.push(open(await other.sign(content, at)).certificates![0]!);
    const added = close(signedData);
    expect(inOpenssl(added, content, signer).status).toBe(0);
    expect(failed(await verifyDetached(added, content, signer.certificate))).toContain('parse');
  });

  test('a second signature', async () => {
    const signedData = open(cms);
    signedData.signerInfos.push(open(await other.sign(content, at)).signerInfos[0]!);
    expect(failed(await verifyDetached(close(signedData), content, signer.certificate))).toContain('parse');
  });

  test('the content inside', async () => {
    const signedData = open(cms);
    signedData.encapContentInfo.eContent = new asn1js.OctetString({ valueHex: content });
    expect(failed(await verifyDetached(close(signedData), content, signer.certificate))).toContain('parse');
  });

  test('a length written the long way, which openssl accepts', async () => {
    // 30 82 LL LL … becomes 30 83 00 LL LL …
    const long = Uint8Array.of(0x30, 0x83, 0, ...cms.subarray(2));
    expect(cms[1]).toBe(0x82);
    expect(inOpenssl(long, content, signer).status).toBe(0);
    expect(failed(await verifyDetached(long, content, signer.certificate))).toEqual(['parse']);
  });
});

describe('another signer', () => {
  test('is not taken for this one, nor by openssl', async () => {
    const foreign = await other.sign(content, at);
    const checks = await verifyDetached(foreign, content, signer.certificate);
    expect(failed(checks)).toEqual(['signature', 'certificate', 'signing-certificate-v2']);
    expect(checks.some(({ signingTime }) => signingTime !== undefined)).toBe(false);
    expect(inOpenssl(foreign, content, signer).status).not.toBe(0);
  });

  test('whose certificate was put inside is seen', async () => {
    const signedData = open(cms);
    signedData.certificates = open(await other.sign(content, at)).certificates!;
    const exchanged = close(signedData);
    expect(failed(await verifyDetached(exchanged, content, signer.certificate))).toContain('certificate');
    expect(failed(await verifyDetached(exchanged, content, other.certificate))).toEqual(
      expect.arrayContaining(['signature', 'signing-certificate-v2']),
    );
  });
});

describe('openssl refuses what was changed', () => {
  test('content, signed digest, signature', () => {
    expect(inOpenssl(cms, changed(content, 3, 1), signer).status).not.toBe(0);
    expect(inOpenssl(changed(cms, cms.length - 1, 1), content, signer).status).not.toBe(0);
    const digestAt = Buffer.from(cms).indexOf(Buffer.from('2a864886f70d010904', 'hex')) + 9 + 4;
    expect(inOpenssl(changed(cms, digestAt, 1), content, signer).status).not.toBe(0);
  });
});

function changed(bytes: Uint8Array, place: number, mask: number): Uint8Array {
  const copy = bytes.slice();
  copy[place]! ^= mask;
  return copy;
}

function open(bytes: Uint8Array): SignedData {
  return new SignedData({ schema: new ContentInfo({ schema: parseAsn1(bytes) }).content });
}

function close(signedData: SignedData): Uint8Array {
  const content = signedData.toSchema();
  return toDer(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content }).toSchema());
}
