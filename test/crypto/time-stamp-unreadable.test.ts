import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPemFile, holdCertificate } from '../../src/crypto/certificates/held-certificate.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import { checkTimeStamp, isUsable } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { createTimeStampRequest } from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { type AuthorityKeys, authorityKeys } from '../samples/authority/keys.ts';
import { stamp } from '../samples/authority/replies.ts';
import { isThorough } from '../thorough.ts';

const imprint = new Uint8Array(32).fill(1);
let keys: AuthorityKeys;
let reply: Uint8Array;

beforeAll(() => {
  keys = authorityKeys();
  reply = stamp(keys, createTimeStampRequest(imprint, systemRandom).der, { authority: 'ecdsa' });
});
afterAll(() => keys.remove());

function look(bytes: Uint8Array) {
  return checkTimeStamp(bytes, { imprint, trusted: fromPemFile(keys.root).map(holdCertificate) });
}

describe('bytes that are no time-stamp', () => {
  test('give a broken check, are of no use, and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
        // A few bytes may be a whole answer: that of an authority which refuses.
        const report = await look(bytes);
        expect(report.checks.map(({ outcome }) => outcome)).toContain('broken');
        expect(isUsable(report)).toBe(false);
      }),
      { seed: 20_261_130, numRuns: isThorough ? 500 : 40 },
    );
  });

  test.each<readonly [string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['a certificate', () => fromPemFile(keys.root)[0] ?? new Uint8Array()],
    ['bytes behind it', () => Uint8Array.of(...reply, 0)],
    ['its first half', () => reply.subarray(0, reply.length / 2)],
    ['nested without end', () => Uint8Array.from({ length: 30_000 }, (_, at) => (at % 2 ? 0x80 : 0x30))],
    ['nested 10,000 deep', () => nested(10_000)],
    ['a length beyond all memory', () => Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
    ['a length of 126 bytes', () => Uint8Array.of(0x30, 0xfe, ...new Uint8Array(126).fill(0xff))],
    ['too large', () => Uint8Array.of(...reply, ...new Uint8Array(40_000))],
  ])('%s', async (_, bytes) => {
    expect(await look(bytes())).toEqual({ checks: [{ aspect: 'parse', outcome: 'broken' }] });
  });
});

describe('a time-stamp with bytes changed at will', () => {
  test('never throws, and is used only when it says what it said', async () => {
    const facts = (await look(reply)).facts;
    const edit = fc.record({ at: fc.nat(reply.length - 1), bytes: fc.uint8Array({ maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async edits => {
        const changed = reply.slice();
        for (const { at, bytes } of edits) changed.set(bytes.subarray(0, changed.length - at), at);
        const report = await look(changed);
        if (isUsable(report)) expect(report.facts?.genTime).toEqual(facts?.genTime);
      }),
      { seed: 20_261_130, numRuns: isThorough ? 500 : 40 },
    );
  });
});

/** SEQUENCE in SEQUENCE, each length right as far as two bytes go. */
function nested(depth: number): Uint8Array {
  const bytes = new Uint8Array(depth * 4);
  for (let level = 0; level < depth; level += 1) {
    const rest = (depth - level - 1) * 4;
    bytes.set([0x30, 0x82, rest >> 8, rest & 0xff], level * 4);
  }
  return bytes.subarray(0, 32_000);
}
