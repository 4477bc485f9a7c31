import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportInput } from '../../../src/reports/input.ts';
import type { ReportCopy } from '../../../src/reports/pdf/copies.ts';
import type { ReportFonts } from '../../../src/reports/pdf/print.ts';
import { type PdfPorts, reportPdf } from '../../../src/reports/pdf/report-pdf.tsx';

const root = join(import.meta.dirname, '../../..');

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, path)));
}

/** The fonts that the extension ships. */
export function reportFonts(): ReportFonts {
  return {
    regular: bytesOf('assets/fonts/NotoSans-Regular.ttf'),
    bold: bytesOf('assets/fonts/NotoSans-Bold.ttf'),
  };
}

/** A picture of an invented post, in one piece or several. */
export function copyOfPost(pieces = 1): ReportCopy {
  const jpeg = () => bytesOf('test/fixtures/pictures/post.jpg');
  return {
    width: 1196,
    slices: Array.from({ length: pieces }, () => ({ jpeg: jpeg(), width: 1196, height: 640 })),
  };
}

/** The report as PDF with the picture of an invented post wherever one is asked for. */
export function makePdf(input: ReportInput, ports: Partial<PdfPorts> = {}): Promise<Uint8Array<ArrayBuffer>> {
  return reportPdf(input, { fonts: reportFonts(), pictures: async () => copyOfPost(), ...ports });
}

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
