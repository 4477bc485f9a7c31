import { describe, expect, it, test } from 'vitest';
import type { Capacity, Jurisdiction } from '../../../src/model/details.ts';
import type { ReportInput } from '../../../src/reports/input.ts';
import { policeFiles } from '../../../src/reports/police/files.ts';
import { policeCaseOf } from '../../../src/reports/police/police-case.ts';
import { statementDraft } from '../../../src/reports/police/statement.ts';
import { flood } from '../../samples/cases/flood.ts';
import { officer } from '../../samples/cases/officer.ts';
import { scotland } from '../../samples/cases/scotland.ts';
import { readDocx } from '../preservation/read-docx.ts';

const draftMark = 'DRAFT - not a statement until you have read, corrected and signed it';

async function draftOf(input: ReportInput) {
  const file = (await policeFiles(input)).find(({ path }) => path === 'police/statement-draft.docx');
  return readDocx(file!.bytes);
}

describe('the draft for England and Wales, read by python-docx', async () => {
  const input = flood.inputFor('police');
  const { text, headers, footers } = await draftOf(input);
  const lines = text.split('\n');

  it('has the declaration word for word, with the number of pages blank', () => {
    const declaration = lines.find(line => line.startsWith('This statement (consisting of'));
    expect(declaration?.replace(/…+/, '...')).toBe(
      'This statement (consisting of ... page(s) each signed by me) is true to the best of my knowledge and belief and I make it knowing that, if it is tendered in evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false, or do not believe to be true.',
    );
    expect(text).toContain('Criminal Procedure Rules, r 16.2; Criminal Justice Act 1967, s. 9');
  });

  it('is a draft on every page, and signed and dated nowhere', () => {
    expect(headers).toEqual([draftMark]);
    const places = [...lines, ...footers].filter(line => line.startsWith('Signature'));
    expect(places.length).toBeGreaterThanOrEqual(3);
    for (const place of places)
      expect(place).toMatch(/^(?:\t?(?:Signature|Signature witnessed by|Date) \t)+$/);
  });

  it('produces each exhibit from its record, with the digests of picture and record', () => {
    for (const { entry, record } of input.exhibits) {
      const picture = record.artifacts.find(({ role }) => role.startsWith('screenshot-'));
      expect(text).toContain(`I produce it as my exhibit ${entry.reference}: `);
      expect(text).toContain(`capture.json SHA-256 ${entry.recordSha256}`);
      // A picture that stays back is not produced either.
      if (picture !== undefined)
        expect(text.includes(`SHA-256 ${picture.sha256}`)).toBe(entry.heldBack === undefined);
      expect(text).toContain(`the page “${record.page?.title}” at ${record.page?.finalAddress}`);
    }
    expect(text).toContain(
      'On 10 May 2026 at 10:00:00 BST (UK time) I used the browser extension Holdfast, version 0.1.0, on [my computer]',
    );
    expect(text).toContain('while signed in as @rowan_vale');
  });

  it('tells what was written in its own words, and leaves a blank where nothing was', () => {
    const paragraphs = text.split('I produce it as my exhibit ');
    const of = (reference: string) =>
      paragraphs[paragraphs.findIndex(part => part.startsWith(`${reference}:`)) - 1]!.split(
        'capture.json',
      ).at(-1);
    expect(of('RV/58')).toContain('He says he will come to the house.');
    expect(of('RV/58')).not.toContain('[describe what you saw]');
    expect(of('RV/57')).toContain('[describe what you saw]');
    expect(of('RV/77')).toContain('may differ from what I saw');
    expect(of('RV/40')).toContain('The record is partial');
    for (const reference of ['RV/40', 'RV/77'])
      expect(of(reference)).not.toContain('The record shows what I saw');
  });

  it('goes in order of time, keeps when a diary entry was written, and ends with the effect', () => {
    const places = [
      'After I moved out',
      'He rang and knocked',
      'exhibit RV/1:',
      'exhibit RV/58:',
      'exhibit RV/104:',
      'I go to work by another road.',
      'About RV/58: I slept at my sister’s.',
    ].map(words => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toMatch(/I wrote this down on 10 May 2026 at 13:20:00 BST\. I changed the words later/);
  });

  it('leaves name, age and occupation to a pen', () => {
    const fields = policeHead('england-wales');
    expect(fields.filter(([, value]) => value === undefined).map(([label]) => label)).toEqual([
      'URN',
      'Statement of',
      'Age if under 18 (if over 18 insert “over 18”)',
      'Occupation',
    ]);
  });
});

test('the draft for Northern Ireland has its declaration, and says after it that its words are not confirmed', async () => {
  const { text } = await draftOf(officer.inputFor('police'));
  const paragraphs = text.split('\n');
  const declaration = paragraphs.find(line => line.startsWith('I declare that this statement'));
  expect(declaration).toContain('at a preliminary enquiry or at the trial of any person');
  expect(declaration).not.toContain('not confirmed');
  const note = paragraphs.find(line => line.includes('the wording of the declaration'));
  expect(note).toContain('not confirmed, checked 21 November 2026');
  expect(text.indexOf(note!)).toBeGreaterThan(text.indexOf('not part of the statement'));
  expect(text).toContain('Signature of the person who recorded it');
  expect(text).toContain('I am Detective Constable');
});

test('the Scots draft tells of productions, and declares nothing', async () => {
  const { text } = await draftOf(scotland.inputFor('police'));
  expect(text).toContain('I produce it as my production AT/1');
  expect(text).not.toMatch(/\bexhibit\b|liable to prosecution|s\. ?9\b|WITNESS STATEMENT/);
  expect(text).toContain('Procurator Fiscal');
});

test.each([
  ['helper', 'I help Rowan Vale, to whom this was done.'],
  ['parent-or-carer', 'I am the parent or carer of Rowan Vale'],
  ['representative', 'I act for Rowan Vale'],
  ['witness', 'I am a witness.'],
] as const)('a %s does not speak as the person it was done to', (capacity, words) => {
  const { blocks } = statementDraft({
    ...policeCaseOf(flood.inputFor('police')),
    capacity: capacity as Capacity,
  });
  const text = JSON.stringify(blocks);
  expect(text).toContain(words);
  expect(text).not.toContain('I am the person to whom this was done');
  expect(text).not.toContain('Name I use');
  expect(text).toContain('Effect, as I saw it or was told of it');
});

function policeHead(jurisdiction: Jurisdiction) {
  const { blocks } = statementDraft({ ...policeCaseOf(flood.inputFor('police')), jurisdiction });
  return blocks.flatMap(block => (block.kind === 'form' ? block.fields : []));
}
