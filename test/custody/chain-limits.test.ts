import { describe, expect, test } from 'vitest';
import { checkChain } from '../../src/custody/check-chain.ts';
import { verdictOf } from '../../src/model/finding.ts';
import { chainOf, chainOfLength } from './events.ts';

const LENGTH = 9;
const chain = await chainOfLength(LENGTH);

describe('what a chain cannot show by itself', () => {
  test('its end cut off: only who knows the digest of the last event sees it', async () => {
    const head = chain.at(-1)!.digest;
    for (let length = 1; length < LENGTH; length += 1) {
      const cut = chain.slice(0, length);
      expect(verdictOf(await checkChain(cut))).toBe('intact');
      expect(cut.at(-1)!.digest).not.toBe(head);
    }
  });

  test('the whole made anew: likewise', async () => {
    const anew = await chainOf(['case.opened', 'capture.committed']);
    expect(verdictOf(await checkChain(anew))).toBe('intact');
    expect(anew.at(-1)!.digest).not.toBe(chain.at(-1)!.digest);
  });
});
