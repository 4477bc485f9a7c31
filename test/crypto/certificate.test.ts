import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  certificateFingerprint,
  createCertificate,
  fromPem,
  openCertificate,
  readCertificate,
  toPem,
} from '../../src/crypto/certificates/certificate.ts';
import { ecdsa } from '../../src/crypto/der.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { openssl } from './openssl.ts';
import { newSigner } from './signers.ts';

const { certificate, fingerprint } = await newSigner();
const pem = toPem(certificate);

function x509(text: string, ...args: string[]) {
  return openssl(['x509', '-in', 'signer.crt', '-noout', ...args], { 'signer.crt': text });
}

describe('the certificate', () => {
  test('has the fingerprint that openssl says', () => {
    const said = x509(pem, '-fingerprint', '-sha256').stdout.trim().split('=')[1];
    expect(said?.replaceAll(':', '').toLowerCase()).toBe(fingerprint);
  });

  test('is an end entity that may sign, and names nobody', () => {
    const { stdout } = x509(pem, '-text');
    expect(stdout).toContain('Version: 3 (0x2)');
    expect(stdout).toContain('ecdsa-with-SHA256');
    expect(stdout).toContain('prime256v1');
    expect(stdout).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
    expect(stdout).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(stdout).toMatch(/Extended Key Usage: \s+E-mail Protection, 1\.3\.6\.1\.5\.5\.7\.3\.36\n/);
    expect(stdout).toContain('Not After : Mar  1 09:59:59 2036 GMT');
    expect(stdout).toMatch(
      /Issuer: CN = Holdfast signing key ([0-9a-f]{8}), serialNumber = key:\1[0-9a-f]{24}\n/,
    );
  });

  test('says the same to another reader', () => {
    const other = new X509Certificate(certificate);
    const facts = readCertificate(certificate);
    expect(other.verify(other.publicKey)).toBe(true);
    expect(other.subject.split('\n')[0]).toBe(`CN=${facts.subject}`);
    expect(facts.serial).toBe(other.serialNumber.toLowerCase());
    expect(facts.notBefore).toEqual(new Date('2026-03-01T10:00:00Z'));
    expect(facts.notAfter).toEqual(new Date('2036-03-01T09:59:59Z'));
  });

  test('is its own in DER: openssl writes the same bytes', () => {
    const written = openssl(['x509', '-in', 'signer.crt'], { 'signer.crt': pem }).stdout;
    expect(written).toBe(pem);
  });

  test.each([0x00, 0x80, 0xff])('a serial that starts with %i is still positive', async first => {
    const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
    const serial = new Uint8Array(16);
    serial[0] = first;
    const der = await createCertificate(keys, { serial, notBefore: new Date(0), commonName: 'test' });
    const said = x509(toPem(der), '-serial').stdout.trim();
    expect(said).toMatch(/^serial=(?!-)[0-7][0-9A-F]{31}$/);
    expect(readCertificate(der).serial).toBe(said.slice('serial='.length).toLowerCase());
  });

  test('names itself anew, and never twice alike', async () => {
    const other = await newSigner();
    expect(other.fingerprint).not.toBe(fingerprint);
    expect(readCertificate(other.certificate).serial).not.toBe(readCertificate(certificate).serial);
    expect(await certificateFingerprint(other.certificate)).toBe(other.fingerprint);
  });

  test('with any byte changed, does not open as signed by its own key', async () => {
    await expect(openCertificate(certificate)).resolves.toMatchObject({ isSelfSigned: true });
    for (let at = 0; at < certificate.length; at += 1) {
      const changed = certificate.slice();
      changed[at]! ^= 0x01;
      // Another name of the issuer makes it one that somebody else issued; the signatures name the whole certificate.
      const opened = await openCertificate(changed).catch(() => undefined);
      expect(opened?.isSelfSigned ?? false, `byte ${at}`).toBe(false);
    }
  });

  test('another key of another kind is refused', async () => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, [
      'sign',
      'verify',
    ]);
    const options = { serial: systemRandom(16), notBefore: new Date(), commonName: 'test' };
    await expect(createCertificate(keys, options)).rejects.toThrow('P-256');
  });
});

describe('PEM', () => {
  test('is what openssl reads, and comes back', () => {
    expect(pem).toMatch(
      /^-----BEGIN CERTIFICATE-----\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/=]{1,64}\n-----END/,
    );
    expect(fromPem(pem)).toEqual(certificate);
  });

  test.each([
    ['nothing', ''],
    ['text before', `hello\n${pem}`],
    ['text after', `${pem}hello\n`],
    ['two', pem + pem],
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['no line feed at the end', pem.trimEnd()],
    ['a space', pem.replace('MII', 'MI I')],
    ['another width', pem.replace(/(.{64})\n(.)/, '$1$2\n')],
    ['a private key', pem.replaceAll('CERTIFICATE', 'PRIVATE KEY')],
    ['no base64', '-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n'],
  ])('%s is refused', (_, text) => {
    expect(text).not.toBe(pem);
    expect(() => fromPem(text)).toThrow();
  });

  test('of any bytes that are no certificate, nothing can be read', () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(0x30, 0),
      systemRandom(300),
      certificate.subarray(1),
    ]) {
      expect(() => readCertificate(bytes)).toThrow();
    }
    expect(() => readCertificate(Uint8Array.of(...certificate, 0))).toThrow();
  });
});
