import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/reports/report/facts.ts';
import { limitsLine } from '../../../src/words/limits.ts';
import { inventedCases } from '../../samples/cases/cases.ts';
import { makePdf } from '../../samples/pdf.ts';
import { shareOf } from '../../thorough.ts';
import { readPdf } from './read-pdf.ts';

const forbidden = /\b(?:valid|authentic|verified|forensic|court-proof|genuine)\b|alleged victim/i;

// The shortest of them stands for all: hundreds of pages are made of the others.
describe.each(shareOf(inventedCases, 3, 1))('the PDF of $name', invented => {
  it('has the frame on every page, names every exhibit, and has no word that says too much', async () => {
    const input = invented.inputFor('police');
    const { flat, facts } = readPdf(await makePdf(input));
    const { reference, exhibits } = factsOf(input);
    expect(facts).toMatch(/^Title: +Report of recorded web pages$/m);
    for (const [index, page] of flat.entries()) {
      expect(page).toContain(reference);
      expect(page).toContain(`Page ${index + 1} of ${flat.length}`);
      expect(page).toContain(limitsLine);
      expect(page).not.toMatch(forbidden);
    }
    const all = flat.join(' ');
    for (const { record } of exhibits) expect(all).toContain(record.reference);
  });
});
