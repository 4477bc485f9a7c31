import { beforeAll, describe, expect, test } from 'vitest';
import { printPath } from '../../src/exporting/plan/report-paths.ts';
import { type BundleRecipient, bundleRecipientSchema } from '../../src/model/case.ts';
import { inventedCases } from '../samples/cases/cases.ts';
import type { InventedCase } from '../samples/cases/story.ts';
import { shareOf } from '../thorough.ts';
import { documentsOf, type ReadDocument, readAll, readDocumentsOf } from './cases/documents.ts';
import { readParts } from './cases/read-foreign.ts';

/**
 * What no document says of anything: DESIGN, "What it promises, and what it never claims", and R-34. What a
 * platform says in its own words stands in quotation marks and is none of ours.
 */
const forbidden = /\b(valid|authentic\w*|forensic\w*|court[- ]proof|verified|genuine|alleged victims?)\b/i;

const rows = inventedCases.flatMap(invented =>
  bundleRecipientSchema.options.map(recipient => ({ name: invented.name, recipient, invented })),
);

/** Each takes seconds to write its documents. */
const some = shareOf(inventedCases, 3, 2);

describe.each(shareOf(rows, 9))('every document of $name for $recipient', ({ invented, recipient }) => {
  let documents: readonly ReadDocument[] = [];
  beforeAll(async () => {
    documents = await withHiddenParts(invented, recipient);
  });

  test('holds no confidential answer that was not chosen', () => {
    const values = leaves({ ...invented.confidential, kind: '', vulnerabilities: [] });
    expect(values.length).toBeGreaterThan(9);
    expect(found(documents, values)).toEqual([]);
  });

  test('holds no private note', () => {
    expect(found(documents, invented.privateNotes)).toEqual([]);
  });

  test('has none of the words that nobody can stand behind', () => {
    const said = documents.flatMap(({ path, text }) => {
      const own = text.replace(/“[^”]*”/g, '');
      const match = forbidden.exec(own);
      return match === null ? [] : [`${path}: ${own.slice(Math.max(0, match.index - 40), match.index + 40)}`];
    });
    expect(said).toEqual([]);
  });
});

describe.each(some)('a platform’s desk, of $name', invented => {
  test('reads nothing that a person wrote of themselves', async () => {
    const told = toldIn(invented);
    expect(told.length).toBeGreaterThan(6);
    const documents = await withHiddenParts(invented, 'platform');
    expect(found(documents, told)).toEqual([]);
    expect(documents.map(({ path }) => path).filter(path => path.includes('/police/'))).toEqual([]);
  });

  test('while the police read it', async () => {
    const documents = await withHiddenParts(invented, 'police');
    const toldToPolice = found(documents, toldIn(invented));
    expect(toldToPolice.length).toBeGreaterThan(0);
  });
});

describe.each(some)('the contact sheet of $name', invented => {
  test('is made when it is chosen, and holds alone what is confidential', async () => {
    const choice = { contactSheet: true, documentsLeftOut: [printPath] };
    const documents = readAll(await documentsOf(invented, 'police', choice));
    const values = leaves({ ...invented.confidential, kind: '', vulnerabilities: [] });
    const paths = found(documents, values).map(line => line.slice(0, line.indexOf(':')));
    expect(new Set(paths)).toEqual(new Set(['data/police/contact-sheet.docx']));
    expect(paths).toHaveLength(values.length);
  });
});

describe.each(some)('what should be known of the person in $name', invented => {
  test('stands in the report alone, when it is chosen', async () => {
    const documents = readAll(await documentsOf(invented, 'police', { tellVulnerability: true }));
    const { vulnerabilityWords, ...others } = invented.confidential;
    const paths = found(documents, [vulnerabilityWords]).map(line => line.slice(0, line.indexOf(':')));
    expect(paths).toEqual(['data/report.html', 'data/report.pdf']);
    expect(found(documents, leaves({ ...others, kind: '', vulnerabilities: [] }))).toEqual([]);
  });
});

async function withHiddenParts(
  invented: InventedCase,
  recipient: BundleRecipient,
): Promise<readonly ReadDocument[]> {
  const documents = await readDocumentsOf(invented, recipient);
  return Promise.all(
    documents.map(async document =>
      document.path.endsWith('.docx')
        ? { ...document, text: `${document.text}\n${await readParts(document.bytes)}` }
        : document.path.endsWith('.html')
          ? { ...document, text: `${document.text}\n${new TextDecoder().decode(document.bytes)}` }
          : document,
    ),
  );
}

/** Where any of the values stands, however lines are broken. */
function found(documents: readonly ReadDocument[], values: readonly string[]): readonly string[] {
  return documents.flatMap(({ path, text }) => {
    const dense = densely(text);
    return values.filter(value => dense.includes(densely(value))).map(value => `${path}: ${value}`);
  });
}

function densely(text: string): string {
  return text
    .replaceAll('&#39;', '’')
    .replace(/[\s\\]+/g, '')
    .toLowerCase();
}

/** Every text that stands somewhere in a value, each line of it by itself. */
function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n').filter(line => line !== '');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** What a person wrote beside the exhibits: words of a length that no document has by chance. */
function toldIn({ story }: InventedCase): readonly string[] {
  const printed = new Set([...leaves(story.reporter), ...leaves(story.producer), story.title]);
  const recorded = densely(JSON.stringify(story.records));
  const texts = leaves([story.words.map(each => each.versions), story.notes.map(each => each.versions)]);
  return [...new Set(texts)].filter(
    text => text.length > 8 && / /.test(text) && !printed.has(text) && !recorded.includes(densely(text)),
  );
}
