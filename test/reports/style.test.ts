import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportStyle, reportStyleSha256 } from '../../src/reports/report/style.ts';

test('the policy admits the style as it is: put this digest into style.ts when the style changed', () => {
  const digest = createHash('sha256').update(reportStyle).digest('base64');
  expect(reportStyleSha256).toBe(digest);
});

test('the style names no resource', () => {
  expect(reportStyle).not.toMatch(/url\(|@import|@font-face/);
});
