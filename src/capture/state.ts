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
import type { Tile } from './walk/tile.ts';

/** The page at rest: whether it is, what cannot be recorded of it, and how it stands at that moment. */
export interface Rest {
  readonly settled: PageAnswer<'settle'>;
  readonly limits: PageAnswer<'limits'>;
  /** Undefined when the page settled and then did not say how its target lies; null when there is none. */
  readonly view: View | null | undefined;
}

/**
 * What the page says of itself beside its pictures: post, text and how it lies, all read in one task, and the copy,
 * which is begun in the same task. Each answer rejects as `CaptureContext.ask` does.
 */
export interface Reading {
  readonly read: Promise<PageAnswer<'read'>>;
  readonly snapshot: Promise<PageAnswer<'snapshot'>>;
  /** Whether the copy, drawn once, shows what the page showed. Never rejects; undefined when there is no copy. */
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
  /** Asked for while other things are read; the settle step waits for it. */
  rest?: Promise<Rest>;
  /** How the target lay when the page had just come to rest; gone once the first shot began. */
  rested?: View;
  /** How the target lay at the first picture that is believed; what comes later has to be the same page. */
  view?: View;
  /** How a whole page lay at its first and at its last picture, or at the only one. */
  pictured?: readonly View[];
  /** Asked for once all pictures are taken. */
  reading?: Reading;
  /** The page became another while it was recorded: this is the second try. */
  isAgain?: true;
  /** Why neither text nor copy can be kept: the page would not stay the one that the pictures show. */
  moved?: string;
  region?: Rect;
  recordedRange?: { top: number; bottom: number; left: number; right: number };
  /** What was scrolled, in plain words, where it was not the window. */
  scroller?: string;
  post?: Post;
  /** What the stitch step joins, in the order in which it was taken. */
  tiles: Tile[];
  /** The pictures that tiles are cut from, by path. */
  readonly pictures: Map<string, Uint8Array>;
  /** The agent changed scroll position or styles and has not put them back yet. */
  touched: boolean;
  /** The agent may be in the page. */
  agentPlaced: boolean;
  /** A question ran out of time and none was answered since. */
  silent: boolean;
  readonly changes: PageChange[];
  /** Every check that was made, with the step that made it. */
  readonly checks: (CaptureCheck & { readonly step: CaptureStep })[];
  kept: KeptArtifact[];
  readonly compositions: Composition[];
  thumbnailSource?: Uint8Array;
  thumbnail?: Promise<Uint8Array | undefined>;
}

/** An artifact on its way into the log. `staged` resolves to the error when the log refused it. */
export interface KeptArtifact {
  readonly artifact: Artifact;
  readonly step: CaptureStep;
  readonly staged: Promise<unknown>;
  refusal?: unknown;
}
