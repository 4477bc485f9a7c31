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

/** What the page tells the export worker. Both are our own code of one build: nothing here is untrusted. */
export type ExportRequest =
  /** Once, before all else: the port by which the volume worker is asked. */
  | { readonly kind: 'volumes'; readonly port: MessagePort }
  | { readonly kind: 'gather'; readonly request: GatherRequest }
  | { readonly kind: 'papers'; readonly request: DraftRequest }
  | { readonly kind: 'preview'; readonly request: DraftRequest; readonly path: string }
  | { readonly kind: 'request'; readonly order: RequestOrder }
  /** Makes the documents and decides what stands in which volume; `write` goes on from there. */
  | { readonly kind: 'plan'; readonly request: WriteRequest }
  | { readonly kind: 'write'; readonly print: readonly BundleDocument[] }
  | { readonly kind: 'stop' };

/** What the worker tells the page, beside a `Failure`; all but the first answer a request. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: WriteProgress }
  | { readonly kind: 'gathered'; readonly gathered: Gathered }
  | { readonly kind: 'papers'; readonly papers: readonly Paper[] }
  | { readonly kind: 'preview'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'request'; readonly files: readonly MadeFile[] }
  | { readonly kind: 'planned'; readonly print: PrintOrder | undefined }
  | { readonly kind: 'written'; readonly written: Omit<Written, 'withoutPrint'> };
