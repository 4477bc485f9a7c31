import { expect, it } from 'vitest';
import { mapTogether } from '../../src/crypto/together.ts';

it('gives the answers in the order of the items, and never asks for all at once', async () => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 1_000 }, (_, index) => index);
  const answers = await mapTogether(items, async item => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setTimeout(resolve, item % 3));
    running -= 1;
    return item * 2;
  });
  expect(answers).toEqual(items.map(item => item * 2));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(items.length);
});

it('rejects with what one of them rejects with', async () => {
  const failing = mapTogether([1, 2, 3], item =>
    item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(),
  );
  await expect(failing).rejects.toThrow('two');
});
