import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { remakeTexts, wordingEdition } from '../../src/reports/remake.ts';
import { inventedCases } from '../reports/cases/cases.ts';
import { verifyBytes } from './sample-bundle.ts';
import { papersZip } from './tamper/true-papers.ts';

const compared = async (zip: Promise<Uint8Array>) => {
  const report = await verifyBytes(await zip);
  const papers = report.findings.filter(({ code }) => code.startsWith('paper.'));
  return { verdict: report.verdict, papers: papers.map(({ code, subject }) => `${code} ${subject}`).sort() };
};

it('texts, tables and report as Holdfast makes them are the same letter by letter', async () => {
  expect(await compared(papersZip(() => undefined))).toEqual({
    verdict: 'intact',
    papers: [
      'paper.content.match HOW-TO-VERIFY.txt',
      'paper.content.match READ-ME-FIRST.txt',
      'paper.content.match data/police/accounts.csv',
      'paper.content.match data/police/chronology.csv',
      'paper.content.match data/police/exhibit-list.csv',
      'paper.content.match data/preservation/x/items.csv',
      'paper.content.match data/preservation/x/items.json',
      'paper.content.match data/report.html',
    ],
  });
});

it('other words of an earlier edition are sealed, and said not to be compared', async () => {
  const earlier = papersZip(
    papers => {
      for (const [path, text] of papers)
        if (/\.(?:txt|html)$/.test(path)) papers.set(path, text.replaceAll('certificate', 'key'));
    },
    { earlier: true },
  );
  const { verdict, papers } = await compared(earlier);
  expect(verdict).toBe('intact');
  expect(papers).toContain('paper.content.not-compared sample.zip');
  expect(papers).toContain('paper.content.match data/police/accounts.csv');
});

/** What stands here for an edition that was released must not change: raise the edition and add a line. */
const editions: Readonly<Record<number, string>> = {
  1: '9f57c89d0a22e75c314a432ecc38348b8cb108df1f3b18664b50fef11ad852a6',
};

it('the wording is that of its edition', () => {
  const digest = createHash('sha256');
  for (const invented of inventedCases) {
    const { caseRecord, exhibits, custody, signerFingerprint } = invented.inputFor('police');
    const { texts } = remakeTexts({
      ...{ caseRecord, exhibits, custody, signerFingerprint },
      records: new Map(exhibits.map(({ record }) => [record.reference, record])),
      documents: ['report.pdf', 'police/exhibit-list.csv', 'preservation/x/items.csv'],
      isTimeStamped: true,
      hasLists: false,
    });
    for (const [path, each] of texts) digest.update(JSON.stringify([path, each]));
  }
  const advice =
    'the wording of a text or table changed: before its first release renew the digest, after it raise wordingEdition';
  expect(digest.digest('hex'), advice).toBe(editions[wordingEdition]);
});
