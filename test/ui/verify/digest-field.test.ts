import { expect, test } from 'vitest';
import { compareDigest } from '../../../src/ui/verify/digest-field.tsx';

const digest = '8fdb6bd5d6368c9bf6fbd8ca3924b2458053b1cedb4e80db312a1156bbfcc8a3';
const pairs = digest.toUpperCase().match(/../g)?.join(':') ?? '';

test.each([
  ['', undefined],
  ['   \n', undefined],
  [digest, 'same'],
  [digest.toUpperCase(), 'same'],
  [`  ${pairs}\n`, 'same'],
  [`sha256 Fingerprint=${pairs}`, 'same'],
  [`SHA256 Fingerprint=${pairs.slice(0, 48)}\n    ${pairs.slice(48)}`, 'same'],
  [`${digest.slice(0, 32)}\n    ${digest.slice(32)}`, 'same'],
  [`SHA-256: ${digest}`, 'same'],
  [`${digest}  ABC-20260304T050608Z.zip`, 'same'],
  [digest.replace('8', '9'), 'different'],
  [digest.slice(1), 'no-digest'],
  [`${digest}0`, 'no-digest'],
  ['my fingerprint', 'no-digest'],
])('%j is %s', (pasted, expected) => {
  expect(compareDigest(pasted, digest)).toBe(expected);
});
