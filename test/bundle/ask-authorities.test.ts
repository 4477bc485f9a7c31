import { expect, it } from 'vitest';
import { askAuthorities } from '../../src/bundle/ask-authorities.ts';

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
