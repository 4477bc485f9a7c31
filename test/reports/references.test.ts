import { expect, test } from 'vitest';
import { runsOf } from '../../src/reports/report/references.tsx';

test('three or more references that follow one another are told by their ends', () => {
  expect(runsOf(['A/10', 'A/2', 'A/1', 'A/3', 'A/3', 'A/7', 'A/6'])).toEqual([
    ['A/1', 'A/3'],
    ['A/6'],
    ['A/7'],
    ['A/10'],
  ]);
  expect(runsOf([])).toEqual([]);
});
