import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/crypto/hex.ts';

test('bytes come back from their digits', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['0', 'AB', 'zz', ' 00', '0x00', '00\n'])('%j is no hexadecimal', text => {
  expect(() => fromHex(text)).toThrow('hexadecimal');
});
