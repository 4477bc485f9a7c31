import type { z } from 'zod';
import { sha256 } from '../crypto/digest.ts';
import { type PageAnswer, type PageQuestion, pageAnswers } from '../messaging/page-protocol.ts';
import type { Artifact, CaptureStep, PageChange } from '../model/capture.ts';
import type { CaptureCheckName, CheckResult } from '../model/capture-check.ts';
import { Fault } from '../model/fault.ts';
import { sha256Schema } from '../model/identifiers.ts';
import type { Answered, ArgumentsOf, Question } from './browser.ts';
import { LatestWrite } from './latest-write.ts';
import type { CapturePorts, CaptureRequest } from './ports.ts';
import { draftOf } from './record.ts';
import { reasonForSilence } from './shots/mute-page.ts';
import type { CaptureState, KeptArtifact } from './state.ts';

export type ArtifactDraft = Omit<Artifact, 'size' | 'sha256'>;

/** The most changes that a record lists, except cuts: a page may have any number of fixed elements. */
const mostChanges = 400;

const gravity: Readonly<Record<CheckResult, number>> = {
  'not-needed': 0,
  held: 1,
  'not-made': 2,
  failed: 3,
};

/** Questions that hide, move or scroll something, which `restore` reverts. */
const altering: readonly PageQuestion[] = ['lookAt', 'walkThrough'];

/** Default time in milliseconds in which the page must answer a question. */
export const answerLimitMs = 5_000;

/** One capture while it runs: its ports, its state, and what all steps share. */
export class CaptureContext {
  readonly request: CaptureRequest;
  readonly ports: CapturePorts;
  readonly signal: AbortSignal;
  readonly state: CaptureState = {
    address: '',
    finalAddress: '',
    zoom: 1,
    tiles: [],
    pictures: new Map(),
    touched: false,
    agentPlaced: false,
    silent: false,
    changes: [],
    checks: [],
    kept: [],
    compositions: [],
  };
  step: CaptureStep = 'guard';
  readonly #onProgress: (done: number, total: number) => void;
  readonly #stopped: Promise<never>;
  readonly #draft: LatestWrite;

  constructor(
    request: CaptureRequest,
    ports: CapturePorts,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ) {
    this.request = request;
    this.ports = ports;
    this.signal = signal;
    this.#onProgress = onProgress;
    this.#draft = new LatestWrite({
      write: async () => ports.log.keepDraft(request.captureId, draftOf(this.state)),
      sleep: ports.clock.sleep,
      gapMs: 60,
    });
    this.#stopped = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    this.#stopped.catch(() => undefined);
  }

  /**
   * Asks the page and parses its answer. Throws `capture.page.not-answering` after `limitMs` or when the answer does
   * not fit the schema, `capture.stopped` when the user stops, and the port's faults.
   */
  async ask<Q extends PageQuestion>(
    question: Q,
    args: ArgumentsOf<Q>,
    limitMs: number = answerLimitMs,
  ): Promise<PageAnswer<Q>> {
    if (altering.includes(question)) this.#touch();
    const asked = this.ports.browser.ask(this.request.tabId, question, args);
    const answer = await this.withinLimit(asked, limitMs, question);
    return this.answerOf(question, { answer });
  }

  /**
   * Asks several questions in one call; read each answer with {@link answerOf}. `limitMs` is for all of them together.
   * Throws what {@link ask} throws.
   */
  askInOrder(questions: readonly Question[], limitMs: number = answerLimitMs): Promise<readonly Answered[]> {
    if (questions.some(({ question }) => altering.includes(question))) this.#touch();
    const asked = this.ports.browser.askInOrder(this.request.tabId, questions);
    const names = questions.map(({ question }) => question).join(', ');
    return this.withinLimit(asked, limitMs, names);
  }

  /** Parses an answer. Throws the page's error instead, or `capture.page.not-answering` when it does not fit. */
  answerOf<Q extends PageQuestion>(question: Q, answered: Answered | undefined): PageAnswer<Q> {
    if (answered !== undefined && 'error' in answered) throw answered.error;
    const schema: z.ZodType<PageAnswer<Q>> = pageAnswers[question] as unknown as z.ZodType<PageAnswer<Q>>;
    const parsed = schema.safeParse(answered?.answer);
    if (!parsed.success) throw new Fault('capture.page.not-answering', `no true answer to ${question}`);
    this.state.silent = false;
    return parsed.data;
  }

  /**
   * The promise's value. When the time runs out first, throws what became of the tab if that is the cause, else
   * `capture.page.not-answering`. Throws `capture.stopped` when the user stops, and what the promise throws.
   */
  async withinLimit<T>(promise: Promise<T>, limitMs: number, what: string): Promise<T> {
    const answer = await this.inTime(promise, limitMs);
    if (answer !== undefined) return answer.value;
    this.state.silent = true;
    const code = (await reasonForSilence(this)) ?? 'capture.page.not-answering';
    throw new Fault(code, `no answer to ${what} in ${limitMs} ms`);
  }

  /** The value; undefined when the time runs out first. Throws when the user stops, and what the promise throws. */
  async inTime<T>(promise: Promise<T>, limitMs: number): Promise<{ readonly value: T } | undefined> {
    this.signal.throwIfAborted();
    const given = promise.then(value => ({ value }));
    const late = this.ports.clock.sleep(limitMs).then(() => undefined);
    return await Promise.race([given, late, this.#stopped]);
  }

  /**
   * Digests the bytes and stages them in the log without waiting; the commit waits. Throws the log's error for an
   * earlier file that it refused, because it would refuse this one too.
   */
  async keep(draft: ArtifactDraft, bytes: Uint8Array): Promise<Artifact> {
    const refused = this.state.kept.find(({ refusal }) => refusal !== undefined);
    if (refused !== undefined) throw refused.refusal;
    const digest = sha256Schema.parse(await sha256(bytes));
    const artifact: Artifact = { ...draft, size: bytes.length, sha256: digest };
    const staging = this.ports.log.stage(this.request.captureId, artifact, bytes);
    const kept: KeptArtifact = {
      artifact,
      step: this.step,
      staged: staging.catch((error: unknown) => {
        kept.refusal = error;
      }),
    };
    this.state.kept.push(kept);
    return artifact;
  }

  /** Adds to the record's list of changes to the page, without duplicates. */
  note(...changes: readonly PageChange[]): void {
    for (const change of changes) {
      // A truncated picture must be named even when the list is full.
      if (this.state.changes.length >= mostChanges && change.kind !== 'truncated') continue;
      const known = this.state.changes.some(
        other => other.kind === change.kind && other.detail === change.detail,
      );
      if (!known) this.state.changes.push(change);
      // If this worker dies, the draft must say how the page had been altered.
      if (!known && this.state.touched) this.keepDraft();
    }
  }

  /**
   * Notes a check with its result and a sentence in plain words. Of several results for one check the gravest is kept,
   * so that later successes do not hide a failure.
   */
  check(check: CaptureCheckName, result: CheckResult, detail: string): void {
    const { checks } = this.state;
    const at = checks.findIndex(known => known.check === check);
    const known = checks[at];
    if (known !== undefined && gravity[known.result] >= gravity[result]) return;
    checks.splice(at === -1 ? checks.length : at, 1, { check, result, detail, step: this.step });
    this.keepDraft();
  }

  /** Writes to the log that the page is altered, before it is. */
  #touch(): void {
    if (this.state.touched) return;
    this.state.touched = true;
    this.keepDraft();
  }

  /** Writes the draft to the log in case this worker dies. Does not wait and never fails. */
  keepDraft(): void {
    this.#draft.due();
  }

  /** Reports how far the current step is. */
  progress(done: number, total: number): void {
    this.#onProgress(done, Math.max(done, total));
  }
}
