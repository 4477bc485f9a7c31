import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/report-pdf.tsx';

/** What the page asks of the PDF worker. Both are our own code of one build: nothing here is untrusted. */
export interface PdfRequest {
  readonly input: ReportInput;
}

/** What the worker tells the page; nothing comes after `made` or `failed`. */
export type PdfReply =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
