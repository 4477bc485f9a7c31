import { beforeAll, describe, expect, test } from 'vitest';
import { flood } from '../samples/cases/flood.ts';
import { floodTexts, threatText } from '../samples/cases/flood-messages.ts';
import { type ReadDocument, readDocumentsOf } from './cases/documents.ts';

/** Latin, Greek and Cyrillic letters, and what stands between them: what the fonts of the PDF can draw. */
const drawn = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\s=+]*$/u;

describe('messages in any script', () => {
  let documents: readonly ReadDocument[] = [];
  const textOf = (name: string) => documents.find(({ path }) => path.endsWith(name))?.text ?? '';
  beforeAll(async () => {
    documents = await readDocumentsOf(flood, 'police');
  });

  test('stand in the report to read on a screen as they were', () => {
    const report = dense(textOf('report.html'));
    for (const text of [...floodTexts, threatText]) expect(report).toContain(dense(text));
  });

  test('stand in the tables as they were', () => {
    const chronology = dense(textOf('chronology.csv'));
    for (const text of [...floodTexts, threatText]) expect(chronology).toContain(dense(text));
  });

  test('are drawn in the report to print, or are said not to be', () => {
    const print = textOf('report.pdf').replace(/\s+/g, ' ');
    const texts = [...floodTexts, threatText];
    const others = texts.filter(text => !drawn.test(text));
    expect(others).toHaveLength(3);
    for (const text of texts.filter(each => drawn.test(each))) expect(dense(print)).toContain(dense(text));
    for (const text of others) expect(dense(print)).not.toContain(dense(text));
    expect(
      print.match(/‹not drawn: \d+ characters?; see report\.html and text\.txt›/g)?.length,
    ).toBeGreaterThan(others.length);
  });
});

/** Without white space and the quotation marks of CSV: lines are broken anew in every document. */
function dense(text: string): string {
  return text.replace(/[\s"]+/g, '');
}
