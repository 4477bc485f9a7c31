import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAuthorities } from '../../src/bundle/write/ask-authorities.ts';
import { revocationClient } from '../../src/crypto/time-stamp/revocation-client.ts';
import { type Authority, type Behaviour, startAuthority } from '../samples/authority/server.ts';

it('asks no address that the browser does not let it reach, and goes on to the next', async () => {
  const [one, two] = ['https://one.example/', 'https://two.example/'];
  const asked: string[] = [];
  const answer = await askAuthorities(new Uint8Array(32), {
    addresses: [one, two],
    roots: [],
    timeLimit: 1_000,
    now: () => 0,
    fetch: async address => {
      asked.push(String(address));
      return new Response('busy', { status: 503 });
    },
    mayAsk: async address => address === two,
  });
  expect(asked).toEqual([two]);
  expect(answer).toEqual({
    refusals: [
      { address: one, failure: 'not-permitted' },
      { address: two, failure: 'http-error' },
    ],
  });
});

describe('the lists of revoked certificates of an authority', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await startAuthority();
  });
  afterAll(() => authority.close());

  const ask = (behaviours: readonly Behaviour[], mayAskLists = true) => {
    const how = { fetch, now: Date.now, timeLimit: 600_000 };
    return askAuthorities(new Uint8Array(32), {
      ...how,
      addresses: behaviours.map(each => authority.address(each)),
      roots: [],
      askRevocation: revocationClient({ ...how, mayAsk: async () => mayAskLists }),
    });
  };

  it('come with its time-stamp', async () => {
    const answer = await ask(['rsa']);
    if (!('reply' in answer)) throw new Error('no time-stamp');
    expect(new TextDecoder().decode(answer.lists)).toMatch(/^-----BEGIN X509 CRL-----/);
    expect(answer.listsNotPermitted).toEqual([]);
  });

  it('are done without, and asked of nobody, where they may not be asked for', async () => {
    const before = authority.listRequests.length;
    const answer = await ask(['rsa'], false);
    expect(answer).toHaveProperty('reply');
    expect(answer).not.toHaveProperty('lists');
    expect(answer).toHaveProperty('listsNotPermitted', [
      authority.listAddress('middle'),
      authority.listAddress('root'),
    ]);
    expect(authority.listRequests.length).toBe(before);
  });

  it('pass over one whose certificate was revoked: the next is asked', async () => {
    const answer = await ask(['withdrawn', 'ecdsa']);
    expect(answer).toMatchObject({
      address: authority.address('ecdsa'),
      refusals: [{ address: authority.address('withdrawn'), failure: 'authority-revoked' }],
    });
  });
});
