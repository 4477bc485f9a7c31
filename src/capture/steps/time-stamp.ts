import type { StepOutcome } from '../../model/capture.ts';

/** The last step: no time-stamp authority is asked unless the user switches one on, which is not yet possible. */
export const timeStamp: StepOutcome = {
  step: 'time-stamp',
  outcome: 'skipped',
  reason: 'No time-stamp service is switched on.',
};
