import { spawnSync } from 'node:child_process';
import { Window } from 'happy-dom';
import JSZip from 'jszip';

/** Word documents in the order in which they stand on paper, with what stands on every page before them. */
const docxProgram = `
import base64, docx, io, json, sys
from docx.table import Table
from docx.text.paragraph import Paragraph

def lines(parent, element):
    for child in element.iterchildren():
        if child.tag.endswith("}p"):
            yield Paragraph(child, parent).text
        elif child.tag.endswith("}tbl"):
            for row in Table(child, parent).rows:
                yield " | ".join(cell.text.replace("\\n", " / ") for cell in row.cells)

def read(data):
    d = docx.Document(io.BytesIO(base64.b64decode(data)))
    top = ["[every page] " + p.text for s in d.sections for p in s.header.paragraphs if p.text]
    foot = ["[every foot] " + p.text for s in d.sections for p in s.footer.paragraphs if p.text]
    return "\\n".join(top + foot + list(lines(d, d.element.body)))

print(json.dumps([read(each) for each in json.load(sys.stdin)]))
`;

let python: string | undefined;

/** The text of each Word document as python-docx reads it. Throws where no Python has python-docx. */
export function readDocuments(files: readonly Uint8Array[]): readonly string[] {
  if (files.length === 0) return [];
  python ??= ['python3', '/usr/bin/python3'].find(
    each => spawnSync(each, ['-c', 'import docx']).status === 0,
  );
  if (python === undefined) throw new Error('python3-docx is missing: node scripts/set-up.mjs installs it');
  const input = JSON.stringify(files.map(bytes => Buffer.from(bytes).toString('base64')));
  return JSON.parse(run(python, ['-c', docxProgram], input)) as string[];
}

/** Everything that stands in the parts of a Word document, also what no page shows. */
export async function readParts(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  const texts = await Promise.all(parts.map(part => part.async('string')));
  return texts.map(text => text.replace(/<[^>]*>/g, '')).join('\n');
}

/** A PDF as pdftotext lays it out; a form feed stands between pages. Runs of spaces are made two. */
export function readPdf(bytes: Uint8Array): string {
  return run('pdftotext', ['-layout', '-', '-'], bytes).replace(/ {2,}/g, '  ').replace(/ +$/gm, '');
}

function run(program: string, options: readonly string[], input: string | Uint8Array): string {
  const { stdout, stderr, status, error } = spawnSync(program, [...options], {
    input,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });
  if (error !== undefined || status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

/** Elements that begin a new line on a page, and the labels of a chart. */
const blocks =
  /^(address|article|aside|blockquote|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|svg|table|text|tr|ul|br)$/i;

/** What a reader sees of an HTML document, a line a block, cells apart, pictures by their words. */
export function readHtml(html: string): string {
  const window = new Window({ settings: { disableJavaScriptFileLoading: true } });
  window.document.write(html);
  const seen: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) seen.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName;
    if (name === 'style' || name === 'script') return;
    if (name === 'img') seen.push(`[picture: ${element.getAttribute('alt') ?? 'no words'}]`);
    if (blocks.test(name)) seen.push('\n');
    for (const child of node.childNodes) walk(child);
    if (blocks.test(name)) seen.push('\n');
    if (/^t[dh]$/.test(name)) seen.push(' | ');
  };
  walk(window.document.body as unknown as Node);
  return seen
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}
