import type { StepOutcome } from '../../model/capture.ts';

/**
 * The last step. A time-stamp is over the record, so that the record itself can only say that it was not yet asked
 * for; where there is one it stands beside the record.
 */
export const timeStamp: StepOutcome = {
  step: 'time-stamp',
  outcome: 'skipped',
  reason: 'A time-stamp is asked for after the record is sealed, where an authority is switched on.',
};
