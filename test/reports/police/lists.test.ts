import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { type CaptureRecord, captureRecordSchema } from '../../../src/model/capture.ts';
import type { ReportInput } from '../../../src/reports/input.ts';
import { type PoliceFile, policeFiles } from '../../../src/reports/police/files.ts';
import { flood } from '../../samples/cases/flood.ts';
import { officer } from '../../samples/cases/officer.ts';
import { scotland } from '../../samples/cases/scotland.ts';
import type { InventedCase } from '../../samples/cases/story.ts';
import { readDocx } from '../preservation/read-docx.ts';

type Rows = readonly Readonly<Record<string, string>>[];

const madeOfCases = new Map<string, Promise<readonly PoliceFile[]>>();

/** The papers of an invented case, made once; those of an input that a test changed, made anew. */
function filesOf(of: InventedCase | ReportInput): Promise<readonly PoliceFile[]> {
  if (!('inputFor' in of)) return policeFiles(of);
  const made = madeOfCases.get(of.name) ?? policeFiles(of.inputFor('police'));
  madeOfCases.set(of.name, made);
  return made;
}

async function bytesOf(of: InventedCase | ReportInput, path: string): Promise<Uint8Array> {
  const file = (await filesOf(of)).find(each => each.path === `police/${path}`);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.bytes;
}

async function rowsOf(of: InventedCase | ReportInput, path: string): Promise<Rows> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(of, path));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('the list of exhibits', () => {
  it('has the columns of MG12 in their order, one row an exhibit', async () => {
    const input = flood.inputFor('police');
    const rows = await rowsOf(flood, 'exhibit-list.csv');
    expect(Object.keys(rows[0]!)).toEqual([
      'Exhibit reference',
      'Description of exhibit',
      'Produced by',
      'Location',
      'Copy attached (Y/N)',
    ]);
    expect(rows.map(row => row['Exhibit reference'])).toEqual(
      input.exhibits.map(({ entry }) => entry.reference),
    );
    expect(rows[0]).toMatchObject({
      'Produced by': 'Rowan Vale (RV)',
      Location: 'folder data/exhibits/RV_1',
    });
  });

  it('is a list of productions in Scotland', async () => {
    const { text } = readDocx(await bytesOf(scotland, 'exhibit-list.docx'));
    expect(text).toContain('List of productions');
    expect(text).not.toMatch(/\bexhibits?\b(?!\/)|MG12/);
  });

  it('tells which numbers are absent', async () => {
    const { text } = readDocx(await bytesOf(flood, 'exhibit-list.docx'));
    expect(text).toMatch(/RV\/107\nErased by its holder/);
  });
});

test('the chronology is every item once, earliest first, diary entries by when they happened', async () => {
  const rows = await rowsOf(flood, 'chronology.csv');
  const days = rows.map(row => row['Day']!);
  expect(days).toEqual(days.toSorted());
  const references = rows.map(row => row['Reference']!).filter(reference => reference !== '');
  expect(new Set(references).size).toBe(106);
  expect(rows[0]).toMatchObject({
    Kind: 'diary',
    Day: '2026-03-14',
    'Written down (UTC)': '2026-05-10 12:20:00 UTC',
    'How the time is known': 'as told',
  });
});

test('the accounts have every name they went by, and whose the person takes them to be', async () => {
  const rows = await rowsOf(flood, 'accounts.csv');
  expect(rows.map(row => row['Handles'])).toEqual([
    "'@marsh.dale; @not.marsh",
    "'@fenland_dm; @fenland_dm2",
    'quiet.otter.9',
  ]);
  expect(rows.map(row => row['Who it is taken to belong to'])).toEqual(['Dale Marsh', 'Dale Marsh', '']);
  expect(rows[1]?.['Account number']).toBe("'1655500000000000001");
});

test.each([
  [flood, 'Stalking Protection Act 2019, s.1', /non-harassment/],
  [scotland, 'non-harassment order or an interdict', /Stalking Protection/],
  [officer, 'Protection from Stalking Act (Northern Ireland) 2022', /non-harassment/],
] as const)('the annex speaks of the orders of its jurisdiction', async (invented, words, other) => {
  const { text } = readDocx(await bytesOf(invented, 'accounts-annex.docx'));
  expect(text).toContain(words);
  expect(text).not.toMatch(other);
  expect(text).toContain('This is a count and no finding.');
});

test('the continuity sheet tells what was recorded and erased, and has blank rows for those who come after', async () => {
  const { text } = readDocx(await bytesOf(flood, 'continuity-sheet.docx'));
  expect(text.match(/Recorded with Holdfast/g)).toHaveLength(106);
  expect(text).toContain('Erased by its holder; the number is not used again');
  expect(text).toContain('Put into a signed ZIP file');
  expect(text.split('\n').slice(-8 * 8)).toEqual(Array.from({ length: 64 }, () => ''));
});

describe('the schedule of unused material', () => {
  it('is for officers only, each item numbered and described', async () => {
    const rows = await rowsOf(officer, 'unused-material.csv');
    expect(rows.map(row => row['Item number'])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    for (const row of rows) expect(row['Description']).toMatch(/^Record of a .* under the number SE\/\d+$/);
    const unused = officer.inputFor('police').unused ?? [];
    const paths = (await filesOf({ ...scotland.inputFor('police'), unused })).map(({ path }) => path);
    expect(unused).toHaveLength(7);
    expect(paths.filter(path => /unused/.test(path))).toEqual([]);
  });

  it('names more than three of one account and day in one entry, with their quantity', async () => {
    const records = flood.story.records.filter(({ post }) => post?.platform === 'facebook').slice(0, 4);
    const three = await rowsOf(
      { ...officer.inputFor('police'), unused: records.slice(0, 3) },
      'unused-material.csv',
    );
    expect(three).toHaveLength(3);
    const [four, ...others] = await rowsOf(
      { ...officer.inputFor('police'), unused: records },
      'unused-material.csv',
    );
    expect(others).toEqual([]);
    expect(four?.['Description']).toBe(
      '4 records, each of a message or conversation on Facebook under the account quiet.otter.9, recorded under the numbers RV/4, RV/8, RV/12, RV/16',
    );
  });

  it('uses no short forms', async () => {
    const { text } = readDocx(await bytesOf(officer, 'unused-material.docx'));
    expect(text.replace(/https?:\S+/g, '')).not.toMatch(/\b(?:BST|GMT|UTC|URL|ZIP|No\.|ID|e\.g\.)\b/);
  });
});

test('impact notes say that they are no Victim Personal Statement, and elsewhere than in England do not name one', async () => {
  const english = readDocx(await bytesOf(flood, 'impact-notes.docx')).text;
  expect(english).toContain('this is not a Victim Personal Statement');
  for (const heading of ['Emotional', 'Physical', 'Social', 'Work', 'Financial'])
    expect(english).toContain(heading);
  const scots = readDocx(await bytesOf(scotland, 'impact-notes.docx')).text;
  expect(scots).toContain('Impact notes');
  expect(scots).not.toMatch(/Victim Personal Statement|victim statement/i);
});

test('no cell of any table is taken for a formula, whatever an account calls itself', async () => {
  const input = flood.inputFor('police');
  const names = ['=1+1', '@SUM(A1)', '-2+3', '\t=1', '＝1', '+1', '\r\n=1', ' @x'];
  const exhibits = input.exhibits.map((exhibit, index) => ({
    ...exhibit,
    record: hostile(exhibit.record, names[index % names.length]!),
  }));
  const unused = exhibits.map(({ record }) => record);
  const files = await policeFiles({ ...input, exhibits, unused, reporter: officer.story.reporter });
  const tables = files.filter(({ path }) => path.endsWith('.csv'));
  expect(tables).toHaveLength(4);
  for (const { path, bytes } of tables) {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes));
    for (const cell of data.flat()) expect(cell, path).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]|^\d{12,}$/);
  }
});

function hostile(record: CaptureRecord, name: string): CaptureRecord {
  return captureRecordSchema.parse({
    ...record,
    page: { ...record.page, finalAddress: name },
    post: { ...record.post, permalink: name, text: name, account: { handle: name, displayName: name } },
  });
}
