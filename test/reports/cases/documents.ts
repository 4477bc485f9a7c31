import { eventsToJsonl } from '../../../src/custody/jsonl.ts';
import { documentsOf as papersOf, wantsPrint } from '../../../src/exporting/plan/documents.ts';
import { reportInputOf } from '../../../src/exporting/plan/prepare.ts';
import { printPath } from '../../../src/exporting/plan/report-paths.ts';
import type { BundleRecipient } from '../../../src/model/case.ts';
import type { ExportChoice } from '../../../src/model/export-choice.ts';
import { howToVerify } from '../../../src/reports/how-to-verify.ts';
import { readMeFirst } from '../../../src/reports/read-me-first.ts';
import { reportHtml } from '../../../src/reports/report-html.tsx';
import type { InventedCase } from '../../samples/cases/story.ts';
import { digestOf } from '../../samples/digest.ts';
import { makePdf } from '../../samples/pdf.ts';
import { preparedOf } from './prepared.ts';
import { readDocuments, readHtml, readPdf } from './read-foreign.ts';

/** One file of a bundle that somebody reads, by its path in the ZIP. */
export interface CaseDocument {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A document with its text as a program that is not ours reads it. */
export interface ReadDocument extends CaseDocument {
  readonly text: string;
}

/** Every document that a bundle of this case holds for this recipient when nothing else is chosen. */
export async function documentsOf(
  invented: InventedCase,
  recipient: BundleRecipient,
  choice: Partial<ExportChoice> = {},
): Promise<readonly CaseDocument[]> {
  const prepared = await preparedOf(invented, recipient, choice);
  const below = await papersOf(prepared);
  const paths = [...below.map(({ path }) => path), ...(wantsPrint(prepared) ? [printPath] : [])];
  const input = reportInputOf(prepared, [prepared.gathering.exhibits], 1, paths);
  const print = wantsPrint(prepared) ? [{ path: printPath, bytes: await makePdf(input) }] : [];
  return [
    { path: 'READ-ME-FIRST.txt', bytes: bytesOf(readMeFirst(input)) },
    { path: 'HOW-TO-VERIFY.txt', bytes: bytesOf(howToVerify(input)) },
    { path: 'data/report.html', bytes: bytesOf(reportHtml(input)) },
    { path: 'data/case.json', bytes: bytesOf(JSON.stringify(input.caseRecord, undefined, 1)) },
    { path: 'data/custody.jsonl', bytes: bytesOf(eventsToJsonl(input.custody)) },
    ...[...print, ...below].map(({ path, bytes }) => ({ path: `data/${path}`, bytes })),
  ];
}

const alreadyRead = new Map<string, Promise<readonly ReadDocument[]>>();

/**
 * The same with their texts, made once a run: the same case gives the same documents. The two recipients that get
 * what the police get are read without the report for printing.
 */
export function readDocumentsOf(
  invented: InventedCase,
  recipient: BundleRecipient,
): Promise<readonly ReadDocument[]> {
  const key = `${invented.name} ${recipient}`;
  const choice = recipient === 'police' || recipient === 'platform' ? {} : { documentsLeftOut: [printPath] };
  const read = alreadyRead.get(key) ?? documentsOf(invented, recipient, choice).then(readAll);
  alreadyRead.set(key, read);
  return read;
}

const textByDigest = new Map<string, string>();

/**
 * The documents with their texts. Word documents are read in one go, because each start of Python takes long, and
 * the same bytes are read once a run.
 */
export function readAll(documents: readonly CaseDocument[]): readonly ReadDocument[] {
  const digested = documents.map(document => ({ document, digest: digestOf(document.bytes) }));
  const fresh = digested.filter(({ digest }) => !textByDigest.has(digest));
  const word = fresh.filter(({ document }) => document.path.endsWith('.docx'));
  const texts = readDocuments(word.map(({ document }) => document.bytes));
  for (const [index, { digest }] of word.entries()) textByDigest.set(digest, texts[index] ?? '');
  return digested.map(({ document, digest }) => {
    const text = textByDigest.get(digest) ?? textOf(document);
    textByDigest.set(digest, text);
    return { ...document, text };
  });
}

function textOf({ path, bytes }: CaseDocument): string {
  if (path.endsWith('.pdf')) return readPdf(bytes);
  // A byte-order mark is part of what Excel reads.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return path.endsWith('.html') ? readHtml(text) : text;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
