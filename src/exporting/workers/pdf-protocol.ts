import type { CaptureId, Sha256 } from '../../model/identifiers.ts';
import type { WorkingCopyId } from '../../model/working-copy.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/report-pdf.tsx';
import type { Failure } from './worker-answer.ts';

/** A picture in the log. */
export interface PictureName {
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
  /** Given when it is a working copy and no file of the record. */
  readonly copyId?: WorkingCopyId | undefined;
}

/** What the page tells the PDF worker. Both are our own code of one build: nothing here is untrusted. */
export type PdfRequest =
  | { readonly kind: 'make'; readonly input: ReportInput; readonly pictureBytes: number }
  /** Answers the picture that was asked for last. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Failure;

/** What the worker tells the page, beside a {@link Failure}; nothing comes after that or after `made`. */
export type PdfReply =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  /** The next message to the worker is this picture, or why there is none. */
  | { readonly kind: 'wanted'; readonly picture: PictureName }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> };
