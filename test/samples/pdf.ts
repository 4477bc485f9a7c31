import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportInput } from '../../src/reports/input.ts';
import type { ReportCopy } from '../../src/reports/pdf/copies.ts';
import type { ReportFonts } from '../../src/reports/pdf/print.ts';
import { type PdfPorts, reportPdf } from '../../src/reports/pdf/report-pdf.tsx';

const root = join(import.meta.dirname, '../..');

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
