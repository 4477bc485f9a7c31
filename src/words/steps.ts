import type { CaptureRecord, CaptureStep, PageChange, StepOutcome } from '../model/capture.ts';

/** What each step of a recording does. */
export const stepWords: Readonly<Record<CaptureStep, string>> = {
  guard: 'Checking that the page may be recorded',
  clocks: 'Reading the clocks',
  settle: 'Waiting for the page to be still',
  tiles: 'Taking the pictures',
  stitch: 'Joining or cutting the pictures',
  snapshot: 'Keeping a copy of the page’s text and layout',
  post: 'Reading the post',
  commit: 'Writing the record into the log',
  'time-stamp': 'Asking an independent authority for a time-stamp',
};

/** How a step ended. The reason follows it where there is one. */
export const stepOutcomeWords: Readonly<Record<StepOutcome['outcome'], string>> = {
  done: 'done',
  skipped: 'left out',
  failed: 'failed',
};

/** Whether everything that was asked for was recorded. */
export const outcomeWords: Readonly<Record<CaptureRecord['outcome'], string>> = {
  complete: 'Complete',
  partial: 'Partial: at least one step failed. What was recorded up to then is kept.',
};

/** What the program did to the page or met on it while recording: a label above the sentence. */
export const pageChangeWords: Readonly<Record<PageChange['kind'], string>> = {
  scrolled: 'Scrolled',
  hidden: 'Hidden for the picture',
  restored: 'Put back',
  waited: 'Waited',
  truncated: 'Cut short',
  'not-recorded': 'Not recorded',
  other: 'Note',
};
