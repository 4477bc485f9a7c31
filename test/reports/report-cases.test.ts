import axe from 'axe-core';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { ReportInput } from '../../src/reports/input.ts';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { inventedCases } from '../samples/cases/cases.ts';
import { flood } from '../samples/cases/flood.ts';
import { officer } from '../samples/cases/officer.ts';
import { scotland } from '../samples/cases/scotland.ts';
import type { InventedCase } from '../samples/cases/story.ts';
import { sampleInput } from '../samples/report.ts';
import { isThorough } from '../thorough.ts';

const notFreedomOfInformation =
  'This is a report of a crime or incident. It is not a Freedom of Information request.';
const referenceAsked = 'Please record this and give me a crime or incident reference number.';

type Page = ReturnType<typeof read>;
const drawn = new Map<string, Page>();

describe('the cover', () => {
  test('says in one line what is asked for, then the lines of every report', () => {
    expect(lines(forPolice(flood), 'header > .asked')).toEqual([
      'What I am asking for: a warning to the person; an order that keeps the person away from me; an investigation. Please stop him from coming to the shop.',
      notFreedomOfInformation,
      referenceAsked,
      'Please do not contact the person I am reporting before you have spoken to me.',
    ]);
    expect(lines(forPolice(scotland), 'header > .asked')).toHaveLength(3);
  });

  test('asks for a reference number when nothing was told, and says whose words are used', () => {
    const page = read(sampleInput());
    expect(lines(page, 'header > .asked')).toEqual([
      `What I am asking for: ${referenceAsked}`,
      notFreedomOfInformation,
    ]);
    expect(textOf(page, 'header')).toContain('words of England and Wales are used');
    expect(textOf(page, 'header')).not.toContain('Who asks');
  });

  test('names who asks as they chose, and the part of the United Kingdom with its prosecutor', () => {
    const cover = textOf(forPolice(scotland), 'header');
    for (const shown of ['Ailsa Thorn', 'she/her', 'not known who it is', 'Scotland', 'Procurator Fiscal'])
      expect(cover).toContain(shown);
  });

  test('flags threats, private information and intimate images, and says 999 beside threats', () => {
    const cover = textOf(forPolice(flood), 'header');
    for (const shown of ['1 item: threat', '1 item: private information', '1 item: intimate image', '999'])
      expect(cover).toContain(shown);
    expect(textOf(forPolice(scotland), 'header')).not.toContain('999');
  });

  test('shows vulnerability only when it was chosen for this recipient', () => {
    const input = scotland.inputFor('police');
    const vulnerability = { vulnerabilities: ['disability'], vulnerabilityWords: 'Please write.' } as const;
    const chosen = {
      ...input,
      vulnerability: { ...vulnerability, vulnerabilities: ['disability' as const] },
    };
    expect(textOf(read(chosen), 'header')).toContain('disabilityPlease write.');
    expect(read(input).querySelector('[aria-label="Vulnerability"]')).toBeNull();
    const platform = { ...chosen, caseRecord: { ...input.caseRecord, recipient: 'platform' as const } };
    expect(reportHtml(platform)).not.toContain('Please write.');
  });

  test('has an officer’s block and speaks of the person affected', () => {
    const cover = textOf(forPolice(officer), 'header');
    for (const shown of ['Detective Constable', 'P12345', 'RM26000042', 'Police Service of Northern Ireland'])
      expect(cover).toContain(shown);
    expect(cover).toContain('What the person affected is asking for: an investigation');
    expect(cover).not.toContain(referenceAsked);
  });
});

describe('the summary', () => {
  const page = forPolice(flood);

  test('counts occasions by person and target, as a fact', () => {
    expect(rows(page, 'Occasions')).toContainEqual([
      'Dale Marsh',
      'the person affected',
      'yes, 3 on 2 days',
      '79',
      '1',
    ]);
    expect(rows(page, 'Occasions')).toContainEqual([
      'Dale Marsh',
      'Elin, my sister',
      'no, 1 on 1 day',
      '1',
      '0',
    ]);
  });

  test('counts items by platform and by account', () => {
    const exhibits = flood.inputFor('police').exhibits.length;
    const sum = (caption: string, column: number) =>
      rows(page, caption).reduce((total, cells) => total + Number(cells[column]), 0);
    expect(sum('Items by account', 2)).toBe(exhibits);
    expect(sum('Items by platform', 1)).toBe(exhibits + 2);
  });

  test('draws the items of each day by account, and has the same numbers in a table', () => {
    const svg = page.querySelector('svg[role="img"]');
    expect(svg?.querySelector('title')?.textContent).not.toBe('');
    const inTable = rows(page, 'Items by day and account');
    expect(inTable.map(([day]) => day)).toEqual(['14 March 2026', '9 May 2026']);
    expect(inTable.reduce((total, [, count]) => total + Number(count), 0)).toBe(106);
    const bars = inTable.flatMap(([, , byAccount = '']) => byAccount.split('; '));
    expect(svg?.querySelectorAll('rect')).toHaveLength(bars.length);
  });

  test('has one row for a day of a hundred messages', () => {
    const [, flooded] = rows(page, 'Each day in one row');
    expect(flooded?.slice(0, 3)).toEqual(['9 May 2026', '105', '07:12:00 BST to 22:39:00 BST']);
    expect(flooded?.[3]).toBe('RV/1 to RV/104, Diary entry 2');
  });

  test('answers the first questions of prosecutors with the tags alone', () => {
    const summary = textOf(page, '#summary');
    expect(summary).toContain('The person tagged 1 item as a threat: RV/58.');
    expect(summary).toContain('as a breach of an order or condition: RV/7, RV/58, Diary entry 2.');
    expect(textOf(forPolice(scotland), '#summary')).toContain('tagged no item as a threat');
  });

  test('has the orders as told', () => {
    expect(textOf(page, '#summary')).toContain('Family Court at Exampleton');
  });
});

describe('the sections', () => {
  test('stand in their order, and the index leads to each and to every exhibit', () => {
    const page = forPolice(flood);
    expect(sections(page)).toEqual([
      'index',
      'summary',
      'threats',
      'chronology',
      'diary',
      'own-words',
      'contacts',
      'rechecks',
      'accounts',
      'exhibits',
      ...flood.inputFor('police').exhibits.map(({ entry }) => entry.reference.replace('/', '_')),
      'continuity',
      'offences',
      'glossary',
      'check',
      'limits',
    ]);
    const led = [...page.querySelectorAll('#index a')].map(link => link.getAttribute('href')?.slice(1));
    expect(led).toEqual(sections(page).slice(1));
  });

  test('the chronology has every exhibit and diary entry, with how each time is known', () => {
    const page = forPolice(flood);
    const all = rows(page, 'Everything in one order');
    expect(all).toHaveLength(108);
    expect(all[0]?.[1]).toBe('14 March 2026, “22:15”as toldwritten down 10 May 2026');
    expect(all.at(-1)?.[1]).toContain('only recorded then');
    expect(all[2]?.[1]).toContain('posted, by the page’s own machine-readable time');
  });

  test('diary entries keep the day of the event and of the entry apart, with every word', () => {
    const entry = textOf(forPolice(flood), '#diary-1');
    expect(entry).toContain('14 March 2026');
    expect(entry).toContain('10 May 2026, 13:20:00 BST');
    expect(entry).toContain('changed once since');
    expect(entry).toContain('I sat in the bathroom until it was quiet.');
  });

  test('impact is called notes and no Victim Personal Statement', () => {
    const words = textOf(forPolice(flood), '#own-words');
    expect(words).toContain('not a Victim Personal Statement');
    expect(words).toContain('I do not open the shop alone any more.');
    expect(words).toContain('Please only write it down for now.');
  });

  test('what was looked at again says since when it was there', () => {
    expect(rows(forPolice(scotland), 'Addresses that were looked at again')).toEqual([
      ['AT/1', expect.stringContaining('21 May 2025'), '1 June 2025', '', 'It has more reposts now.'],
    ]);
  });

  test('accounts name platform, number and whose the producer takes them to be, for conditions to name', () => {
    const part = textOf(forPolice(flood), '#accounts');
    for (const shown of [
      'so that conditions can name them',
      '44550066778',
      'It writes of our dog by name.',
      'no finding',
    ])
      expect(part).toContain(shown);
  });

  test('an exhibit has the person’s tags and what is not true in it', () => {
    const shown = textOf(forPolice(scotland), '#AT_1');
    expect(shown).toContain('What is not true in itI never had access to the fund.');
    expect(shown).toContain('statement said to be untrue; publishing about the person');
    expect(shown).toContain('The treasurer of the hall committee');
  });

  test('unused material is listed in blocks, with its numbers', () => {
    const page = forPolice(officer);
    const blocks = rows(page, 'Unused material');
    expect(blocks[0]?.[1]).toMatch(/^\d+ recordings? \(post\) made on 3 July 2026 of account /);
    const numbers = blocks.flatMap(([, , which = '']) => which.split(', '));
    expect(numbers).toHaveLength(7);
    expect(forPolice(flood).querySelector('#unused')).toBeNull();
  });
});

test('in Scotland everything is a production', () => {
  const text = textOf(forPolice(scotland), 'body');
  expect(text).toContain('Production AT/1');
  expect(text.replaceAll('exhibits/', '')).not.toMatch(/exhibit/i);
});

describe('a platform’s desk', () => {
  test.each(inventedCases)('is told nothing that a person wrote: $name', ({ inputFor }) => {
    const full = inputFor('police');
    const input = { ...full, caseRecord: { ...full.caseRecord, recipient: 'platform' as const } };
    const html = reportHtml(input);
    const told = wordsOf(full).filter(each => each !== full.caseRecord.case.producer.name);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter(each => html.includes(each))).toEqual([]);
    const names = sections(read(input)).filter(id => !/^[A-Z]+_\d+$/.test(id));
    expect(names).toEqual(['index', 'accounts', 'exhibits', 'continuity', 'check', 'limits']);
  });
});

describe.each(inventedCases)('the report of $name', invented => {
  const page = forPolice(invented);

  test('claims no more than it shows', () => {
    expect(textOf(page, 'body')).not.toMatch(
      /\b(valid|authentic\w*|forensic\w*|court-proof|verified|genuine|alleged)\b/i,
    );
    expect(textOf(page, 'header')).toContain('not legal advice');
    expect(textOf(page, '.running')).toContain('It does not prove who operated the account.');
  });

  test('every anchor that is linked to is there once', () => {
    const names = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const link of page.querySelectorAll('a'))
      expect(names).toContain(link.getAttribute('href')?.slice(1));
  });
});

test.runIf(isThorough)('axe finds nothing in a report that has every section', async () => {
  const window = new Window({
    url: 'http://localhost/',
    settings: {
      disableJavaScriptFileLoading: true,
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
    },
  });
  const { exhibits, custody, ...input } = flood.inputFor('police');
  const few = { ...input, exhibits: exhibits.slice(57, 59), custody: custody.slice(0, 3) };
  window.document.write(reportHtml(few));
  window.eval(axe.source);
  const result: axe.AxeResults = await window.eval(
    'axe.run(document, { rules: { "color-contrast": { enabled: false } } })',
  );
  expect(result.violations.map(violation => [violation.id, violation.nodes[0]?.html])).toEqual([]);
});

function read(input: ReportInput) {
  const { document } = new Window({ url: 'http://localhost/' });
  document.write(reportHtml(input));
  return document;
}

/** As the police get it; drawn and read once, because that takes long. */
function forPolice(of: InventedCase): Page {
  const page = drawn.get(of.name) ?? read(of.inputFor('police'));
  drawn.set(of.name, page);
  return page;
}

function textOf(page: Page, selector: string): string {
  const found = page.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found.textContent.replace(/\s+/g, ' ').trim();
}

function lines(page: Page, selector: string): readonly string[] {
  return [...page.querySelectorAll(`${selector} p`)].map(({ textContent }) => textContent.trim());
}

function sections(page: Page): readonly string[] {
  return [...page.querySelectorAll('main > section[id]')].map(({ id }) => id);
}

/** The cells of the table whose caption begins so. */
function rows(page: Page, caption: string): readonly (readonly string[])[] {
  const table = [...page.querySelectorAll('table')].find(each =>
    each.querySelector('caption')?.textContent.startsWith(caption),
  );
  if (table === undefined) throw new Error(`no table ${caption}`);
  return [...table.querySelectorAll('tbody tr')].map(row =>
    [...row.children].map(({ textContent }) => textContent.trim()),
  );
}

/** Every sentence that a person wrote: of the case, of an exhibit, in the diary. */
function wordsOf({ caseRecord: { notes = [], exhibits } }: ReportInput): readonly string[] {
  const written = [
    ...notes.flatMap(({ versions }) => versions.map(({ note }) => note as Readonly<Record<string, unknown>>)),
    ...exhibits.flatMap(({ words }) => words.map(each => each.words as Readonly<Record<string, unknown>>)),
  ];
  return written
    .flatMap(each => Object.entries(each))
    .filter(([name]) => !['kind', 'platform', 'captureId', 'caseReference'].includes(name))
    .flatMap(([, value]) => (typeof value === 'string' && value.includes(' ') ? [value] : []));
}
