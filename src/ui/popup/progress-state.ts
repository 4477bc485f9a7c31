import { captureSteps } from '../../model/capture.ts';
import { missedChecks } from '../../model/capture-check.ts';
import { checkResultWords, checkWords } from '../../model/capture-check-words.ts';
import { type FaultCode, faultCodeOf, faultCodes } from '../../model/fault.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { faultWords } from '../../words/faults.ts';
import { stepWords } from '../../words/steps.ts';

/** How long a capture is shown after its end in a popup that did not see it run. */
const recentMilliseconds = 3 * 60_000;

/** Whether the capture can still be stopped. */
export function isRunning(progress: CaptureProgress): boolean {
  return progress.state === 'picking' || progress.state === 'running';
}

/** Whether a capture ended so recently that it is shown unasked. */
export function isRecent(progress: CaptureProgress, now: Date): boolean {
  return now.getTime() - Date.parse(progress.endedAt ?? progress.startedAt) < recentMilliseconds;
}

/** The state of the capture, as one sentence: `Taking the pictures: 3 of 7`. */
export function progressWords(progress: CaptureProgress): string {
  if (progress.state === 'picking') return 'Choose the post on the page. Press Escape to leave it.';
  if (progress.step === undefined) return 'Starting';
  const words = stepWords[progress.step];
  if (progress.done === undefined || progress.total === undefined || progress.total < 2) return words;
  return `${words}: ${Math.min(progress.done, progress.total)} of ${progress.total}`;
}

/** The share that is done, from 0 to 1, counted in steps. */
export function progressShare(progress: CaptureProgress): number {
  const index = progress.step === undefined ? 0 : captureSteps.indexOf(progress.step);
  const inside =
    progress.total === undefined || progress.total === 0 ? 0 : (progress.done ?? 0) / progress.total;
  return Math.min(1, (index + inside) / captureSteps.length);
}

/**
 * Why a capture is partial or kept nothing: the sentence of its fault, the reasons of its failed steps, and the details
 * of the checks that did not hold or were not made. Each once.
 */
export function reasonsOf(progress: CaptureProgress): readonly string[] {
  const code = faultOf(progress);
  const failed = progress.steps.filter(step => step.outcome === 'failed');
  const reasons = failed.map(step => step.reason ?? `${stepWords[step.step]}: failed`);
  const first = code === undefined ? [] : [faultWords[code].happened];
  const missed = missedChecks(progress).map(
    ({ check, result, detail }) => detail || `${checkWords[check]} (${checkResultWords[result]})`,
  );
  return [...new Set([...first, ...reasons, ...missed])];
}

/**
 * The fault that ended the capture, or that a failed step gives as its reason; undefined when there is none or none
 * that is known here.
 */
export function faultOf(progress: CaptureProgress): FaultCode | undefined {
  const reasons = progress.steps.filter(step => step.outcome === 'failed').map(step => step.reason);
  return (
    faultCodeOf({ code: progress.fault }) ??
    faultCodes.find(code => reasons.includes(faultWords[code].happened))
  );
}
