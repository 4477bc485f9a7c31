import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { howToVerify } from '../../src/reports/how-to-verify.ts';
import { remakeTexts, wordingEdition } from '../../src/reports/remake.ts';
import { sampleInput, verifyBytes, zipOf } from '../samples/bundle.ts';
import { inventedCases } from '../samples/cases/cases.ts';
import { papersZip } from './tamper/true-papers.ts';
import { eventsOf } from './time-stamped.ts';

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

it('the text of one file of several may tell of second time-stamps that stand in another', async () => {
  const [one, two] = await Promise.all([1, 2].map(volume => sampleInput({ volume, volumes: 2 })));
  const [elsewhere] = two?.exhibits ?? [];
  if (one === undefined || elsewhere === undefined) throw new Error('a sample of one volume');
  const timeStamp = { ...anyFile, path: 'capture.tsr', mediaType: 'application/timestamp-reply' };
  for (const secondStamp of [{ timeStamp }, { timeStamp, lists: timeStamp }]) {
    const text = howToVerify({
      caseRecord: one.caseRecord,
      exhibits: [...one.exhibits, { ...elsewhere, timeStamp, secondStamp }],
      custody: eventsOf(one),
      signerFingerprint: one.signer.fingerprint,
      volume: 1,
    });
    expect(text).toContain('capture.2.tsr');
    const { papers } = await compared(zipOf({ ...one, howToVerify: text }));
    expect(papers).toContain('paper.content.match HOW-TO-VERIFY.txt');
  }
});

const anyFile = { role: 'time-stamp', size: 1, sha256: sha256Schema.parse('0'.repeat(64)) } as const;

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
