import type { CaptureStep } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';

/** Returned by a step that had nothing to do; the reason is a sentence. */
export interface Skipped {
  readonly skipped: string;
}

/**
 * One step of a capture. Resolves to undefined when done, and throws a Fault or a defect when it fails; the caller
 * decides what follows. `needs` is the same `page` still in the tab, a page that `answers`, or `nothing`.
 */
export interface Step {
  readonly name: CaptureStep;
  readonly needs: 'page' | 'answers' | 'nothing';
  run(context: CaptureContext): Promise<Skipped | undefined>;
}
