import type { BundleDocument } from '../../bundle/bundle-input.ts';
import type { ReportInput } from '../../reports/input.ts';
import type { MadeFile, RequestOrder } from '../../reports/preservation/request-order.ts';
import type {
  DraftRequest,
  Gathered,
  GatherRequest,
  Paper,
  WriteProgress,
  WriteRequest,
  Written,
} from '../engine.ts';

/** What the report for printing is made from, and the most bytes that its pictures may take. */
export interface PrintOrder {
  readonly input: ReportInput;
  readonly pictureBytes: number;
}

/** Messages from the page to the export worker. Both are from one build of our own code, so they are trusted. */
export type ExportRequest =
  /** Sent once, before all others: the port to the volume worker. */
  | { readonly kind: 'volumes'; readonly port: MessagePort }
  /** Sent before the log is read: the vault key of a log with a passphrase; undefined where there is none. */
  | { readonly kind: 'key'; readonly key: Uint8Array<ArrayBuffer> | undefined }
  | { readonly kind: 'gather'; readonly request: GatherRequest }
  | { readonly kind: 'papers'; readonly request: DraftRequest }
  | { readonly kind: 'preview'; readonly request: DraftRequest; readonly path: string }
  | { readonly kind: 'request'; readonly order: RequestOrder }
  /** Makes the documents and assigns the exhibits to volumes. `write` continues from there. */
  | { readonly kind: 'plan'; readonly request: WriteRequest }
  | { readonly kind: 'write'; readonly print: readonly BundleDocument[] }
  | { readonly kind: 'stop' };

/** Messages from the worker to the page, apart from `Failure`. All but `progress` answer a request. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: WriteProgress }
  | { readonly kind: 'gathered'; readonly gathered: Gathered }
  | { readonly kind: 'papers'; readonly papers: readonly Paper[] }
  | { readonly kind: 'preview'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'request'; readonly files: readonly MadeFile[] }
  | { readonly kind: 'planned'; readonly print: PrintOrder | undefined }
  | { readonly kind: 'written'; readonly written: Omit<Written, 'withoutPrint'> };
