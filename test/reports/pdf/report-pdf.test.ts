import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfProgress } from '../../../src/reports/pdf/place-pictures.ts';
import { limitsLine } from '../../../src/words/limits.ts';
import { digestOf } from '../../samples/digest.ts';
import { copyOfPost, makePdf } from '../../samples/pdf.ts';
import { sampleInput } from '../../samples/report.ts';
import { isThorough } from '../../thorough.ts';
import { manyExhibits } from './many.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

describe('the report as PDF', () => {
  let read: ReadPdf;
  beforeAll(async () => {
    read = readPdf(await makePdf(sampleInput()));
  });

  it('has the case, the exhibits, the number of the page and the limits line on every page', () => {
    const count = read.flat.length;
    expect(count).toBeGreaterThan(8);
    for (const [index, page] of read.flat.entries()) {
      expect(page).toContain('Matter of June 2026');
      expect(page).toContain('ABC/1 to ABC/2');
      expect(page).toContain(`Page ${index + 1} of ${count}`);
      expect(page).toContain(limitsLine);
    }
  });

  it('begins with the cover on one page, and the index behind it', () => {
    expect(read.flat[0]).toContain('This report is not legal advice.');
    expect(read.flat[1]).toMatch(/Index Summary \d+ .*Exhibit ABC\/1 \d+ Exhibit ABC\/2 \d+ Continuity \d+/);
  });

  it('names in the index the page on which each section begins', () => {
    const lines = indexOf(read);
    expect(lines.map(([text]) => text)).toContain('Words used in this report');
    for (const [text, page] of lines) expect(linesOf(read, page)).toContain(text);
  });

  it('holds every section of report.html', () => {
    const all = read.flat.join(' ');
    for (const part of [
      'Continuity',
      'Hand-over after the export',
      'Times, by four separate clocks',
      'It answers this post',
    ])
      expect(all).toContain(part);
    expect(all).toContain('I know where you live. <script>alert("x")</script> [U+202E]gnp.exe[U+0000]');
    expect(all).toContain('Re-drawing, not a screenshot');
    expect(all).toContain('Partial: at least one step failed.');
  });

  it('draws one picture an exhibit, and says of each what it is and where the evidentiary copy lies', () => {
    expect(read.images).toHaveLength(2);
    for (const image of read.images) expect(image).toMatch(/\b1196\s+640\b.*\bjpeg\b/);
    const all = read.flat.join(' ').replaceAll(' ', '');
    expect(all).toContain(
      `smallerJPEGcopy,forreadingonly.TheevidentiarycopyisintheZIP:data/exhibits/ABC_1/screenshot-post.png.ItsSHA-256is${digestOf('screenshot-post.png')}.`,
    );
  });

  it('leaves the details of a recording to the record, and says where that is', () => {
    const all = read.flat.join(' ').replaceAll(' ', '');
    expect(all).toContain('Everythingthatwasrecorded,asdata:exhibits/ABC_1/capture.json');
    for (const detail of ['screenshot-viewport.png', 'Devicepixels', 'Window(viewport)1280'])
      expect(all).not.toContain(detail);
  });

  it('has a neutral title, the language and the time of the export', () => {
    expect(read.facts).toMatch(/^Title: +Report of recorded web pages$/m);
    expect(read.facts).toMatch(/^CreationDate: +Wed Dec +2 10:08:00 2026 UTC$/m);
    expect(read.facts).toMatch(/^Encrypted: +no$/m);
    expect(read.facts).toMatch(/^JavaScript: +no$/m);
    expect(read.facts).not.toMatch(/Anna|Clark/);
  });

  it('has a place for every exhibit that the list links to', () => {
    for (const id of ['ABC_1', 'ABC_2']) expect(read.destinations).toContain(`"${id}"`);
  });
});

describe('what the PDF is made from', () => {
  it('is all that it depends on: the same input gives the same bytes', async () => {
    const [first, second] = [await makePdf(sampleInput()), await makePdf(sampleInput())];
    expect(Buffer.compare(first, second)).toBe(0);
    const other = await makePdf(sampleInput({ exportedAt: '2026-12-03T10:08:00.000Z' as never }));
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it('is a picture in pieces where a page is tall', async () => {
    const read = readPdf(await makePdf(sampleInput(), { pictures: async () => copyOfPost(3) }));
    expect(read.images).toHaveLength(6);
    expect(read.flat.join(' ')).toContain('It is cut into 3 parts, from top to bottom.');
  });

  it('need not be a picture', async () => {
    const read = readPdf(await makePdf(sampleInput(), { pictures: async () => undefined }));
    expect(read.images).toHaveLength(0);
    expect(read.flat.join(' ')).toContain('This picture is not drawn here.');
  });

  it('is asked for by folder and path, the first picture of each exhibit only', async () => {
    const asked: string[] = [];
    await makePdf(sampleInput(), {
      pictures: async (directory, path) => {
        asked.push(`${directory} ${path}`);
        return undefined;
      },
    });
    expect(asked).toEqual(['exhibits/ABC_1 screenshot-post.png', 'exhibits/ABC_2 screenshot-full-page.png']);
  });

  it('stops between two pictures', async () => {
    const stopping = new AbortController();
    let asked = 0;
    const making = makePdf(manyExhibits(5), {
      signal: stopping.signal,
      pictures: async () => {
        asked += 1;
        if (asked === 2) stopping.abort(new Error('stopped by hand'));
        return undefined;
      },
    });
    await expect(making).rejects.toThrow('stopped by hand');
    expect(asked).toBe(2);
  });

  it('tells how far it is, never backwards', async () => {
    const told: PdfProgress[] = [];
    await makePdf(sampleInput(), { onProgress: progress => told.push(progress) });
    expect(told[0]).toEqual({ phase: 'pictures', done: 0, total: 2 });
    expect(told.at(-1)).toEqual({ phase: 'pages', done: 100, total: 100 });
    const order = told.map(({ phase, done }) => (phase === 'pages' ? 1000 : 0) + done);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('text in the PDF', () => {
  const drawn = [
    'Plain words – “quoted”, £5 and €10 …',
    'Ŵyth ŷd, tŷ’r ŵyl, môr, llŷn, Ẁ ẃ Ẅ',
    'Γειά σου Κόσμε, ΰ Ώ ς',
    'Привіт, Ґанок їжак єдність; съешь ё; Љубљана Ђурђевић; Ќе ѓ',
    'Tiếng Việt: Đường phố Nguyễn Huệ, ỡ ỹ ằ',
    'Zażółć gęślą jaźń, Łódź; Příliš žluťoučký kůň; şğıİ; țș; ð þ ø å ß ẞ',
  ];
  const marked: readonly (readonly [text: string, count: number])[] = [
    ['مرحبا بالعالم', 13],
    ['שלום עולם', 9],
    ['你好世界', 4],
    ['नमस्ते', 3],
    ['👨‍👩‍👧', 1],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿🙂', 2],
  ];
  let text: string;
  beforeAll(async () => {
    const lines = [...drawn, ...marked.map(([words]) => `before ${words} after`)];
    const pdf = await makePdf(manyExhibits(1, () => lines.join('\n')));
    text = readPdf(pdf).pages.join('\n');
  });

  it.each(drawn)('survives to the letter: %s', line => {
    expect(text).toContain(line);
  });

  it.each(marked)('is marked once a run where it cannot be drawn: %s', (words, count) => {
    const characters = count === 1 ? 'character' : 'characters';
    expect(text).toContain(`before ‹not drawn: ${count} ${characters}; see report.html and text.txt› after`);
    expect(text).not.toContain(words);
  });

  it('is all there, however long', async () => {
    const lines = Array.from({ length: 400 }, (_, line) => `line ${line} ${'word '.repeat(line % 30)}end`);
    const long = 'a'.repeat(3000);
    const pdf = await makePdf(manyExhibits(1, () => [...lines, `https://example.org/${long}`].join('\n')));
    const flat = readPdf(pdf).flat.join(' ');
    for (const line of ['line 0 end', 'line 199 ', 'line 399 ']) expect(flat).toContain(line);
    for (let line = 0; line < 400; line++) expect(flat).toContain(`line ${line} `);
    expect(flat.replaceAll(limitsLine, '').match(/a{8,}/g)?.join('').length).toBeGreaterThanOrEqual(2990);
  });
});

/** As many as came in one day to whom this is for. */
const aDay = isThorough ? 104 : 30;

describe(`${aDay} exhibits`, () => {
  it('are one file under 60 MB with an index, a picture each and none lost', async () => {
    const pdf = await makePdf(manyExhibits(aDay));
    expect(pdf.length).toBeLessThan(60_000_000);
    const read = readPdf(pdf);
    expect(read.images).toHaveLength(aDay);
    const all = read.flat.join(' ');
    for (let number = 1; number <= aDay; number++) expect(all).toContain(`Message ${number} of many.`);
    const lines = indexOf(read);
    expect(lines.filter(([text]) => text.startsWith('Exhibit ABC/'))).toHaveLength(aDay);
    for (const [text, page] of lines) expect(linesOf(read, page)).toContain(text);
    expect(read.flat.at(-1)).toContain(`Page ${read.flat.length} of ${read.flat.length}`);
  });
});

/** The lines of the index: what each names, and the page it gives. */
function indexOf({ pages }: ReadPdf): readonly (readonly [string, number])[] {
  const start = pages.findIndex(page => /^Index$/m.test(page));
  const end = pages.findIndex((page, index) => index > start && /^Summary$/m.test(page));
  const lines = pages
    .slice(start, end)
    .join('\n')
    .split('\n')
    .filter(line => line !== '');
  return lines.flatMap((line, index) => {
    const page = lines[index + 1];
    return /^\d+$/.test(page ?? '') ? [[line, Number(page)] as const] : [];
  });
}

/** The lines of a page; a short section begins in the midst of one. */
function linesOf({ pages }: ReadPdf, page: number): readonly string[] {
  return (pages[page - 1] ?? '').split('\n');
}
