import type { Gathered, GatherRequest, WriteProgress, WriteRequest, Written } from './engine.ts';

/** What the page tells the export worker. Both are our own code of one build: nothing here is untrusted. */
export type WorkerRequest =
  /** Once, before all else: the port by which the volume worker is asked. */
  | { readonly kind: 'volumes'; readonly port: MessagePort }
  | { readonly kind: 'gather'; readonly request: GatherRequest }
  | { readonly kind: 'write'; readonly request: WriteRequest }
  | { readonly kind: 'stop' };

/** What the worker tells the page; the last three answer a request. */
export type WorkerReply =
  | { readonly kind: 'progress'; readonly progress: WriteProgress }
  | { readonly kind: 'gathered'; readonly gathered: Gathered }
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };
