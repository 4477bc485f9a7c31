import type { PageAnswer, PageMeasure, View } from '../messaging/page-protocol.ts';
import type {
  Artifact,
  CaptureStep,
  Clocks,
  Composition,
  PageChange,
  Rect,
  Software,
} from '../model/capture.ts';
import type { CaptureCheck } from '../model/capture-check.ts';
import type { Post } from '../model/post.ts';
import type { CaptureTab } from './browser.ts';
import type { DrawnAhead } from './copy/drawn-ahead.ts';
import type { Tile } from './walk/tile.ts';

/** The page once it is quiet: whether it is, what cannot be recorded of it, and how its target lies. */
export interface Rest {
  readonly settled: PageAnswer<'settle'>;
  readonly limits: PageAnswer<'limits'>;
  /** Undefined when the page settled but gave no view; null when there is no target. */
  readonly view: View | null | undefined;
}

/**
 * What the page says besides its pictures: post, text and view, all read in one task, and the copy, which is begun in
 * the same task. Each answer rejects as `CaptureContext.ask` does.
 */
export interface Reading {
  readonly read: Promise<PageAnswer<'read'>>;
  readonly snapshot: Promise<PageAnswer<'snapshot'>>;
  /** The check of the copy against the page. Never rejects; undefined when there is no copy. */
  readonly comparison: Promise<Omit<CaptureCheck, 'check'> | undefined>;
}

/** What the steps have found so far; the record is built from it. */
export interface CaptureState {
  tab?: CaptureTab;
  address: string;
  finalAddress: string;
  zoom: number;
  software?: Software;
  sidePanelOpen?: boolean;
  clocks?: Clocks;
  measure?: PageMeasure;
  /** Requested while other things are read; the settle step awaits it. */
  rest?: Promise<Rest>;
  /** How the target lay when the page had just become quiet; removed once the first shot begins. */
  rested?: View;
  /** How the target lay at the first accepted picture; later views must be of the same page. */
  view?: View;
  /** The views of a whole page at its first and last picture, or at the only one. */
  pictured?: readonly View[];
  /** Requested once all pictures are taken. */
  reading?: Reading;
  /** A copy drawn while the last picture is taken. */
  drawnAhead?: DrawnAhead;
  /** Set on the second attempt, after the page changed while it was recorded. */
  isAgain?: true;
  /** Why neither text nor copy can be kept: the page did not stay the one in the pictures. */
  moved?: string;
  region?: Rect;
  recordedRange?: { top: number; bottom: number; left: number; right: number };
  /** What was scrolled, in plain words, when it was not the window. */
  scroller?: string;
  post?: Post;
  /** What the stitch step joins, in the order in which it was taken. */
  tiles: Tile[];
  /** The pictures that tiles are cut from, by path. */
  readonly pictures: Map<string, Uint8Array>;
  /** Whether the agent changed scroll position or styles and has not restored them yet. */
  touched: boolean;
  /** Whether the agent may be in the page. */
  agentPlaced: boolean;
  /** Whether a question timed out and none was answered since. */
  silent: boolean;
  readonly changes: PageChange[];
  /** Every check made, with the step that made it. */
  readonly checks: (CaptureCheck & { readonly step: CaptureStep })[];
  kept: KeptArtifact[];
  readonly compositions: Composition[];
  thumbnailSource?: Uint8Array;
  thumbnail?: Promise<Uint8Array | undefined>;
}

/** An artifact on its way into the log. `staged` never rejects; `refusal` is the error of a log that refused it. */
export interface KeptArtifact {
  readonly artifact: Artifact;
  readonly step: CaptureStep;
  readonly staged: Promise<unknown>;
  refusal?: unknown;
}
