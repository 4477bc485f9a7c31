import { isThorough } from '../../thorough.ts';
import { parts, ruler } from './expect.ts';
import type { Row } from './row.ts';

/** One page, captured again and again: a bar that stays, and pictures that come late, none of which may ever go wrong. */
export const inARow: readonly Row[] = Array.from({ length: isThorough ? 50 : 6 }, (_, at) => ({
  name: `in a row ${at + 1}`,
  page: '09-late-picture?room&bar',
  scope: 'page',
  expect: [
    ruler(200, { gaps: 'any', pictures: Array.from({ length: 10 }, (_, n) => n) }),
    parts({ still: [1] }),
  ],
}));
