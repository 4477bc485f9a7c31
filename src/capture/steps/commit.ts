import { boundedText } from '../../model/bounded-text.ts';
import type { CaptureStep, StepOutcome } from '../../model/capture.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { startThumbnail } from '../pictures/thumbnail.ts';
import { reasonOf } from '../reasons.ts';
import { buildRecord, draftOf, outcomeOf } from '../record.ts';
import { timeStamp } from './time-stamp.ts';

/** How a capture that was kept ended. */
export interface Committed {
  readonly reference: ExhibitReference;
  readonly outcome: 'complete' | 'partial';
  readonly steps: readonly StepOutcome[];
}

/**
 * Commits the record with every artifact that the log did not refuse. Does not wait for files that are still being
 * staged: the log writes them with the record. Throws the log's fault, or `fault`, when there is nothing to keep.
 */
export async function commit(
  context: CaptureContext,
  outcomes: readonly StepOutcome[],
  fault: Fault | undefined,
): Promise<Committed> {
  const { kept } = context.state;
  const [thumbnail] = await Promise.all([startThumbnail(context), noteLaterAddress(context)]);
  for (;;) {
    const refused = kept.filter(({ refusal }) => refusal !== undefined);
    if (refused.length === kept.length) throw nothingKept(refused[0]?.refusal, fault);
    try {
      return await commitKept(context, outcomes, thumbnail);
    } catch (error) {
      // A file that the log refused meanwhile would stop every commit, so try again without it.
      await Promise.all(kept.map(({ staged }) => staged));
      if (kept.filter(({ refusal }) => refusal !== undefined).length === refused.length) throw error;
    }
  }
}

async function commitKept(
  context: CaptureContext,
  outcomes: readonly StepOutcome[],
  thumbnail: Uint8Array | undefined,
): Promise<Committed> {
  const { state, ports, request } = context;
  const steps: readonly StepOutcome[] = [
    ...withRefusals(context, outcomes),
    { step: 'commit', outcome: 'done' },
    timeStamp,
  ];
  const artifacts = state.kept.flatMap(kept => (kept.refusal === undefined ? [kept.artifact] : []));
  const draft = draftOf(context.state);
  // Even if the clock is set back, the end is not before the picture.
  const completedAt = Math.max(ports.clock.now(), Date.parse(state.clocks?.capturedAt ?? request.startedAt));
  const { reference } = await ports.log.commitCapture({
    captureId: request.captureId,
    caseId: request.caseId,
    build: given => ({
      record: buildRecord({ request, reference: given, draft, steps, artifacts, completedAt }),
    }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  });
  return { reference, outcome: outcomeOf(steps), steps };
}

function nothingKept(refusal: unknown, fault: Fault | undefined): unknown {
  return refusal ?? fault ?? new Fault('capture.page.unreachable', 'nothing was recorded');
}

/** Marks the steps whose files the log refused as failed. */
function withRefusals({ state }: CaptureContext, outcomes: readonly StepOutcome[]): readonly StepOutcome[] {
  const refused = new Map<CaptureStep, unknown>();
  for (const kept of state.kept) if (kept.refusal !== undefined) refused.set(kept.step, kept.refusal);
  return outcomes.map(outcome =>
    refused.has(outcome.step)
      ? { step: outcome.step, outcome: 'failed', reason: reasonOf(refused.get(outcome.step)) }
      : outcome,
  );
}

/**
 * Notes a later address of the page. The record names the address of what it holds, and the later one could be mistaken
 * for it.
 */
async function noteLaterAddress(context: CaptureContext): Promise<void> {
  const { state, ports, request } = context;
  try {
    const later = (await ports.browser.tab(request.tabId))?.url;
    if (later === undefined || later === state.finalAddress) return;
    context.note({
      kind: 'other',
      detail: `After its last picture, and before the recording ended, the address of the page became ${boundedText(later, 2_000)}.`,
    });
  } catch (error) {
    // A tab that cannot be asked has no later address to note.
    if (faultCodeOf(error) === undefined && !(error instanceof Error)) throw error;
  }
}
