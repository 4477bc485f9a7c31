import { zipSync } from 'fflate';
import { textBytes } from '../../../src/bundle/layout.ts';
import { type Row, withKey } from './forgeries.ts';
import { withOtherContent } from './other-content.ts';
import { actingPdf } from './pdf-forgery.ts';

const code = 'content.active.present';

/** A page's body in the copy of the first exhibit's page, and in the report. */
function inPages(what: string, body: string): readonly Row[] {
  const html = `<!doctype html><html><head><meta charset="utf-8"></head><body><p>I know where you live.</p>${body}</body></html>`;
  const path = 'data/exhibits/ABC_1/page.html';
  return [
    [
      `${what}, in the copy of a page`,
      () => withOtherContent({ path: 'page.html', bytes: textBytes(html) }),
      code,
      path,
    ],
    [
      `${what}, in the report`,
      () => withKey(files => files.set('data/report.html', textBytes(html))),
      code,
      'data/report.html',
    ],
  ];
}

function put(what: string, path: string, bytes: Uint8Array | string): Row {
  const content = typeof bytes === 'string' ? textBytes(bytes) : bytes;
  return [what, () => withKey(files => files.set(path, content)), code, path];
}

const draft = 'data/police/statement-draft.docx';

const relationships = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document as Holdfast makes one, but for these parts. */
function wordDocument(parts: Readonly<Record<string, string>>): Uint8Array {
  const plain = {
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types></Types>',
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${officeType}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': '<?xml version="1.0" encoding="UTF-8"?><w:document><w:body></w:body></w:document>',
  };
  const all = Object.entries({ ...plain, ...parts });
  return zipSync(Object.fromEntries(all.map(([name, text]) => [name, textBytes(text)])));
}

/** What one program shows and another does not. */
function shownOtherwise(what: string, path: string, bytes: Uint8Array): Row {
  return [what, () => withKey(files => files.set(path, bytes)), 'file.kind.unexpected', path];
}

function inWord(what: string, parts: Readonly<Record<string, string>>): Row {
  return put(`a Word document with ${what}`, draft, wordDocument(parts));
}

const inBody = (inside: string) => ({
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body><w:p>${inside}</w:p></w:body></w:document>`,
});

/** By a holder of the key: pages, tables and documents that do something when they are opened. */
export const activeContent: readonly Row[] = [
  ...inPages('a script', '<script>alert(1)</script>'),
  ...inPages('a script from elsewhere', '<script src="https://example.org/a.js"></script>'),
  ...inPages('an event handler', '<p onclick="alert(1)">x</p>'),
  ...inPages('an event handler in capitals', '<IMG SRC="#" OnError="alert(1)">'),
  ...inPages('an event handler without quotes', '<img src=x onerror=alert(1)>'),
  ...inPages('an event handler after a slash', '<svg/onload="alert(1)">'),
  ...inPages('a refresh', '<meta http-equiv="refresh" content="0;url=https://example.org/">'),
  ...inPages('a refresh in capitals', '<META HTTP-EQUIV="Refresh" CONTENT="0">'),
  ...inPages('a link that runs a program', '<a href="javascript:alert(1)">x</a>'),
  ...inPages('a link that hides how it runs a program', '<a href="java&#115;cript:alert(1)">x</a>'),
  ...inPages('a link out of it', '<a href="https://example.org/">x</a>'),
  ...inPages('a link of mathematics', '<math href="javascript:alert(1)"><mi>x</mi></math>'),
  ...inPages('a link of a drawing', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'),
  ...inPages('a picture from elsewhere', '<img src="https://example.org/a.png">'),
  ...inPages('a picture from another computer of the network', '<img src="//example.org/a.png">'),
  ...inPages('a picture of the computer', '<img src="file:///C:/a.png">'),
  ...inPages('a picture on another computer', '<img src="\\\\example.org\\a.png">'),
  ...inPages('pictures for several screens', '<img srcset="https://example.org/a.png 2x">'),
  ...inPages('a picture of a drawing from elsewhere', '<svg><image href="https://example.org/a.png"/></svg>'),
  ...inPages('a part of a drawing from elsewhere', '<svg><use href="https://example.org/a.svg#x"/></svg>'),
  ...inPages('a frame', '<iframe src="https://example.org/"></iframe>'),
  ...inPages('a frame with a page in it', '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>'),
  ...inPages('an old frame', '<frameset><frame src="https://example.org/"></frameset>'),
  ...inPages('an object', '<object data="https://example.org/a.swf"></object>'),
  ...inPages('an embedded file', '<embed src="https://example.org/a.swf">'),
  ...inPages('another place for its addresses', '<base href="https://example.org/">'),
  ...inPages('a style sheet from elsewhere', '<link rel="stylesheet" href="https://example.org/a.css">'),
  ...inPages('something loaded ahead', '<link rel="prefetch" href="https://example.org/">'),
  ...inPages('a form that sends', '<form action="https://example.org/"><input name="q"></form>'),
  ...inPages('a button that sends', '<form><button formaction="https://example.org/">x</button></form>'),
  ...inPages('a film', '<video src="https://example.org/a.mp4"></video>'),
  ...inPages('a picture before a film', '<video poster="https://example.org/a.png"></video>'),
  ...inPages('an imported style sheet', '<style>@import "https://example.org/a.css";</style>'),
  ...inPages(
    'an imported style sheet in other letters',
    '<style>@\\69mport url(https://example.org/a.css);</style>',
  ),
  ...inPages('a picture in a style sheet', '<style>p{background:url(https://example.org/a.png)}</style>'),
  ...inPages(
    'a picture in a style sheet, in other letters',
    '<style>p{background:u\\72l("https://example.org/a.png")}</style>',
  ),
  ...inPages(
    'a picture in a style sheet, after a comment',
    '<style>/* " */p{background:url(https://example.org/a.png)}</style>',
  ),
  ...inPages(
    'a set of pictures in a style sheet',
    '<style>p{background:image-set("https://example.org/a.png" 1x)}</style>',
  ),
  ...inPages(
    'a font from elsewhere',
    '<style>@font-face{font-family:x;src:url("https://example.org/a.woff2")}</style>',
  ),
  ...inPages('a picture in a style', '<p style="background:url(https://example.org/a.png)">x</p>'),
  ...inPages(
    'a picture in a style that does not end',
    '<p style="background:url(\'https://example.org/a.png">x</p>',
  ),
  ...inPages('a paint from elsewhere', '<svg><rect fill="url(https://example.org/a.svg#x)"/></svg>'),
  ...inPages(
    'a style sheet of a drawing, its letters as numbers',
    '<svg><style>@imp&#111;rt "https://example.org/a.css";</style></svg>',
  ),
  ...inPages('a script of a drawing', '<svg><script>alert(1)</script></svg>'),
  ...inPages(
    'a drawing that changes its link',
    '<svg><a href="#"><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
  ),
  ...inPages(
    'a script in text that is not shown',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  ),
  ...inPages('a script in old plain text', '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>'),
  ...inPages(
    'a script in the text of a field',
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  ),
  ...inPages(
    'a script in a title',
    '<svg><b><title><p title="</title><img src=x onerror=alert(1)>"></title></b></svg>',
  ),
  ...inPages(
    'a script in a style sheet of a drawing',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
  ),
  ...inPages('a comment that some browsers read', '<!--[if IE]><script>alert(1)</script><![endif]-->'),
  ...inPages('a comment that ends twice', '<!--><script>alert(1)</script>-->'),
  ...inPages('characters that are said to be data', '<svg><![CDATA[<script>alert(1)</script>]]></svg>'),
  ...inPages('an instruction', '<?xml-stylesheet href="https://example.org/a.xsl"?>'),
  ...inPages('a tag that does not end', '<img title="'),
  ...inPages('an attribute twice', '<a href="#" href="javascript:alert(1)">x</a>'),
  ...inPages('a sound that repeats', '<bgsound src="https://example.org/a.mid">'),
  ...inPages('somebody who is told of a click', '<a href="#" ping="https://example.org/">x</a>'),
  put(
    'a picture of the computer in the report',
    'data/report.html',
    '<!doctype html><p><img src="../../a.png"></p>',
  ),
  put('a table with a formula', 'data/police/accounts.csv', 'a,b\r\n=1+1,2\r\n'),
  put('a table with a command', 'data/police/chronology.csv', 'a\r\n"=cmd|\' /C calc\'!A0"\r\n'),
  put('a table with a sum', 'data/police/exhibit-list.csv', 'a\r\n+SUM(1)\r\n'),
  put('a table with a reference', 'data/preservation/x/items.csv', 'a\r\n@SUM(1)\r\n'),
  put('a table with a minus', 'data/police/accounts.csv', 'a\r\n-1+cmd\r\n'),
  put('a table with a formula after a tab', 'data/police/accounts.csv', 'a\r\n\t=1+1\r\n'),
  put('a table with a wide formula', 'data/police/accounts.csv', 'a\r\n\uFF1D1+1\r\n'),
  put(
    'a PDF that runs a program when it is opened',
    'data/report.pdf',
    actingPdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
  ),
  put(
    'a PDF that starts a program',
    'data/report.pdf',
    actingPdf('/OpenAction << /S /Launch /F (calc.exe) >>'),
  ),
  put(
    'a PDF that opens an address',
    'data/report.pdf',
    actingPdf('/A << /S /URI /URI (https://example.org/) >>'),
  ),
  put('a PDF with actions of its own', 'data/report.pdf', actingPdf('/AA << /O 2 0 R >>')),
  put('a PDF with a file in it', 'data/report.pdf', actingPdf('/Names << /EmbeddedFiles 2 0 R >>')),
  put(
    'a PDF with a name in other letters',
    'data/report.pdf',
    actingPdf('/Open#41ction << /S /J#61vaScript >>'),
  ),
  put('a PDF with a form', 'data/report.pdf', actingPdf('/AcroForm << /XFA 2 0 R >>')),
  put('a PDF that hides its objects', 'data/report.pdf', actingPdf('/Type /ObjStm')),
  put('a PDF that takes its data from elsewhere', 'data/report.pdf', actingPdf('/F (https://example.org/)')),
  inWord('a template from elsewhere', {
    'word/_rels/settings.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${officeType}/attachedTemplate" Target="https://example.org/a.dotm" TargetMode="External"/>`,
    ),
  }),
  inWord('a picture from elsewhere', {
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${officeType}/image" Target="https://example.org/a.png" TargetMode="External"/>`,
    ),
  }),
  inWord('a template that does not say that it is elsewhere', {
    'word/_rels/settings.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${officeType}/attachedTemplate" Target="https://example.org/a.dotm"/>`,
    ),
  }),
  inWord('macros', { 'word/vbaProject.bin': 'Attribut' }),
  inWord('an object', { 'word/embeddings/oleObject1.bin': 'x' }),
  inWord('macros by its own account', {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
  }),
  inWord('another document in it', inBody('<w:altChunk r:id="rId9"/>')),
  inWord(
    'a field that runs a command',
    inBody('<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r>'),
  ),
  inWord(
    'a field that loads a picture',
    inBody('<w:fldSimple w:instr="INCLUDEPICTURE https://example.org/a.png"/>'),
  ),
  inWord('a field in two pieces', inBody('<w:r><w:instrText>PAGE<w:x/>DDEAUTO</w:instrText></w:r>')),
  inWord('a field under another name', inBody('<x:r><x:instrText>DDEAUTO a</x:instrText></x:r>')),
  shownOtherwise('a PDF with layers', 'data/report.pdf', actingPdf('/OCProperties << /OCGs [2 0 R] >>')),
  shownOtherwise('a PDF with a stamp over it', 'data/report.pdf', actingPdf('/Subtype /Stamp')),
  shownOtherwise(
    'a Word document with hidden text',
    draft,
    wordDocument(inBody('<w:r><w:rPr><w:vanish/></w:rPr><w:t>He agreed.</w:t></w:r>')),
  ),
  shownOtherwise(
    'a Word document with changes that are tracked',
    draft,
    wordDocument(inBody('<w:del><w:r><w:delText>I never saw him.</w:delText></w:r></w:del>')),
  ),
];
