import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { captureChecks } from '../../src/model/capture-check.ts';
import { checkWords } from '../../src/model/capture-check-words.ts';
import type { ReportInput } from '../../src/reports/input.ts';
import { exhibitDescription } from '../../src/reports/police/item-words.ts';
import { FoldedChecks } from '../../src/reports/report/checks-part.tsx';
import { PagePart } from '../../src/reports/report/page-part.tsx';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { checksWith } from '../samples/checks.ts';
import { sampleInput } from '../samples/report.ts';

const input = sampleInput();

function firstRecord(): CaptureRecord {
  const record = input.exhibits[0]?.record;
  if (record === undefined) throw new Error('no exhibit');
  return record;
}

/** The words of the first exhibit's section in a report in which its record says something else. */
function sectionWith(change: Partial<CaptureRecord>): string {
  const changed: ReportInput = {
    ...input,
    exhibits: input.exhibits.map((one, index) =>
      index === 0 ? { ...one, record: { ...one.record, ...change } } : one,
    ),
  };
  const html = reportHtml(changed);
  const from = html.indexOf('class="sheet exhibit"');
  return wordsOf(html.slice(from, html.indexOf('class="sheet exhibit"', from + 1)));
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
}

describe('under each exhibit', () => {
  it('stands what was checked, each check by name', () => {
    const words = sectionWith({ outcome: 'complete', checks: checksWith() });
    expect(words).toContain('Complete; every check held.');
    for (const check of captureChecks) expect(words).toContain(checkWords[check]);
    expect(words).toContain('What was not: nothing; every check was made and held.');
  });

  it('stands what was not, with the record’s own sentence', () => {
    const words = sectionWith({
      outcome: 'partial',
      checks: checksWith({
        bands: ['failed', 'Rows 800 to 1600 are <white>.'],
        copy: ['not-made', 'The page did not answer.'],
        seams: ['not-needed', ''],
      }),
    });
    const [, checked = '', not = ''] = /What was checked: (.*?)What was not: (.*?)\.[A-Z]/s.exec(words) ?? [];
    expect(checked).toContain(checkWords.frames);
    for (const check of ['bands', 'copy', 'seams'] as const) expect(checked).not.toContain(checkWords[check]);
    expect(not).toContain(`${checkWords.bands} (did not hold: Rows 800 to 1600 are &lt;white>)`);
    expect(not).toContain(`${checkWords.copy} (was not checked: The page did not answer)`);
    expect(not).toContain(`${checkWords.seams} (was not needed)`);
  });

  it('stands that a record has no checks, and never that they held', () => {
    const { checks: _, ...record } = firstRecord();
    const words = sectionWith({ ...record, outcome: 'complete' });
    expect(words).toContain('Complete; no checks are in its record.');
    expect(words).not.toContain('What was checked');
    expect(words).not.toContain('every check held');
  });

  it('a check that the record leaves out was not checked', () => {
    const words = sectionWith({ checks: checksWith().filter(({ check }) => check !== 'text') });
    expect(words).toContain(
      `${checkWords.text} (was not checked: The record does not say that this was checked)`,
    );
  });
});

it('an exhibit’s page has one line, and every check behind it', () => {
  const record = { ...firstRecord(), checks: checksWith({ late: ['failed', 'One picture had not come.'] }) };
  const html = renderToString(<FoldedChecks record={record} />);
  expect(wordsOf(/<summary>.*?<\/summary>/.exec(html)?.[0] ?? '')).toBe(
    `12 of 13 checks held; ${checkWords.late} (did not hold).`,
  );
  expect(html.match(/<li>/g)).toHaveLength(13);
  expect(wordsOf(html)).toContain('One picture had not come.');
});

describe('the page and the browser', () => {
  const { page: shown, software } = firstRecord();
  if (shown === undefined) throw new Error('no page');
  const partOf = (change: Partial<typeof shown>) =>
    wordsOf(renderToString(<PagePart page={{ ...shown, ...change }} software={software} />));

  it.each([
    [404, 'The server answered 404 (not found). What is shown may be its error page.'],
    [500, 'The server answered 500 (an error of the server). What is shown may be its error page.'],
    [418, 'The server answered 418 (request refused). What is shown may be its error page.'],
    [200, 'The server answered 200 (OK).'],
  ])('says the answer of the server in words: %i', (httpStatus, words) => {
    expect(partOf({ httpStatus })).toContain(words);
  });

  it('says nothing of an answer that is not known', () => {
    expect(partOf({ httpStatus: undefined })).not.toContain('The server answered');
  });

  it('says which part was recorded in both directions, what was scrolled, and how far two fingers zoomed', () => {
    const words = partOf({
      recordedRange: { top: 0, bottom: 812.333333, left: 40, right: 1320 },
      scroller: 'the list of messages',
      visualViewport: { x: 100, y: 50, width: 640, height: 360, scale: 2 },
    });
    expect(words).toContain('from 0 to 812.33 CSS pixels from the top, and from 40 to 1320 from the left');
    expect(words).toContain('the list of messages');
    expect(words).toContain('200 %: 640 × 360 CSS pixels of the window were in view');
    expect(partOf({ recordedRange: { top: 0, bottom: 9 } })).toContain(
      'from 0 to 9 CSS pixels from the topZoom',
    );
  });
});

it('a list of exhibits says that a check was missed and that the server answered with an error', () => {
  const [exhibit] = input.exhibits;
  if (exhibit?.record.page === undefined) throw new Error('no exhibit');
  const record = captureRecordSchema.parse({
    ...exhibit.record,
    page: { ...exhibit.record.page, httpStatus: 410 },
    checks: checksWith({ text: ['not-made', 'No answer.'] }),
  });
  const words = exhibitDescription({ ...exhibit, record });
  expect(words).toContain(`12 of 13 checks held; ${checkWords.text} (was not checked).`);
  expect(words).toContain('The server answered 410 (gone for good).');
  expect(exhibitDescription(exhibit)).not.toMatch(/checks|server/);
});
