import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fromPemFile,
  type HeldCertificate,
  holdCertificate,
} from '../../src/crypto/certificates/held-certificate.ts';
import { sha256Bytes } from '../../src/crypto/digest.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import {
  checkTimeStamp,
  isUsable,
  type TimeStampReport,
} from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { decodeTimeStamp } from '../../src/crypto/time-stamp/time-stamp-reply.ts';
import {
  createTimeStampRequest,
  type TimeStampRequest,
} from '../../src/crypto/time-stamp/time-stamp-request.ts';
import { type AuthorityKeys, authorityKeys, makeAuthorityKeys } from '../samples/authority/keys.ts';
import { askedOtherwise, forge, refuse, stamp, tokenOf } from '../samples/authority/replies.ts';
import { isThorough } from '../thorough.ts';
import { openssl } from './openssl.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
let keys: AuthorityKeys;
let request: TimeStampRequest;
let trusted: readonly HeldCertificate[];

beforeAll(async () => {
  keys = authorityKeys();
  request = createTimeStampRequest(await sha256Bytes(content), systemRandom);
  trusted = fromPemFile(keys.root).map(holdCertificate);
});
afterAll(() => keys.remove());

function look(reply: Uint8Array, by = trusted): Promise<TimeStampReport> {
  return checkTimeStamp(reply, { imprint: request.imprint, nonce: request.nonce, trusted: by });
}

/** All that did not hold, as `aspect outcome fault`. */
function faults({ checks }: TimeStampReport): readonly string[] {
  return checks
    .filter(({ outcome }) => outcome !== 'held')
    .map(check => [check.aspect, check.outcome, ...('fault' in check ? [check.fault] : [])].join(' '));
}

function inOpenssl(reply: Uint8Array, ...more: readonly string[]) {
  const files = { X: content, 'X.tsr': reply, 'ca.pem': keys.root };
  return openssl(['ts', '-verify', '-data', 'X', '-in', 'X.tsr', '-CAfile', 'ca.pem', ...more], files);
}

describe('a request', () => {
  test('is what openssl reads: the digest, a nonce, and the wish for a certificate', () => {
    const { stdout } = openssl(['ts', '-query', '-in', 'q.tsq', '-text'], { 'q.tsq': request.der });
    expect(stdout).toContain('Hash Algorithm: sha256');
    expect(stdout).toContain('Certificate required: yes');
    expect(stdout.toLowerCase()).toContain(`nonce: 0x${Buffer.from(request.nonce).toString('hex')}`);
  });

  test.each([0x00, 0x80, 0xff])('has a nonce of full length whatever comes by chance: %i', first => {
    const made = createTimeStampRequest(request.imprint, length => new Uint8Array(length).fill(first));
    expect(made.nonce).toHaveLength(8);
    expect(made.nonce[0]).toBeGreaterThan(0);
    expect(made.nonce[0]).toBeLessThan(0x80);
  });

  test('is made of a SHA-256 only', () => {
    expect(() => createTimeStampRequest(new Uint8Array(20), systemRandom)).toThrow();
  });
});

describe('a time-stamp', () => {
  test.each([
    ['RSA under an intermediate', {}, 'Test Authority One'],
    ['RSA with SHA-512', { digest: 'sha512' }, 'Test Authority One'],
    ['ECDSA P-384 with SHA-384', { authority: 'ecdsa', digest: 'sha384' }, 'Test Authority Two'],
    ['ECDSA P-384 with SHA-256', { authority: 'ecdsa', digest: 'sha256' }, 'Test Authority Two'],
  ] as const)('holds in every aspect: %s', async (_, options, authority) => {
    const before = Date.now();
    const reply = stamp(keys, request.der, options);
    expect(inOpenssl(reply).stdout).toContain('Verification: OK');
    const report = await look(reply);
    expect(report.checks.map(({ aspect }) => aspect)).toEqual([
      ...[
        'parse',
        'status',
        'imprint',
        'nonce',
        'digest',
        'signature',
        'certificate',
        'purpose',
        'term',
        'chain',
      ],
    ]);
    expect(faults(report)).toEqual([]);
    expect(isUsable(report)).toBe(true);
    expect(report.facts).toMatchObject({
      authority,
      root: 'Test Root',
      accuracy: 1500,
      token: tokenOf(reply),
    });
    expect(Math.abs((report.facts?.genTime.getTime() ?? 0) - before)).toBeLessThan(60_000);
    expect(report.facts?.serial.length).toBeGreaterThan(0);
  });

  test('says the moment that openssl prints, with its milliseconds', async () => {
    const reply = stamp(keys, request.der);
    const { stdout } = openssl(['ts', '-reply', '-in', 'X.tsr', '-text'], { 'X.tsr': reply });
    const printed = /Time stamp: (\w+ +\d+ [\d:]+)(?:\.(\d+))? (\d+) GMT/.exec(stdout);
    const moment = new Date(`${printed?.[1]} ${printed?.[3]} UTC`).getTime();
    const milliseconds = Number((printed?.[2] ?? '0').padEnd(3, '0'));
    expect((await look(reply)).facts?.genTime.getTime()).toBe(moment + milliseconds);
  });

  test('holds with RSA-PSS', async () => {
    const reply = forge(keys, request.der, {
      authority: 'rsa',
      signing: ['-keyopt', 'rsa_padding_mode:pss'],
    });
    // openssl ts knows no RSA-PSS, openssl cms does.
    const command = 'cms -verify -inform DER -in X.token -CAfile ca.pem -purpose timestampsign -out X.info';
    const { stderr } = openssl(command.split(' '), { 'X.token': tokenOf(reply), 'ca.pem': keys.root });
    expect(stderr).toContain('CMS Verification successful');
    expect(faults(await look(reply))).toEqual([]);
  });

  test('holds as a bare token, of which no status is known', async () => {
    const report = await look(tokenOf(stamp(keys, request.der)));
    expect(faults(report)).toEqual([]);
    expect(report.checks.some(({ aspect }) => aspect === 'status')).toBe(false);
  });

  test.each([
    ['no root', () => ''],
    ['another root', () => keys.otherRoot],
    ['the authority alone', () => keys.certificate('rsa')],
  ])('is not checked up to its root with %s, and is no worse for it', async (_, pem) => {
    const report = await look(stamp(keys, request.der), fromPemFile(pem()).map(holdCertificate));
    expect(faults(report)).toEqual(['chain not-checked unknown-root']);
    expect(isUsable(report)).toBe(true);
    expect(report.facts?.authority).toBe('Test Authority One');
    expect(report.facts?.root).toBeUndefined();
  });

  test('is not checked up to its root where a certificate limits names, which is not worked out', async () => {
    const report = await look(stamp(keys, request.der, { authority: 'under-limited' }));
    expect(faults(report)).toEqual(['chain not-checked condition']);
    expect(report.facts?.root).toBeUndefined();
  });
});

describe('a time-stamp with a fault', () => {
  const day = 86_400_000;
  test.each<readonly [string, () => Uint8Array, readonly string[]]>([
    ['another nonce', () => stamp(keys, askedOtherwise(request.der, 'nonce')), ['nonce broken']],
    ['another digest', () => stamp(keys, askedOtherwise(request.der, 'imprint')), ['imprint broken']],
    [
      'an authority out of its term',
      () => stamp(keys, request.der, { authority: 'expired' }),
      ['term broken'],
    ],
    [
      'an intermediate out of its term',
      () => stamp(keys, request.der, { authority: 'under-expired' }),
      ['chain broken expired'],
    ],
    [
      'a key for web servers',
      () => forge(keys, request.der, { authority: 'wrong-usage' }),
      ['purpose broken'],
    ],
    [
      'a purpose that is not critical',
      () => forge(keys, request.der, { authority: 'not-critical' }),
      ['purpose broken'],
    ],
    [
      'a key that is not for signatures',
      () => forge(keys, request.der, { authority: 'wrong-key-usage' }),
      ['purpose broken'],
    ],
    [
      'an authority that another made, which may make none',
      () => stamp(keys, request.der, { authority: 'under-leaf' }),
      ['chain broken not-authority'],
    ],
    [
      'no word of its certificate',
      () => forge(keys, request.der, { binding: false }),
      ['certificate broken'],
    ],
    ['a refusal', () => refuse(2, 'No.'), ['status broken']],
    ['a revocation', () => refuse(5, 'Gone.'), ['status broken']],
    [
      'its certificate named by SHA-1 alone',
      () => stamp(keys, request.der, { binding: 'sha1' }),
      ['binding not-checked'],
    ],
    ['a grant of nothing', () => refuse(0, ''), ['status broken']],
    [
      'a moment before its authority was',
      () =>
        forge(keys, request.der, {
          change: info => {
            info.genTime = new Date(Date.UTC(2023, 0, 1));
          },
        }),
      ['term broken', 'chain broken expired'],
    ],
    [
      'no certificate',
      () => forge(keys, request.der, { signing: ['-nocerts'] }),
      [
        ...['signature', 'certificate', 'purpose', 'term'].map(each => `${each} not-checked`),
        'chain not-checked unknown-root',
      ],
    ],
    [
      'a token signed with SHA-1',
      () => forge(keys, request.der, { signing: ['-md', 'sha1'] }),
      ['digest not-checked', 'signature not-checked', 'binding not-checked'],
    ],
  ])('%s', async (_, reply, expected) => {
    const report = await look(reply());
    expect(faults(report)).toEqual(expected);
    expect(isUsable(report)).toBe(false);
  });

  test('an hour or a day off is for the reader: the time-stamp itself holds', async () => {
    const shifted = (by: number) =>
      forge(keys, request.der, {
        change: info => {
          info.genTime = new Date(info.genTime.getTime() + by);
        },
      });
    for (const by of [-day, day]) {
      const report = await look(shifted(by));
      expect(faults(report)).toEqual([]);
      expect(Math.abs((report.facts?.genTime.getTime() ?? 0) - Date.now() - by)).toBeLessThan(60_000);
    }
  });

  test('carries the authority’s own words', async () => {
    expect((await look(refuse(2, 'The policy does not allow this.'))).status).toEqual({
      code: 2,
      text: 'The policy does not allow this.',
    });
  });

  test('a root that bears the name and has another key is no root of this one', async () => {
    const again = makeAuthorityKeys();
    const reply = stamp(again, request.der, { authority: 'ecdsa' });
    again.remove();
    // The key identifiers differ, so it is another root of the same name: unknown, not false.
    expect(faults(await look(reply))).toEqual(['chain not-checked unknown-root']);
  });
});

describe('a time-stamp that was changed', () => {
  test('no byte that is signed can be, and none makes it throw', async () => {
    const reply = stamp(keys, request.der, { authority: 'ecdsa' });
    const unnoticed: number[] = [];
    for (let place = 0; place < reply.length; place += isThorough ? 3 : 31) {
      const changed = reply.slice();
      changed[place]! ^= 0x01;
      if (faults(await look(changed)).length === 0) unnoticed.push(place);
    }
    // What is left are version numbers, lists of algorithms and parameters that no signature covers.
    const covered = signedRanges(reply);
    expect(unnoticed.filter(place => covered.some(([from, to]) => from <= place && place < to))).toEqual([]);
    expect(covered.reduce((sum, [from, to]) => sum + to - from, 0)).toBeGreaterThan(reply.length * 0.8);
    expect(unnoticed.length).toBeLessThan(20);
  });
});

/** Where what was signed, the signature itself and the authority's certificate stand. */
function signedRanges(reply: Uint8Array): readonly (readonly [from: number, to: number])[] {
  const { content, certificates, signer } = decodeTimeStamp(reply)?.token ?? {};
  const parts = [content?.bytes, certificates?.[0]?.der, signer?.signature, signer?.signedBytes.subarray(1)];
  return parts.map(part => {
    const at = Buffer.from(reply).indexOf(part ?? new Uint8Array([1, 2, 3]));
    expect(at).toBeGreaterThan(0);
    return [at, at + (part?.length ?? 0)];
  });
}
