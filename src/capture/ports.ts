import type { CaptureScope } from '../model/capture.ts';
import type { CaptureId, CaseId, Instant } from '../model/identifiers.ts';
import type { PostedAt } from '../model/post.ts';
import type { CaptureBrowser, CaptureClock } from './browser.ts';
import type { CopyDrawing } from './copy/copies.ts';
import type { CaptureLog } from './log.ts';
import type { Pixels } from './pictures/pixels.ts';

/** What is to be captured. `agentReady`: the picker has already injected the agent into the page. */
export interface CaptureRequest {
  readonly captureId: CaptureId;
  readonly caseId: CaseId;
  readonly tabId: number;
  readonly scope: CaptureScope;
  readonly startedAt: Instant;
  readonly agentReady?: boolean;
}

/** Everything a capture needs from outside. */
export interface CapturePorts {
  readonly browser: CaptureBrowser;
  readonly log: CaptureLog;
  readonly pixels: Pixels;
  readonly copies: CopyDrawing;
  readonly clock: CaptureClock;
  /** The time encoded in a platform's post id; undefined when it has none. */
  readonly derivePostedAt: (platform: string, postId: string, notAfter: Instant) => PostedAt | undefined;
}
