import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { printPath } from '../../src/exporting/plan/report-paths.ts';
import { inventedCases } from '../samples/cases/cases.ts';
import { documentsOf } from './cases/documents.ts';

/** What a spreadsheet program may run: also behind spaces, in full-width signs, and with a line break before them. */
const formula = /^\s*[=+\-@＝＋－＠]/;

/** A number this long is rounded, and a rounded identifier is another account. */
const rounded = /^\d{12,}$/;

describe.each(inventedCases)('every table of $name', invented => {
  test('has rows as long as its heading, and no cell that a spreadsheet would take for something else', async () => {
    const documents = await documentsOf(invented, 'police', { documentsLeftOut: [printPath] });
    const tables = documents.filter(({ path }) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(0);
    for (const { path, bytes } of tables) {
      // The byte-order mark is part of what is looked at.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(text.startsWith('\uFEFF'), `${path} without a mark is spoiled by Excel`).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
      expect(errors, path).toEqual([]);
      expect([...new Set(data.map(row => row.length))], path).toHaveLength(1);
      const taken = data.flat().filter(cell => rounded.test(cell) || formula.test(cell));
      expect(taken, path).toEqual([]);
    }
  });
});
