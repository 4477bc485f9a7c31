import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { type Matter, matterOf } from '../../../src/matter/matter.ts';
import { contentCategorySchema } from '../../../src/model/content.ts';
import { jurisdictionSchema, untoldDetails } from '../../../src/model/details.ts';
import { matterOfInput } from '../../../src/reports/input.ts';
import { offenceCells, offencesFor, offenceTable } from '../../../src/reports/offences/offences.ts';
import {
  lastIncidentOf,
  sixMonthsAfter,
  summaryOnlyWords,
} from '../../../src/reports/offences/time-limits.ts';
import { OffencesPart } from '../../../src/reports/report/offences-part.tsx';
import { inventedCases } from '../../samples/cases/cases.ts';
import { flood } from '../../samples/cases/flood.ts';
import { scotland } from '../../samples/cases/scotland.ts';

const nothing: Matter = matterOf({ exhibits: [], notes: [] });
const jurisdictions = jurisdictionSchema.options;

test.each([
  ['2026-06-01', '2026-12-01'],
  ['2026-05-09', '2026-11-09'],
  ['2026-03-31', '2026-09-30'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2027-08-30', '2028-02-29'],
  ['2026-08-28', '2027-02-28'],
  ['2026-02-28', '2026-08-28'],
  ['2026-10-31', '2027-04-30'],
  ['2026-12-31', '2027-06-30'],
  ['2099-08-29', '2100-02-28'],
])('six months after %s are over on %s', (day, end) => {
  expect(sixMonthsAfter(day)).toBe(end);
});

describe('the dates of summary-only offences', () => {
  it('are told as information, from the last incident', () => {
    expect(summaryOnlyWords({ day: '2026-05-09', basis: 'known' })[0]).toBe(
      'Last incident 9 May 2026; six months end on 9 November 2026. Ask the police or a lawyer now.',
    );
    expect(lastIncidentOf(matterOfInput(flood.inputFor('police')))).toEqual({
      day: '2026-05-09',
      basis: 'known',
    });
  });

  it('do not take the day of recording for that of the incident', () => {
    const { exhibits } = scotland.inputFor('police');
    const [{ record }] = exhibits as [(typeof exhibits)[0]];
    const { postedAt: _, ...post } = record.post!;
    const matter = matterOf({
      exhibits: [{ record: { ...record, post: { ...post, postedAt: [] } } }],
      notes: [],
    });
    expect(lastIncidentOf(matter)).toEqual({ day: '2025-05-21', basis: 'recorded' });
    expect(summaryOnlyWords(lastIncidentOf(matter)).join()).toMatch(/is not known.*happened then or before/);
  });

  it('never say that it is too late, however long ago', () => {
    for (const last of [
      undefined,
      { day: '1999-01-31', basis: 'known' },
      { day: '1999-01-31', basis: 'recorded' },
    ] as const) {
      const words = summaryOnlyWords(last).join(' ');
      expect(words).toContain('Ask the police or a lawyer now.');
      expect(words).not.toMatch(/too late|expired|out of time/i);
    }
  });
});

describe.each(jurisdictions)('the table of %s', jurisdiction => {
  const { offences } = offenceTable(jurisdiction);
  const sheet = offencesFor({ ...nothing, details: { ...untoldDetails, jurisdiction } });

  it('marks what was not read, says where the rest was, and names each provision once', () => {
    for (const offence of offences) {
      if (offence.confirmed) expect(offence.source, offence.section).not.toBe('');
      expect(offenceCells(offence)[0].includes('not confirmed'), offence.section).toBe(
        !offence.confirmed || offence.section.includes('not confirmed'),
      );
      if (!offence.mode.confirmed)
        expect(offenceCells(offence)[2]).toContain('not confirmed, checked 21 November 2026');
      if (!offence.limitConfirmed)
        expect(offenceCells(offence)[3]).toContain('not confirmed, checked 21 November 2026');
    }
    const names = offences.map(({ act, section }) => `${act} ${section}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is told whole, as what may be relevant and as no advice', () => {
    expect([...sheet.relevant, ...sheet.others].length).toBe(offences.length);
    expect(sheet.sentences.join(' ')).toContain('This is not legal advice.');
    expect(sheet.sentences.join(' ')).toContain('It does not say that anybody did anything.');
  });

  it('has something for a threat, for hate and for an intimate image', () => {
    for (const category of ['threat', 'hate', 'intimate-image'] as const)
      expect(
        offences.some(({ topics }) => topics.includes(category)),
        category,
      ).toBe(true);
    const known: readonly string[] = [...contentCategorySchema.options, 'general', 'order', 'domestic'];
    for (const topic of offences.flatMap(({ topics }) => topics)) expect(known).toContain(topic);
  });
});

test('what goes with the tags of a case stands before what merely exists', () => {
  const { relevant, others, jurisdictionName } = offencesFor(matterOfInput(scotland.inputFor('police')));
  expect(jurisdictionName).toBe('Scotland');
  const has = (list: typeof relevant, section: string) => list.some(offence => offence.section === section);
  expect(has(relevant, 's.127(2)(a), (b), (c)')).toBe(true);
  expect(has(relevant, 's.39')).toBe(true);
  expect(has(others, 's.184')).toBe(true);
  expect(has(relevant, 's.184')).toBe(false);
});

test('where nobody said which law it is, that is said', () => {
  expect(offencesFor(nothing).sentences.join(' ')).toContain('does not say which part of the United Kingdom');
});

test.each(inventedCases)('the part of the report for $name says the same', ({ inputFor }) => {
  const matter = matterOfInput(inputFor('police'));
  const html = renderToString(<OffencesPart facts={{ matter }} />);
  const { relevant, others, sentences, dates } = offencesFor(matter);
  const rows = [...html.matchAll(/<tr>(?:(?!<\/tr>).)*<td/g)];
  expect(rows).toHaveLength(relevant.length + others.length);
  for (const sentence of [...sentences, ...dates]) expect(html).toContain(sentence);
});
