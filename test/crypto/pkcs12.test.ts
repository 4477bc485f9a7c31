import { describe, expect, test } from 'vitest';
import { fromPem, readCertificate, toPem } from '../../src/crypto/certificates/certificate.ts';
import { certificatesFromPem, certificatesToPem } from '../../src/crypto/certificates/signer-certificates.ts';
import { readPkcs12 } from '../../src/crypto/pkcs12.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { verifyDetached } from '../../src/crypto/signed-data.ts';
import { openSigner, sealSigner } from '../../src/crypto/signing-key.ts';
import { createVaultKey } from '../../src/crypto/vault-key.ts';
import { openssl } from './openssl.ts';
import { keys, type Pkcs12File, type Pkcs12Wish, pkcs12 } from './pkcs12-files.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
const at = new Date('2026-03-02T09:30:15Z');
const verify = 'cms -verify -cades -binary -inform DER -in X.p7s -content X -no_check_time -out out'.split(
  ' ',
);

async function imported({ file, password }: Pkcs12File) {
  const vaultKey = await createVaultKey();
  return openSigner(await sealSigner(await readPkcs12(file, password), vaultKey, systemRandom), vaultKey);
}

const kinds: readonly (readonly [string, Pkcs12Wish])[] = [
  ['RSA 2048 with its chain', { key: keys.rsa }],
  ['ECDSA P-256 with its chain', { key: keys.p256, lock: ['-certpbe', 'AES-128-CBC', '-macalg', 'sha512'] }],
  ['ECDSA P-384 with its chain', { key: keys.p384, password: '' }],
  ['ECDSA P-384 of its own, over SHA-384', { key: keys.p384, selfSigned: true, digest: '-sha384' }],
  ['RSA of its own, certificates in clear', { key: keys.rsa, selfSigned: true, lock: ['-certpbe', 'NONE'] }],
];

describe.each(kinds)('PKCS #12 from openssl: %s', (_, wish) => {
  const made = pkcs12(wish);

  test('signs, and openssl holds the signature against the root and against the certificate alone', async () => {
    const signer = await imported(made);
    expect(toPem(signer.certificate)).toBe(made.certificate);
    expect(signer.name).toBe('PC 1234 Zo\u00eb Example');
    expect(signer.issuer).toBe(wish.selfSigned ? undefined : 'Example Authority');
    const cms = await signer.sign(content, at);
    const files = {
      X: content,
      'X.p7s': cms,
      'root.pem': made.root,
      'signer.crt': toPem(signer.certificate),
    };
    const said = [
      openssl([...verify, '-CAfile', 'root.pem', '-purpose', 'any'], files),
      openssl([...verify, '-CAfile', 'signer.crt', '-partial_chain', '-purpose', 'any'], files),
    ];
    for (const { status, stderr } of said)
      expect({ status, stderr }).toMatchObject({ status: 0, stderr: /CAdES Verification successful/ });
  });

  test('every check of ours holds, and the first changed byte of the signature is seen', async () => {
    const signer = await imported(made);
    const cms = await signer.sign(content, at);
    const checks = await verifyDetached(cms, content, signer.certificate, signer.chain);
    expect(checks.filter(({ held }) => !held)).toEqual([]);
    expect(checks).toHaveLength(5);
    const last = cms.slice();
    last.set([(last.at(-1) ?? 0) ^ 1], last.length - 1);
    const failed = (await verifyDetached(last, content, signer.certificate, signer.chain)).filter(
      ({ held }) => !held,
    );
    expect(failed.map(({ aspect }) => aspect)).toContain('signature');
  });
});

describe('a signature of a key that somebody vouches for', () => {
  const made = pkcs12({ key: keys.p384 });

  test('says who issued the certificate, and that this is not checked', async () => {
    const signer = await imported(made);
    const checks = await verifyDetached(
      await signer.sign(content, at),
      content,
      signer.certificate,
      signer.chain,
    );
    expect(checks.find(({ aspect }) => aspect === 'certificate')?.detail).toContain('not checked');
    expect(readCertificate(signer.certificate)).toMatchObject({
      issuer: 'Example Authority',
      isSelfIssued: false,
    });
  });

  test('carries the chain that is told beside it, and no other', async () => {
    const signer = await imported(made);
    const cms = await signer.sign(content, at);
    expect(signer.chain.map(each => readCertificate(each).subject).toSorted()).toEqual([
      'Example Authority',
      'Example Root',
    ]);
    for (const chain of [[], signer.chain.slice(1), [...signer.chain, ...signer.chain]]) {
      const failed = (await verifyDetached(cms, content, signer.certificate, chain)).filter(
        each => !each.held,
      );
      expect(failed.map(({ aspect }) => aspect)).toEqual(['parse']);
    }
    const reversed = signer.chain.toReversed();
    expect((await verifyDetached(cms, content, signer.certificate, reversed)).every(each => each.held)).toBe(
      true,
    );
  });

  test('stands in signer.crt before its chain, and only so', async () => {
    const signer = await imported(made);
    const text = certificatesToPem(signer);
    expect(text.startsWith(made.certificate)).toBe(true);
    const read = certificatesFromPem(text);
    expect(read.certificate).toEqual(signer.certificate);
    expect(read.chain).toHaveLength(2);
    const [first = '', second = '', third = ''] = text.split(/(?<=END CERTIFICATE-----\n)/);
    for (const other of [first + third + second, `${text}\n`, `x${text}`, '', second + second])
      expect(() => certificatesFromPem(other)).toThrow();
  });

  test('is always the one with the lower s', async () => {
    const signer = await imported(made);
    for (let turn = 0; turn < 12; turn += 1) {
      const cms = await signer.sign(content, new Date(at.getTime() + 1000 * turn));
      expect(
        (await verifyDetached(cms, content, signer.certificate, signer.chain)).every(({ held }) => held),
      ).toBe(true);
    }
  });

  test('does not hold beside another certificate of the same issuer', async () => {
    const [signer, other] = [await imported(made), await imported(pkcs12({ key: keys.p384 }))];
    const checks = await verifyDetached(
      await signer.sign(content, at),
      content,
      other.certificate,
      signer.chain,
    );
    expect(checks.filter(({ held }) => !held).map(({ aspect }) => aspect)).toEqual([
      'signature',
      'certificate',
      'signing-certificate-v2',
    ]);
  });
});

describe('a file that is not taken', () => {
  const good = pkcs12({ key: keys.p256 });
  const refusal = (file: Uint8Array, password = good.password) =>
    readPkcs12(file, password).then(
      () => 'taken',
      error => error.reason,
    );

  test('another password is told apart', async () => {
    expect(await refusal(good.file, 'another')).toBe('wrong-password');
    expect(await refusal(good.file, '')).toBe('wrong-password');
  });

  test.each([
    ['legacy', { key: keys.p256, lock: ['-legacy'] }],
    ['legacy', { key: keys.p256, lock: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'AES-256-CBC'] }],
    ['legacy', { key: keys.p256, lock: ['-keypbe', 'DES-EDE3-CBC'] }],
    ['unreadable', { key: keys.p256, lock: ['-nomac'] }],
    ['unsupported-key', { key: keys.ed25519, selfSigned: true }],
    ['unsupported-key', { key: keys.rsaSmall, selfSigned: true }],
  ] as const)('%s: %j', async (reason, wish) => {
    const { file, password } = pkcs12(wish);
    expect(await refusal(file, password)).toBe(reason);
  });

  test('no private key in it', async () => {
    const { file, password } = pkcs12({ key: keys.p256, lock: ['-nokeys'] });
    expect(await refusal(file, password)).toBe('no-key');
  });

  test('cut anywhere, it is unreadable and nothing else', async () => {
    for (let length = 0; length < good.file.length; length += 97)
      expect(await refusal(good.file.subarray(0, length)), `${length} bytes`).toBe('unreadable');
    expect(await refusal(Uint8Array.of(...good.file, 0))).toBe('unreadable');
  });

  test('garbage, and a certificate', async () => {
    expect(await refusal(systemRandom(500))).toBe('unreadable');
    expect(await refusal(new Uint8Array(300_000))).toBe('unreadable');
    expect(await refusal(fromPem(good.certificate))).toBe('unreadable');
  });

  test('with a byte changed, it is refused in order', async () => {
    for (let at = 0; at < good.file.length; at += 41) {
      const changed = good.file.slice();
      changed.set([(changed[at] ?? 0) ^ 0x10], at);
      expect(['unreadable', 'wrong-password'], `byte ${at}`).toContain(await refusal(changed));
    }
  });
});
