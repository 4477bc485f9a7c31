import { describe, expect, it } from 'vitest';
import { closeness } from '../../scripts/readers/closeness.ts';

describe('how near a text of the page comes to a value', () => {
  it.each([
    ['Robin Sample', ' Robin\n  Sample ', 3],
    ['robin_sample', '/robin_sample/status/1', 2],
    ['https://x.com/robin_sample/status/1', '/robin_sample/status/1', 1],
    ['2024-08-15T04:52:40.000Z', '2024-08-15T04:52:40Z', 2],
    ['2024-08-15T04:52:40.000Z', '2024-08-15T05:52:40+01:00', 2],
    ['2024-08-15T04:52:40.000Z', '{"time":1723697560}', 2],
    ['2024-08-15T04:52:40.000Z', '2024-08-15T04:52:41Z', 0],
    ['2024-08-15T04:52:40.000Z', '15', 0],
    ['robin_sample', 'kim_sample', 0],
    ['a long text', 'a', 0],
    ['a long text', ' ', 0],
  ] as const)('%j and %j: %i', (value, written, near) => {
    expect(closeness(value, written)).toBe(near);
  });
});
