import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { inventedCases } from '../samples/cases/cases.ts';
import { type ReadDocument, readDocumentsOf } from './cases/documents.ts';

const golden = resolve(fileURLToPath(import.meta.url), '../golden');
const isRenewed = process.env['HOLDFAST_GOLDEN'] === 'renew';
const advice =
  'reads otherwise than before; if that is meant, run npm run golden and read what changed in git';

/** Of a long document so many lines are kept, and the last twenty; what lies between is only counted. */
const keptLines = { html: 900, other: 260 };

describe.each(inventedCases)('what the police read of $name', invented => {
  const folder = join(golden, invented.name);
  let texts = new Map<string, string>();

  beforeAll(async () => {
    const documents = (await readDocumentsOf(invented, 'police')).filter(isRead);
    // The smallest case is kept whole, so that every kind of document is read to its end.
    const isWhole = invented.name === 'scotland';
    texts = new Map(documents.map(document => [goldenName(document), shortened(document, isWhole)]));
    if (isRenewed) renew(folder, texts);
  });

  test('is what it was', () => {
    for (const [name, text] of texts) {
      const path = join(folder, name);
      expect
        .soft(text, `${invented.name}/${name} ${advice}`)
        .toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
    }
  });

  test('is all there, and nothing else', () => {
    const kept = existsSync(folder) ? readdirSync(folder).sort() : [];
    expect(kept, `the list of documents ${advice}`).toEqual([...texts.keys()].sort());
  });
});

function renew(folder: string, texts: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
}

/** Data for programs have schemas and tests of their own. */
function isRead({ path }: ReadDocument): boolean {
  return !/\.jsonl?$/.test(path);
}

/** `data/preservation/x/items.csv` → `preservation-x-items.csv.txt`. */
function goldenName({ path }: ReadDocument): string {
  const name = path.replace(/^data\//, '').replaceAll('/', '-');
  return name.endsWith('.txt') ? name : `${name}.txt`;
}

/** Carriage returns and byte-order marks are made visible: CSV has them, and an editor would lose them. */
function shortened({ text, path }: ReadDocument, isWhole: boolean): string {
  const lines = text.replaceAll('\r', '␍').replaceAll('\uFEFF', '␣BOM␣').split('\n');
  const pages = path.endsWith('.pdf') ? `, ${text.split('\f').length - 1} pages` : '';
  const longest = path.endsWith('.html') ? keptLines.html : keptLines.other;
  const kept =
    isWhole || lines.length <= longest ? lines : [...lines.slice(0, longest), '[…]', ...lines.slice(-20)];
  return `${[...kept, `[${lines.length} lines${pages}]`].join('\n')}\n`;
}
