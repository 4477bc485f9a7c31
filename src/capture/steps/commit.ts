import type { CaptureStep, StepOutcome } from '../../model/capture.ts';
import type { ExhibitReference } from '../../model/exhibit.ts';
import { Fault, faultCodeOf } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { reasonOf } from '../reasons.ts';
import { buildRecord, draftOf, outcomeOf } from '../record.ts';
import { startThumbnail } from '../thumbnail.ts';
import { timeStamp } from './time-stamp.ts';

/** How a capture ended that was kept. */
export interface Committed {
  readonly reference: ExhibitReference;
  readonly outcome: 'complete' | 'partial';
  readonly steps: readonly StepOutcome[];
}

/**
 * Keeps what was recorded: waits for every artifact to be in the log, leaves out what the log refused, and
 * commits the record with the rest. Throws the log's fault, or `fault`, when nothing is there to keep.
 */
export async function commit(
  context: CaptureContext,
  outcomes: readonly StepOutcome[],
  fault: Fault | undefined,
): Promise<Committed> {
  const { state, ports, request } = context;
  await Promise.all(state.kept.map(({ staged }) => staged));
  const refused = state.kept.find(({ refusal }) => refusal !== undefined);
  if (state.kept.every(({ refusal }) => refusal !== undefined)) throw nothingKept(refused?.refusal, fault);
  const steps: readonly StepOutcome[] = [
    ...withRefusals(context, outcomes),
    { step: 'commit', outcome: 'done' },
    timeStamp,
  ];
  await readFinalAddress(context);
  const thumbnail = await startThumbnail(context);
  const artifacts = state.kept.flatMap(kept => (kept.refusal === undefined ? [kept.artifact] : []));
  const draft = draftOf(context);
  const completedAt = ports.clock.now();
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

/** A step whose file the log refused did not do its work, whatever it thought. */
function withRefusals({ state }: CaptureContext, outcomes: readonly StepOutcome[]): readonly StepOutcome[] {
  const refused = new Map<CaptureStep, unknown>();
  for (const kept of state.kept) if (kept.refusal !== undefined) refused.set(kept.step, kept.refusal);
  return outcomes.map(outcome =>
    refused.has(outcome.step)
      ? { step: outcome.step, outcome: 'failed', reason: reasonOf(refused.get(outcome.step)) }
      : outcome,
  );
}

async function readFinalAddress({ state, ports, request }: CaptureContext): Promise<void> {
  try {
    const tab = await ports.browser.tab(request.tabId);
    state.finalAddress = tab?.url ?? state.finalAddress;
  } catch (error) {
    // A tab that cannot be asked leaves the address it was last seen with.
    if (faultCodeOf(error) === undefined && !(error instanceof Error)) throw error;
  }
}
