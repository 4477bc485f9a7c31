import { describe, expect, it, test } from 'vitest';
import { readBundle } from '../../src/bundle/verify/read-bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { holdingZip } from '../samples/received.ts';
import { answerTo, shortOf } from './counting-source.ts';
import { bomb, manyEntries, sharedBytes, withLink, withZip64End } from './hostile-zips.ts';
import { joined, post, zip } from './tamper/forgeries.ts';
import { toZip } from './zip-surgery.ts';

const endless = 2n ** 53n - 1n;

describe('a ZIP made to do harm gets an answer, and costs no more than others', () => {
  test.each([
    ['a symbolic link', () => withLink(post), `zip.central-header.altered ${post}`],
    ['a ZIP64 end', () => withZip64End(), 'zip.end-record.altered sample.zip'],
    [
      'a count of entries without end',
      () => withZip64End(() => ({ entries: endless })),
      'bundle.file.cut-short sample.zip',
    ],
    [
      'a directory without end',
      () => withZip64End(() => ({ length: endless })),
      'bundle.file.cut-short sample.zip',
    ],
    [
      'a directory beyond the file',
      () => withZip64End(() => ({ offset: 2n ** 63n })),
      'bundle.file.cut-short sample.zip',
    ],
    [
      'an end that is beyond the file',
      () => withZip64End(() => ({ at: 2n ** 64n - 1n })),
      'bundle.file.cut-short sample.zip',
    ],
    ['65,536 entries', () => manyEntries(65_536), 'bundle.file.not-bundle sample.zip'],
    ['12,000 entries', () => manyEntries(12_000), 'zip.entries.too-many sample.zip'],
    [
      'a thousand ends and no list of contents',
      () => joined(zip.subarray(0, 9_000), ...Array.from({ length: 1_000 }, () => zip.subarray(-22))),
      'bundle.file.cut-short sample.zip',
    ],
    [
      '2 MB of which the end is gone',
      () => manyEntries(12_000).slice(0, -100),
      'bundle.file.cut-short sample.zip',
    ],
    [
      'a bundle cut short behind one that it holds',
      async () => (await holdingZip([zip])).slice(0, -200),
      'bundle.file.cut-short sample.zip',
    ],
    [
      'a bundle cut short behind a paper that is a ZIP itself',
      async () =>
        (await holdingZip([await toZip(new Map([['word/document.xml', new Uint8Array(9)]]))])).slice(0, -22),
      'bundle.file.cut-short sample.zip',
    ],
    ['992 entries over the same bytes', () => sharedBytes(500_000), 'zip.entry.overlapping data/0'],
    ['a few bytes that inflate to 30 MB', () => bomb(30_000_000), 'zip.entry.compressed data/case.json'],
  ] as const)('%s', async (_, make, line) => {
    expect(shortOf(await answerTo(await make()))).toContain(line);
  });

  it('is not inflated by inspect either', async () => {
    expect(await readBundle(bytesSource(bomb(1_000_000), 'a.zip'))).toBeUndefined();
  });
});
