import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { inventedCases } from './cases/cases.ts';
import { readDocumentsOf } from './cases/documents.ts';

/** What a spreadsheet program may run: also behind spaces, in full-width signs, and with a line break before them. */
const formula = /^\s*[=+\-@＝＋－＠]/;

/** A number this long is rounded, and a rounded identifier is another account. */
const rounded = /^\d{12,}$/;

describe.each(inventedCases)('every table of $name', invented => {
  test('has rows as long as its heading, and no cell that a spreadsheet would take for something else', async () => {
    const documents = await readDocumentsOf(invented, 'police');
    const tables = documents.filter(({ path }) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(0);
    for (const { path, text } of tables) {
      expect(text.startsWith('\uFEFF'), `${path} without a mark is spoiled by Excel`).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
      expect(errors, path).toEqual([]);
      expect([...new Set(data.map(row => row.length))], path).toHaveLength(1);
      const taken = data.flat().filter(cell => rounded.test(cell) || formula.test(cell));
      expect(taken, path).toEqual([]);
    }
  });
});
