import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const table = readFileSync(join(root, 'docs/requirements.md'), 'utf8');

/** How many requirements the research draws from its sources. */
const requirements = 77;

interface Row {
  readonly id: string;
  readonly asked: string;
  readonly state: string;
  readonly where: readonly string[];
  readonly shown: readonly string[];
  readonly missing: string;
}

const rows: readonly Row[] = table
  .split('\n')
  .filter(line => /^\| R-/.test(line))
  .map(line => {
    const [id = '', asked = '', state = '', where = '', shown = '', missing = ''] = line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim());
    return { id, asked, state, where: pathsIn(where), shown: pathsIn(shown), missing };
  });

function pathsIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
}

test('every requirement has one row, in order', () => {
  const ids = Array.from({ length: requirements }, (_, index) => `R-${String(index + 1).padStart(2, '0')}`);
  expect(rows.map(({ id }) => id)).toEqual(ids);
});

describe.each(rows)('$id', ({ asked, state, where, shown, missing }) => {
  test('says what was asked for and how far it is', () => {
    expect(asked).not.toBe('');
    expect(['built', 'in part', 'not built']).toContain(state);
  });

  test('names files and tests that are there', () => {
    expect([...where, ...shown].filter(path => !existsSync(join(root, path)))).toEqual([]);
    expect(shown.filter(path => !/^test\/.+\.test\.tsx?$/.test(path))).toEqual([]);
    if (state === 'not built') return;
    expect(where.length, 'what is built stands somewhere').toBeGreaterThan(0);
    expect(shown.length, 'what is built is shown by a test').toBeGreaterThan(0);
  });

  test('says what is missing, and why, unless it is built', () => {
    if (state === 'built') expect(missing).toBe('–');
    else expect(missing.length).toBeGreaterThan(30);
  });
});
