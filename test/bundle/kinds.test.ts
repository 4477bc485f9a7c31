import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textBytes } from '../../src/bundle/layout.ts';
import { examine } from '../../src/bundle/verify/kinds/examine.ts';
import { readMarkup } from '../../src/bundle/verify/kinds/markup.ts';
import { kindAt } from '../../src/bundle/verify/kinds/places.ts';
import { styleReferences } from '../../src/bundle/verify/kinds/style-sheet.ts';
import { readTable } from '../../src/bundle/verify/kinds/table.ts';
import { printPath } from '../../src/exporting/plan/report-paths.ts';
import { documentsOf } from '../reports/cases/documents.ts';
import { inventedCases } from '../samples/cases/cases.ts';
import { actingPdf, pdfOf } from './tamper/pdf-forgery.ts';

const copy = 'data/exhibits/ABC_1/page.html';
const draft = 'data/police/statement-draft.docx';
const codes = (path: string, bytes: Uint8Array | string) =>
  examine(path, typeof bytes === 'string' ? textBytes(bytes) : bytes).concerns.map(({ code }) => code);

/** What Holdfast writes first into a copy of a page. */
const head = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head>`;

describe('what Holdfast itself writes', () => {
  it.each(inventedCases)('has nothing wrong with it in $name', async invented => {
    const isSmall = invented.name === 'scotland';
    const documents = await documentsOf(invented, 'police', isSmall ? {} : { documentsLeftOut: [printPath] });
    expect(documents.length).toBeGreaterThan(10);
    for (const { path, bytes } of documents) {
      expect.soft(kindAt(path), path).toBeDefined();
      expect.soft(examine(path, bytes).concerns, path).toEqual([]);
    }
  });

  it.each([
    ['a picture within itself', '<img alt="a > b" src="data:image/png;base64,AA==">'],
    [
      'an address that is kept as text',
      '<a href="#" data-original-href="https://example.org/?a=1&amp;b=2">x</a>',
    ],
    ['a part of the same drawing', '<svg><use href="#a"></use><rect fill="url(#b)"></rect></svg>'],
    ['a style sheet with pictures in it', '<style>p{background:url("data:image/png;base64,AA==")}</style>'],
    [
      'a dead address in a style sheet',
      '<style>p{background:url("data:,https%3A%2F%2Fexample.org")}</style>',
    ],
    [
      'an address in the words of a style sheet',
      '<style>p::before{content:"url(https://example.org/)"}</style>',
    ],
    ['an address in a comment of a style sheet', '<style>/* url(https://example.org/) */</style>'],
    ['a comparison in a style sheet', '<style>@media (width <= 600px){p{color:red}}</style>'],
    [
      'a form that does not send',
      '<form data-original-action="https://example.org/"><input type="submit"></form>',
    ],
    ['a shadow', '<div><template shadowrootmode="open"><p>x</p></template></div>'],
    ['words that would be a script in UTF-7', '<p>+ADw-script+AD4-</p>'],
    ['words about scripts', '<p>&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p>'],
  ])('has nothing wrong with it: %s', (_, body) => {
    expect(codes(copy, `${head}<body>${body}</body></html>`)).toEqual([]);
  });

  it('is a PDF, a table and a Word document', () => {
    expect(codes('data/report.pdf', actingPdf(''))).toEqual([]);
    expect(codes('data/police/accounts.csv', '\uFEFFa,b\r\n\'=1+1,-5\r\n"a""b",\r\n')).toEqual([]);
  });
});

describe('a style that does not end, in a copy that forbids loading', () => {
  const body = `<body><p style="background:url('https://example.org/a.png">x</p></body></html>`;

  it('is worth knowing, and no alteration', () => {
    expect(codes(copy, `${head}${body}`)).toEqual(['content.reference.blocked']);
  });

  it('is one where nothing forbids it', () => {
    expect(codes(copy, `<!DOCTYPE html><html><head></head>${body}`)).toEqual(['content.active.present']);
  });
});

describe('a PDF', () => {
  const catalogue = '<<\n/Type /Catalog\n>>';

  it.each([
    ['with bytes after its end', pdfOf([catalogue], '%%EOF\n')],
    ['with changes after its end', pdfOf([catalogue], '1 0 obj\n<<\n/OpenAction 2 0 R\n>>\nendobj\n%%EOF\n')],
    ['with an object inside the data of another', hidden()],
    ['with an object twice', twice()],
    ['that is cut short', pdfOf([catalogue]).subarray(0, 60)],
    ['with a comment in it', pdfOf(['<<\n% x\n/Type /Catalog\n>>'])],
    ['that is encrypted', pdfOf(['<<\n/Filter /Standard >> >>'])],
  ])('%s is not as Holdfast builds one', (_, bytes) => {
    expect(codes('data/report.pdf', bytes)).toEqual(['file.kind.unexpected']);
  });

  /** The list says that object 2 stands within the stream of object 1. */
  function hidden(): Uint8Array {
    const inside = '2 0 obj\n<<\n/S /Launch\n>>\nendobj\n';
    const text = Buffer.from(
      pdfOf([`<<\n/Length ${inside.length}\n>>\nstream\n${inside}\nendstream`]),
    ).toString('latin1');
    const place = String(text.indexOf('2 0 obj')).padStart(10, '0');
    const changed = text.replace('xref\n0 2', 'xref\n0 3').replace('trailer', `${place} 00000 n \ntrailer`);
    return new Uint8Array(Buffer.from(changed, 'latin1'));
  }

  function twice(): Uint8Array {
    const text = Buffer.from(pdfOf([catalogue, catalogue])).toString('latin1');
    return new Uint8Array(Buffer.from(text.replace('2 0 obj', '1 0 obj'), 'latin1'));
  }
});

describe('a Word document', () => {
  it('that unpacks to far more than it is long is not unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 1 });
    expect(codes(draft, bomb)).toEqual(['file.kind.unexpected']);
  });

  it('that says it is shorter than it is is refused', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) });
    const at = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(bomb.buffer).setUint32(at + 24, 100, true);
    expect(codes(draft, bomb)).toEqual(['file.kind.unexpected']);
  });

  it('with a part twice is refused', () => {
    const one = zipSync({
      'word/document.xml': textBytes('<a></a>'),
      'word/documenu.xml': textBytes('<b></b>'),
    });
    const doubled = Buffer.from(one);
    for (let at = doubled.indexOf('documenu'); at !== -1; at = doubled.indexOf('documenu'))
      doubled.write('document', at);
    expect(codes(draft, new Uint8Array(doubled))).toEqual(['file.kind.unexpected']);
  });
});

describe('the reader of pages', () => {
  it('stops at what Holdfast does not write', () => {
    const stop = (text: string) => readMarkup(text, { open: () => undefined });
    expect(stop('<p>a</p>')).toBeUndefined();
    expect(stop('<p>a < b</p>')).toBe(5);
    expect(stop("<p title='a'>")).toBe(0);
    expect(stop('<p title="a"title="b">')).toBe(0);
    expect(stop('<p title="&copy;">')).toBe(0);
    expect(stop('<p/ >')).toBe(0);
    expect(stop('a<!-- -->')).toBe(1);
  });

  it('takes time in proportion to what it reads', () => {
    const stop = (text: string) => readMarkup(text, { open: () => undefined });
    for (const piece of ['<p>', '<p a="', '<style>', '<style>< ', '<', '</p>', ' a', '&'])
      stop(piece.repeat(200_000));
  });
});

it('finds what a style sheet would load, however it is written', () => {
  const addresses = (css: string) => styleReferences(css).map(({ address }) => address);
  expect(addresses('a{b:url( https://example.org/ )}')).toEqual(['https://example.org/']);
  expect(addresses('a{b:URL("x\\2f y")}')).toEqual(['x/y']);
  expect(addresses("a{b:\\75 \\72 \\6c ('x')}")).toEqual(['x']);
  expect(addresses("a{b:\\75\\72\\6c('x')}")).toEqual(['x']);
  expect(addresses("a{b:image-set('x' 1x, url(y) 2x)}")).toEqual(['x', 'y']);
  expect(addresses('a{b:"url(x)" /* url(y) */}')).toEqual([]);
  expect(styleReferences('@IMPORT "x"')).toEqual([{ kind: 'import', address: '', isOdd: false }]);
});

it('reads tables as they are written, and nothing else', () => {
  expect(readTable('\uFEFFa,"b ""c"""\r\n,\r\n')).toEqual([
    ['a', 'b "c"'],
    ['', ''],
  ]);
  for (const text of ['a', 'a\n', '"a\r\n', '"a"b\r\n', 'a,', 'a\rb\r\n'])
    expect(readTable(text)).toBeUndefined();
});
