import {
  type CaptureCheck,
  type CaptureCheckName,
  type CheckResult,
  captureChecks,
} from '../../src/model/capture-check.ts';

type Answers = Partial<Readonly<Record<CaptureCheckName, readonly [result: CheckResult, detail: string]>>>;

/** Every check of a recording in its order: held, unless `answers` says otherwise. */
export function checksWith(answers: Answers = {}): CaptureCheck[] {
  return captureChecks.map(check => {
    const [result, detail] = answers[check] ?? ['held', 'Looked at and found so.'];
    return { check, result, detail };
  });
}
