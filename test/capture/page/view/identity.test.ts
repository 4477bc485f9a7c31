import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/capture/page/view/identity.ts';

describe('the digest of words', () => {
  it('is the same for the same words and another for others', () => {
    const words = Array.from({ length: 2_000 }, (_, index) => `words ${index}`);
    expect(new Set(words.map(digestOf)).size).toBe(words.length);
    expect(digestOf('words 1')).toBe(digestOf('words 1'));
    expect(digestOf('')).toMatch(/^[0-9a-f]{14}$/);
  });
});
