import { buildRecord } from '../capture/record.ts';
import { afterDeath } from '../capture/restored.ts';
import { timeStamp } from '../capture/steps/time-stamp.ts';
import type { InterruptedCapture, LogWriter } from '../evidence/writer.ts';
import { captureSteps, type Software, type StepOutcome } from '../model/capture.ts';
import type { CaptureId } from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';
import { faultWords } from '../words/faults.ts';

export interface RecoveryOptions {
  readonly writer: Pick<LogWriter, 'interrupted' | 'commitCapture' | 'abandon'>;
  readonly software: () => Promise<Software>;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Whether this worker is still at the capture. */
  readonly isRunning?: (captureId: CaptureId) => boolean;
}

/**
 * Ends the captures that a dead worker left, or that this worker could not end for lack of space. One with a file in
 * the log becomes a partial exhibit that names the interrupted step and what was changed in the page; one without is
 * abandoned. Await it before a new capture runs. A capture that cannot be ended is left for the next time. Returns the
 * first such error, else undefined; never rejects.
 */
export async function recoverCaptures(options: RecoveryOptions): Promise<unknown> {
  let failure: unknown;
  const interrupted = await options.writer.interrupted().catch(() => []);
  for (const capture of interrupted) {
    if (options.isRunning?.(capture.progress.captureId)) continue;
    try {
      if (capture.artifacts.length === 0) {
        await options.writer.abandon(capture.progress.captureId, 'capture.interrupted');
      } else await commitPartial(capture, options);
    } catch (error) {
      // Its files stay staged for the next attempt.
      failure ??= error;
    }
  }
  return failure;
}

async function commitPartial(capture: InterruptedCapture, options: RecoveryOptions): Promise<void> {
  const { progress, artifacts, draft } = capture;
  const software = draft.software ?? (await options.software());
  await options.writer.commitCapture({
    captureId: progress.captureId,
    caseId: progress.caseId,
    build: reference => ({
      record: buildRecord({
        request: progress,
        reference,
        draft: { ...afterDeath(draft), software },
        steps: interruptedSteps(progress),
        artifacts,
        completedAt: options.now(),
      }),
    }),
  });
}

/** The outcomes of a capture that died: the step under way failed, those after it were skipped, except the commit. */
export function interruptedSteps(progress: Pick<CaptureProgress, 'step' | 'steps'>): readonly StepOutcome[] {
  const reason = faultWords['capture.interrupted'].happened;
  const past = new Map(progress.steps.map(outcome => [outcome.step, outcome]));
  const current = captureSteps.find(step => !past.has(step)) ?? 'commit';
  return captureSteps.map(step => {
    const ended = past.get(step);
    if (ended !== undefined) return ended;
    if (step === current) return { step, outcome: 'failed', reason };
    if (step === 'commit') return { step, outcome: 'done' };
    return step === 'time-stamp' ? timeStamp : { step, outcome: 'skipped', reason };
  });
}
