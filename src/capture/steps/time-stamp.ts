import type { StepOutcome } from '../../model/capture.ts';

/**
 * The outcome of the last step. A time-stamp is made over the record, so the record can only say that none was asked
 * for yet; the token is stored beside the record.
 */
export const timeStamp: StepOutcome = {
  step: 'time-stamp',
  outcome: 'skipped',
  reason: 'A time-stamp is asked for after the record is sealed, where an authority is switched on.',
};
