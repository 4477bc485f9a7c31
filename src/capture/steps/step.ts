import type { CaptureStep } from '../../model/capture.ts';
import type { CaptureContext } from '../context.ts';

/** What a step answers when there was nothing for it to do; the reason is a sentence. */
export interface Skipped {
  readonly skipped: string;
}

/**
 * One step of a capture. It resolves to nothing when done, and throws a Fault or a defect when it fails; the
 * loop decides what follows. `needs` says what it asks for: the same `page` still in the tab, a page that
 * `answers`, or nothing of either.
 */
export interface Step {
  readonly name: CaptureStep;
  readonly needs: 'page' | 'answers' | 'nothing';
  run(context: CaptureContext): Promise<Skipped | undefined>;
}
