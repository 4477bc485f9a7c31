import { spawnSync } from 'node:child_process';

/** A Word document as python-docx reads it: its paragraphs and cells, and what stands on every page. */
export interface ReadDocx {
  readonly text: string;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  readonly pageWidth: number;
  readonly pageHeight: number;
}

const program = `
import base64, docx, io, json, sys
from docx.table import _Cell

def read(data):
    d = docx.Document(io.BytesIO(base64.b64decode(data)))
    lines = [p.text for p in d.paragraphs]
    for table in d.tables:
        lines += [_Cell(tc, table).text for tc in table._tbl.iter_tcs()]
    return {
        "text": "\\n".join(lines),
        "headers": [p.text for s in d.sections for p in s.header.paragraphs],
        "footers": [p.text for s in d.sections for p in s.footer.paragraphs],
        "pageWidth": round(d.sections[0].page_width.mm),
        "pageHeight": round(d.sections[0].page_height.mm),
    }

print(json.dumps([read(each) for each in json.load(sys.stdin)]))
`;

let python: string | undefined;

/** Reads the document with a program that is not ours. Throws where no Python has python-docx. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const [document] = readDocxs([bytes]);
  if (document === undefined) throw new Error('no document was read');
  return document;
}

/** The same for many in one go, because each start of Python takes long. */
export function readDocxs(files: readonly Uint8Array[]): readonly ReadDocx[] {
  python ??= ['python3', '/usr/bin/python3'].find(
    each => spawnSync(each, ['-c', 'import docx']).status === 0,
  );
  if (python === undefined) throw new Error('python3-docx is missing: node scripts/set-up.mjs installs it');
  const input = JSON.stringify(files.map(bytes => Buffer.from(bytes).toString('base64')));
  const { stdout, stderr, status } = spawnSync(python, ['-c', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadDocx[];
}
