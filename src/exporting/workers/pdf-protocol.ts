import type { CaptureId, Sha256 } from '../../model/identifiers.ts';
import type { WorkingCopyId } from '../../model/working-copy.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { PdfProgress } from '../../reports/pdf/place-pictures.ts';
import type { Failure } from './worker-answer.ts';

/** Names a picture in the log. */
export interface PictureName {
  readonly captureId: CaptureId;
  readonly sha256: Sha256;
  /** Given when it is a working copy and not a file of the record. */
  readonly copyId?: WorkingCopyId | undefined;
}

/** Messages from the page to the PDF worker. Both are from one build of our own code, so they are trusted. */
export type PdfRequest =
  | { readonly kind: 'make'; readonly input: ReportInput; readonly pictureBytes: number }
  /** Answers the last request for a picture. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Failure;

/** Messages from the worker to the page, apart from {@link Failure}. Nothing comes after a failure or after `made`. */
export type PdfReply =
  | { readonly kind: 'progress'; readonly progress: PdfProgress }
  /** Asks for this picture. The next message to the worker is the picture, or why there is none. */
  | { readonly kind: 'wanted'; readonly picture: PictureName }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> };
