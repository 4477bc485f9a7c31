import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler's programs say of a PDF. */
export interface ReadPdf {
  /** The text of each page, as it is laid out. */
  readonly pages: readonly string[];
  /** The same with all white space drawn together, for words that run over lines. */
  readonly flat: readonly string[];
  readonly facts: string;
  readonly images: readonly string[];
  readonly destinations: string;
}

/** Reads a PDF with programs that are not ours. Throws when one of them finds it broken. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    const pages = run('pdftotext', ['-enc', 'UTF-8', file, '-']).split('\f').slice(0, -1);
    return {
      pages,
      flat: pages.map(page => page.replace(/\s+/g, ' ')),
      facts: run('pdfinfo', [file]),
      images: run('pdfimages', ['-list', file]).trim().split('\n').slice(2),
      destinations: run('pdfinfo', ['-dests', file]),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 200_000_000 });
}
