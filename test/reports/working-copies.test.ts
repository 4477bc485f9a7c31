import { describe, expect, it } from 'vitest';
import { instantSchema } from '../../src/model/identifiers.ts';
import { type GivenCopy, workingCopyIdSchema } from '../../src/model/working-copy.ts';
import type { ReportExhibit, ReportInput } from '../../src/reports/input.ts';
import { exhibitDescription } from '../../src/reports/police/item-words.ts';
import { digestLines } from '../../src/reports/police/producing.ts';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { shownImages } from '../../src/words/artifacts.ts';
import { sampleInput } from '../samples/report.ts';

const purpose = 'for the <school>';

/** The sample, and its first exhibit with a picture changed. */
function changed(change: (exhibit: ReportExhibit) => ReportExhibit): {
  input: ReportInput;
  exhibit: ReportExhibit;
} {
  const input = sampleInput();
  const index = input.exhibits.findIndex(({ record }) => shownImages(record.artifacts).length > 0);
  const exhibit = change(input.exhibits[index]!);
  return { exhibit, input: { ...input, exhibits: input.exhibits.with(index, exhibit) } };
}

/** The exhibit with one working copy of its first picture, and every original picture held back. */
function withCopy(exhibit: ReportExhibit): ReportExhibit {
  const [picture] = shownImages(exhibit.record.artifacts);
  const copy: GivenCopy = {
    id: workingCopyIdSchema.parse('7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a77'),
    path: 'copies/1.png',
    of: { path: picture!.path, sha256: picture!.sha256 },
    covered: [
      { x: 1, y: 2, width: 3, height: 4 },
      { x: 5, y: 6, width: 7, height: 8 },
    ],
    width: 40,
    height: 30,
    mediaType: 'image/png',
    size: 1,
    sha256: picture!.sha256,
    madeAt: instantSchema.parse('2026-03-04T05:06:07.000Z'),
    purpose,
  };
  const heldBack = exhibit.record.artifacts.map(({ path }) => path).filter(path => /png|html/.test(path));
  return { ...exhibit, entry: { ...exhibit.entry, heldBack, workingCopies: [copy] } };
}

const sourcesOf = (html: string, { entry }: ReportExhibit) =>
  [...html.matchAll(/<img[^>]+?src="([^"]+)"/g)]
    .map(([, source = '']) => source)
    .filter(source => source.startsWith(`${entry.directory}/`));

describe('the report of an exhibit whose original is held back', () => {
  const { input, exhibit } = changed(withCopy);
  const html = reportHtml(input);
  const text = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

  it('shows the copy alone, and says what it is and where the original is', () => {
    const [copy] = exhibit.entry.workingCopies!;
    expect(sourcesOf(html, exhibit)).toEqual([`${exhibit.entry.directory}/copies/1.png`]);
    expect(text).toContain(
      `Working copy: 2 areas covered; the original is kept by the producer, SHA-256 ${copy!.of.sha256}`,
    );
    expect(text).toContain('The producer did not give out the original pictures');
    expect(html).toContain('for the &lt;school>');
  });

  it('names every file that is held back as such, with its digest', () => {
    for (const { path, sha256 } of exhibit.record.artifacts.filter(each =>
      exhibit.entry.heldBack!.includes(each.path),
    )) {
      expect(text).toMatch(
        new RegExp(`${path}: [^:]+ Held back by the producer: it is not in this file. ?${sha256}`),
      );
    }
  });

  it('is the same for a recipient who is told none of the words', () => {
    const platform = { ...input, caseRecord: { ...input.caseRecord, recipient: 'platform' as const } };
    expect(sourcesOf(reportHtml(platform), exhibit)).toEqual([`${exhibit.entry.directory}/copies/1.png`]);
  });

  it('the papers for the police name only files that are there', () => {
    expect(
      digestLines(exhibit)
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(['copies/1.png', 'capture.json']);
    expect(exhibitDescription(exhibit)).toContain('working copy of a picture');
    expect(exhibitDescription(exhibit)).toContain('held back by the producer');
  });
});

it('a report shows nothing of pictures that only go as files', () => {
  const { input, exhibit } = changed(one => ({ ...one, hidesPictures: true }));
  for (const recipient of ['own-copy', 'platform'] as const) {
    const html = reportHtml({ ...input, caseRecord: { ...input.caseRecord, recipient } });
    expect(sourcesOf(html, exhibit)).toEqual([]);
    expect(html).toContain('marked as intimate and is not shown here');
  }
});
