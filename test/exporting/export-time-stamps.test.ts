import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTimeStamp } from '../../src/crypto/time-stamp/time-stamp-check.ts';
import { exportTimeStamps } from '../../src/exporting/write/time-stamps.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import { type Authority, type Behaviour, startAuthority } from '../samples/authority/server.ts';

const imprint = new Uint8Array(32).fill(5);

let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

function authoritiesOf(...behaviours: readonly Behaviour[]) {
  const addresses = behaviours.map(behaviour => authority.address(behaviour));
  return { onSince: toInstant(0), addresses, roots: [authority.keys.root] };
}

const how = { fetch, now: () => Date.now(), signal: new AbortController().signal };

describe('the authorities of an export', () => {
  it('are none unless they are switched on', () => {
    const { addresses, roots } = authoritiesOf('rsa');
    expect(exportTimeStamps({ addresses, roots }, how)).toBeUndefined();
    expect(exportTimeStamps({ ...authoritiesOf('rsa'), addresses: [] }, how)).toBeUndefined();
  });

  it('are asked in their order, and one that failed is not asked again', async () => {
    const stamps = exportTimeStamps(authoritiesOf('rejected', 'garbage', 'ecdsa'), how)!;
    const before = authority.requests.length;
    for (let time = 0; time < 3; time += 1) {
      const answer = await stamps.stamp(imprint);
      const report = await checkTimeStamp('reply' in answer ? answer.reply : new Uint8Array(), {
        imprint,
        trusted: [],
      });
      expect(report.facts?.authority).toBe('Test Authority Two');
    }
    expect(authority.requests.length - before).toBe(5);
    expect(stamps.stamps).toHaveLength(3);
    expect(stamps.stamps[0]).toMatchObject({ authority: 'Test Authority Two' });
  });

  it('answer with the reason of the last when none of them gives a time-stamp', async () => {
    const stamps = exportTimeStamps(authoritiesOf('wrong-imprint', 'rejected'), how)!;
    expect(await stamps.stamp(imprint)).toEqual({
      failure: 'refused',
      text: 'The policy does not allow this.',
    });
    expect(stamps.stamps).toEqual([]);
  });

  it('are two where that is chosen, and each that failed is asked once in an export', async () => {
    expect(exportTimeStamps(authoritiesOf('rsa', 'foreign'), how)).not.toHaveProperty('stampBesides');
    const two = { ...authoritiesOf('rsa', 'rejected', 'foreign'), anchors: 2 as const };
    const stamps = exportTimeStamps({ ...two, roots: [authority.keys.root, authority.keys.otherRoot] }, how)!;
    const before = authority.requests.length;
    for (let volume = 0; volume < 2; volume += 1) {
      const first = await stamps.stamp(imprint);
      const reply = 'reply' in first ? first.reply : new Uint8Array();
      expect(await stamps.stampBesides?.(imprint, reply)).toHaveProperty('reply');
    }
    expect(authority.requests.length - before).toBe(5);
    expect(stamps.stamps.map(({ authority: name, isSecond }) => [name, isSecond])).toEqual([
      ['Test Authority One', undefined],
      ['Foreign Authority', true],
      ['Test Authority One', undefined],
      ['Foreign Authority', true],
    ]);
  });

  it.each<readonly [string, readonly Behaviour[], object]>([
    ['refuses', ['rsa', 'rejected'], { failure: 'refused', text: 'The policy does not allow this.' }],
    ['is the first one again', ['rsa', 'rsa'], { failure: 'same-authority' }],
    ['has the issuer of the first', ['rsa', 'withdrawn'], { failure: 'same-authority' }],
    [
      'took the place of the first',
      ['rejected', 'rsa'],
      { failure: 'refused', text: 'The policy does not allow this.' },
    ],
  ])('keep the first where the second %s, and say why there is no second', async (_, behaviours, why) => {
    const stamps = exportTimeStamps({ ...authoritiesOf(...behaviours), anchors: 2 }, how)!;
    for (let volume = 0; volume < 2; volume += 1) {
      const first = await stamps.stamp(imprint);
      expect(first).toHaveProperty('reply');
      expect(await stamps.stampBesides?.(imprint, 'reply' in first ? first.reply : new Uint8Array())).toEqual(
        why,
      );
    }
  });

  it('are asked for lists of revoked certificates only at hosts that stand in the settings', async () => {
    const asked = () => authority.listRequests.length;
    const start = asked();
    const without = await exportTimeStamps(authoritiesOf('rsa'), how)!.stamp(imprint);
    expect(without).not.toHaveProperty('lists');
    expect(asked()).toBe(start);
    const lists = [{ authority: authority.address('rsa'), addresses: [authority.listAddress('root')] }];
    const stamps = exportTimeStamps({ ...authoritiesOf('rsa'), lists }, how)!;
    for (let time = 0; time < 3; time += 1) expect(await stamps.stamp(imprint)).toHaveProperty('lists');
    expect(asked() - start).toBe(2);
  });

  it('wait no longer than the time limit for all of them together', async () => {
    const asked: number[] = [];
    const silent: typeof fetch = (_address, request) =>
      new Promise((_, reject) => {
        asked.push(asked.length);
        request?.signal?.addEventListener('abort', () => reject(request.signal?.reason));
      });
    const stamps = exportTimeStamps(authoritiesOf('rsa', 'ecdsa'), { ...how, fetch: silent, timeLimit: 40 })!;
    expect(await stamps.stamp(imprint)).toEqual({ failure: 'timed-out' });
    expect(asked).toHaveLength(2);
  });
});
