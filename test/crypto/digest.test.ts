import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256, sha256Bytes } from '../../src/crypto/digest.ts';

/** NIST, Cryptographic Standards and Guidelines, example values for SHA-256; the last from FIPS 180-2, B.3. */
const vectors = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const;

test.each(vectors.map(([text, digest]) => [text.slice(0, 20), text.length, digest, text] as const))(
  'SHA-256 of %j… (%i bytes) is %s',
  async (_, __, digest, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await sha256(bytes)).toBe(digest);
    expect(await sha256(bytes.buffer)).toBe(digest);
    expect(await sha256(new Blob([text]))).toBe(digest);
    expect(Buffer.from(await sha256Bytes(bytes)).toString('hex')).toBe(digest);
  },
);

test('only the bytes in view count, also of shared memory', async () => {
  const wanted = createHash('sha256').update('bc').digest('hex');
  expect(await sha256(new TextEncoder().encode('abcd').subarray(1, 3))).toBe(wanted);
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  shared.set(new TextEncoder().encode('abcd'));
  expect(await sha256(shared.subarray(1, 3))).toBe(wanted);
});

test('any bytes digest as another implementation does it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
      expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
