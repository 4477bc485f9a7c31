import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPemFile, holdCertificate } from '../../src/crypto/certificates/held-certificate.ts';
import { sha256Bytes } from '../../src/crypto/digest.ts';
import { systemRandom } from '../../src/crypto/random.ts';
import {
  requestTimeStamp,
  type TimeStampClientOptions,
} from '../../src/crypto/time-stamp/time-stamp-client.ts';
import { type Authority, type Behaviour, startAuthority } from '../samples/authority/server.ts';
import { openssl } from './openssl.ts';

const content = new TextEncoder().encode('0123  data/case.json\n');
let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

async function ask(behaviour: Behaviour, options: Partial<TimeStampClientOptions> = {}) {
  return requestTimeStamp(await sha256Bytes(content), {
    address: authority.address(behaviour),
    fetch,
    random: systemRandom,
    now: Date.now,
    trusted: fromPemFile(authority.keys.root).map(holdCertificate),
    timeLimit: 600_000,
    ...options,
  });
}

describe('an authority that answers', () => {
  test.each(['rsa', 'ecdsa', 'pss'] as const)('%s', async behaviour => {
    const answer = await ask(behaviour);
    if (!('reply' in answer)) throw new Error(answer.failure);
    expect(answer.checks.every(({ outcome }) => outcome === 'held')).toBe(true);
    expect(answer.facts.root).toBe('Test Root');
    expect(Math.abs(answer.clockDifference)).toBeLessThan(60_000);
    if (behaviour === 'pss') return;
    const files = { X: content, 'X.tsr': answer.reply, 'ca.pem': authority.keys.root };
    const command = 'ts -verify -data X -in X.tsr -CAfile ca.pem';
    expect(openssl(command.split(' '), files).stdout).toContain('Verification: OK');
  });

  test('that names its certificate by SHA-1 alone is not used', async () => {
    expect(await ask('older-binding')).toEqual({ failure: 'broken-binding' });
  });

  test('whose root is unknown is used, and its chain is not checked', async () => {
    expect(await ask('rsa', { trusted: [] })).toMatchObject({
      checks: expect.arrayContaining([{ aspect: 'chain', outcome: 'not-checked', fault: 'unknown-root' }]),
    });
  });

  test.each([
    ['day-ahead', 86_400_000],
    ['day-behind', -86_400_000],
  ] as const)('with a clock that is wrong tells by how much: %s', async (behaviour, difference) => {
    const answer = await ask(behaviour);
    if (!('reply' in answer)) throw new Error(answer.failure);
    expect(Math.abs(answer.clockDifference - difference)).toBeLessThan(60_000);
  });

  test('is sent a digest, a nonce and nothing else of ours', async () => {
    const before = authority.requests.length;
    await ask('rsa');
    const [sent] = authority.requests.slice(before);
    const { stdout } = openssl(['ts', '-query', '-in', 'q', '-text'], { q: sent ?? new Uint8Array() });
    const digest = Buffer.from(await sha256Bytes(content)).toString('hex');
    expect(Buffer.from(sent ?? '').toString('hex')).toContain(digest);
    expect(stdout).toContain('Extensions:');
    expect(sent?.length).toBeLessThan(80);
  });
});

describe('an authority that gives no time-stamp that could be used', () => {
  test.each<readonly [Behaviour, object]>([
    ['garbage', { failure: 'not-a-reply' }],
    ['web-page', { failure: 'not-a-reply' }],
    ['endless', { failure: 'too-large' }],
    ['failing', { failure: 'http-error' }],
    ['elsewhere', { failure: 'unreachable' }],
    ['rejected', { failure: 'refused', text: 'The policy does not allow this.' }],
    ['revoked', { failure: 'refused', text: 'This authority has been revoked.' }],
    ['wrong-nonce', { failure: 'broken-nonce' }],
    ['wrong-imprint', { failure: 'broken-imprint' }],
    ['expired', { failure: 'broken-term' }],
    ['under-expired', { failure: 'broken-chain' }],
    ['wrong-usage', { failure: 'broken-purpose' }],
  ])('%s', async (behaviour, expected) => {
    expect(await ask(behaviour)).toEqual(expected);
  });

  test('replayed: an answer to another question', async () => {
    await ask('replayed');
    expect(await ask('replayed')).toEqual({ failure: 'broken-nonce' });
  });

  test.each(['silent', 'slow'] as const)('%s: the time limit ends the wait', async behaviour => {
    expect(await ask(behaviour, { timeLimit: 200 })).toEqual({ failure: 'timed-out' });
  });

  test('nobody at the address, and an address that is none', async () => {
    expect(await ask('rsa', { address: 'http://127.0.0.1:1/' })).toEqual({ failure: 'unreachable' });
    expect(await ask('rsa', { address: 'nowhere' })).toEqual({ failure: 'unreachable' });
  });

  test('stopped by whoever asked', async () => {
    expect(await ask('silent', { signal: AbortSignal.abort() })).toEqual({ failure: 'stopped' });
  });
});
