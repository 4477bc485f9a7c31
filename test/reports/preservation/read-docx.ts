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
import docx, io, json, sys
d = docx.Document(io.BytesIO(sys.stdin.buffer.read()))
lines = [p.text for p in d.paragraphs]
for table in d.tables:
    for row in table.rows:
        lines += [cell.text for cell in row.cells]
print(json.dumps({
    "text": "\\n".join(lines),
    "headers": [p.text for s in d.sections for p in s.header.paragraphs],
    "footers": [p.text for s in d.sections for p in s.footer.paragraphs],
    "pageWidth": round(d.sections[0].page_width.mm),
    "pageHeight": round(d.sections[0].page_height.mm),
}))
`;

let python: string | undefined;

/** Reads the document with a program that is not ours. Throws where no Python has python-docx. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  python ??= ['python3', '/usr/bin/python3'].find(
    each => spawnSync(each, ['-c', 'import docx']).status === 0,
  );
  if (python === undefined) throw new Error('python3-docx is missing: node scripts/set-up.mjs installs it');
  const { stdout, stderr, status } = spawnSync(python, ['-c', program], { input: bytes, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadDocx;
}
