import type { CaptureId, Sha256 } from '../../model/identifiers.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/report-pdf.tsx';

/** A picture in the log. */
export interface PictureName {
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
}

/** What failed, in a form that keeps its code from one context to the other. */
export interface Failure {
  readonly kind: 'failed';
  readonly code: string | undefined;
  readonly message: string;
}

/** What the page tells the PDF worker. Both are our own code of one build: nothing here is untrusted. */
export type PdfRequest =
  | { readonly kind: 'make'; readonly input: ReportInput; readonly pictureBytes: number }
  /** Answers the picture that was asked for last. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Failure;

/** What the worker tells the page; nothing comes after `made` or `failed`. */
export type PdfReply =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  /** The next message to the worker is this picture, or why there is none. */
  | { readonly kind: 'wanted'; readonly picture: PictureName }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> }
  | Failure;
