import type { BundleInput } from '../../../src/bundle/bundle-input.ts';
import { textBytes } from '../../../src/bundle/layout.ts';
import { jsonlToValues } from '../../../src/custody/jsonl.ts';
import { custodyEventSchema } from '../../../src/model/custody.ts';
import { remakeTexts, wordingEdition } from '../../../src/reports/remake.ts';
import { reportHtml } from '../../../src/reports/report-html.tsx';
import { sampleInput, zipOf } from '../../samples/bundle.ts';

/** The texts and tables of a bundle by their paths in the ZIP. */
export type Papers = Map<string, string>;

const reportPath = 'data/report.html';
const tables = [
  'police/exhibit-list.csv',
  'police/chronology.csv',
  'police/accounts.csv',
  'preservation/x/items.csv',
  'preservation/x/items.json',
];

/** The sample with the texts and tables that Holdfast makes of it, as every export of this version has them. */
export async function withTruePapers(
  change: (papers: Papers) => unknown = () => undefined,
): Promise<BundleInput> {
  const input = await sampleInput();
  const caseRecord = { ...input.caseRecord, wording: wordingEdition, reportMadeFrom: 'record' as const };
  const custody = jsonlToValues(input.custodyJsonl).map(value => custodyEventSchema.parse(value));
  const { signerFingerprint } = caseRecord;
  const { texts } = remakeTexts({
    ...{ caseRecord, custody, signerFingerprint },
    exhibits: input.exhibits.map(({ entry }) => ({ entry })),
    records: new Map(input.exhibits.map(({ entry, record }) => [entry.reference, record])),
    documents: tables,
    isTimeStamped: false,
    hasLists: false,
  });
  const papers: Papers = new Map([...texts].map(([path, [text = '']]) => [path, text]));
  const report = {
    ...{ caseRecord, custody, signerFingerprint },
    exhibits: input.exhibits,
    documents: tables,
  };
  papers.set(reportPath, reportHtml({ ...report, volume: 1, reporter: { capacity: 'affected' } }));
  change(papers);
  const documents = [...papers].filter(([path]) => path.startsWith('data/') && path !== reportPath);
  return {
    ...input,
    caseRecord,
    readMeFirst: papers.get('READ-ME-FIRST.txt') ?? '',
    howToVerify: papers.get('HOW-TO-VERIFY.txt') ?? '',
    reportHtml: papers.get(reportPath) ?? '',
    documents: documents.map(([path, text]) => ({
      path: path.slice('data/'.length),
      bytes: textBytes(text),
    })),
  };
}

/** The same as a ZIP. `earlier` takes the edition out of the record, as a bundle of an earlier version has none. */
export async function papersZip(
  change: (papers: Papers) => unknown,
  { earlier = false }: { readonly earlier?: boolean } = {},
): Promise<Uint8Array> {
  const input = await withTruePapers(change);
  const { wording: _, reportMadeFrom: __, ...unnumbered } = input.caseRecord;
  return zipOf(earlier ? { ...input, caseRecord: unnumbered } : input);
}
