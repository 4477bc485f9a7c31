import type { PageChange, StepOutcome } from '../model/capture.ts';
import { isWellEnded } from '../model/capture-check.ts';
import { Fault, type FaultCode, faultCodeOf } from '../model/fault.ts';
import type { CaptureProgress } from '../model/journal.ts';
import { faultWords } from '../words/faults.ts';
import { CaptureContext } from './context.ts';
import { LatestWrite } from './latest-write.ts';
import type { CapturePorts, CaptureRequest } from './ports.ts';
import { endRestored, putBack } from './put-back.ts';
import { reasonOf } from './reasons.ts';
import { type Committed, commit } from './steps/commit.ts';
import type { Skipped, Step } from './steps/step.ts';
import { steps } from './steps.ts';

/**
 * Runs one capture from guard to commit. A step that fails makes the capture partial, and the steps that still make
 * sense go on; it is abandoned only when there is nothing to keep. Every step is journalled, and the page is restored
 * in every case. Resolves to the exhibit; throws the Fault that left nothing.
 */
export async function runCapture(
  request: CaptureRequest,
  ports: CapturePorts,
  signal: AbortSignal,
): Promise<Committed> {
  const journal = new Journal(request, ports);
  const context = new CaptureContext(request, ports, signal, (done, total) => journal.shots(done, total));
  const fate: Fate = { outcomes: [] };
  try {
    for (const step of steps) await runStep(step, context, journal, fate);
    await endWithPage(context, fate);
    journal.begin('commit', fate.outcomes);
    // The log ends the journal's row in the same transaction.
    return await commit(context, fate.outcomes, fate.first);
  } catch (error) {
    await journal.abandoned(faultCodeOf(error) ?? 'capture.page.unreachable');
    throw error;
  } finally {
    if (context.state.agentPlaced) await leavePage(context);
  }
}

/** The outcomes of the steps so far. `over` ends the capture early; `gone` means that no page is left to ask. */
interface Fate {
  outcomes: StepOutcome[];
  first?: Fault;
  over?: FaultCode;
  gone?: FaultCode;
}

async function runStep(step: Step, context: CaptureContext, journal: Journal, fate: Fate): Promise<void> {
  context.step = step.name;
  const reason = await reasonToSkip(step, context, fate);
  if (reason !== undefined) {
    // Only the first step that could not be tried counts as failed; the later ones follow from it.
    const outcome = fate.outcomes.some(past => past.outcome === 'failed') ? 'skipped' : 'failed';
    fate.outcomes.push({ step: step.name, outcome, reason });
    return;
  }
  journal.begin(step.name, fate.outcomes);
  try {
    const known = context.state.changes.length;
    const result = await step.run(context);
    const cut = context.state.changes.slice(known).find(({ kind }) => kind === 'truncated');
    const missed = context.state.checks.find(check => check.step === step.name && !isWellEnded(check));
    fate.outcomes.push(outcomeOfStep(step, result, missed ?? cut));
  } catch (error) {
    // A capture that the guard refused never began.
    if (step.name === 'guard') throw context.signal.aborted ? context.signal.reason : error;
    fate.outcomes.push({ step: step.name, outcome: 'failed', reason: reasonOf(error) });
    noteFailure(fate, error);
  }
}

/** A step whose check did not hold, or whose picture was truncated, failed although its result is kept. */
function outcomeOfStep(
  { name: step }: Step,
  result: Skipped | undefined,
  missed: Pick<PageChange, 'detail'> | undefined,
): StepOutcome {
  if (result !== undefined) return { step, outcome: 'skipped', reason: result.skipped };
  return missed === undefined
    ? { step, outcome: 'done' }
    : { step, outcome: 'failed', reason: missed.detail };
}

const gone: readonly FaultCode[] = [
  'capture.tab.closed',
  'capture.tab.navigated',
  'capture.tab.not-permitted',
  'capture.page.unreachable',
];

function noteFailure(fate: Fate, error: unknown): void {
  const code = faultCodeOf(error);
  if (code === undefined) return;
  fate.first ??= new Fault(code, code, { cause: error });
  if (code === 'capture.stopped' || code === 'capture.interrupted' || code.startsWith('log.'))
    fate.over ??= code;
  if (gone.includes(code)) fate.gone ??= code;
}

/** Why a step can no longer do its work; undefined when it should be tried. */
async function reasonToSkip(step: Step, context: CaptureContext, fate: Fate): Promise<string | undefined> {
  if (context.signal.aborted) noteFailure(fate, context.signal.reason);
  if (fate.over !== undefined) return faultWords[fate.over].happened;
  if (step.needs === 'nothing') return undefined;
  if (fate.gone !== undefined) return faultWords[fate.gone].happened;
  if (step.needs === 'answers' && context.state.silent) {
    try {
      await context.ask('measure', undefined, 2_000);
    } catch (error) {
      noteFailure(fate, error);
      return reasonOf(error);
    }
  }
  return undefined;
}

/** Marks the tiles step as failed when the page is not known to be as it was. */
async function endWithPage(context: CaptureContext, fate: Fate): Promise<void> {
  context.step = 'tiles';
  await endRestored(context);
  const missed = context.state.checks.find(check => check.check === 'restored' && !isWellEnded(check));
  if (missed === undefined) return;
  fate.outcomes = fate.outcomes.map(outcome =>
    outcome.step === 'tiles' && outcome.outcome === 'done'
      ? { step: 'tiles', outcome: 'failed', reason: missed.detail }
      : outcome,
  );
}

/** Has the agent restore styles and scroll position and remove the picker, whether or not anything is known altered. */
async function leavePage(context: CaptureContext): Promise<void> {
  context.state.touched = true;
  await putBack(context);
}

/**
 * The journal of one capture: writes in order, delays no step, and never fails a capture. Each write replaces the one
 * before.
 */
class Journal {
  readonly #ports: CapturePorts;
  #progress: CaptureProgress;
  readonly #note: LatestWrite;

  constructor(request: CaptureRequest, ports: CapturePorts) {
    const { captureId, caseId, scope, startedAt } = request;
    this.#ports = ports;
    this.#progress = { captureId, caseId, scope, startedAt, state: 'running', steps: [] };
    this.#note = new LatestWrite({
      write: async () => ports.log.update(this.#progress),
      sleep: ports.clock.sleep,
      gapMs: 60,
    });
  }

  begin(step: StepOutcome['step'], outcomes: readonly StepOutcome[]): void {
    const { done: _done, total: _total, ...rest } = this.#progress;
    this.#write({ ...rest, step, steps: [...outcomes] });
    if (step === 'commit') this.#note.dueNow();
  }

  shots(done: number, total: number): void {
    this.#write({ ...this.#progress, done, total });
  }

  async abandoned(fault: FaultCode): Promise<void> {
    this.#note.cancel();
    await this.#note.idle();
    await this.#ports.log.abandon(this.#progress.captureId, fault).catch(() => undefined);
  }

  #write(progress: CaptureProgress): void {
    this.#progress = progress;
    this.#note.due();
  }
}
