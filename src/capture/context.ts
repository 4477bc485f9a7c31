import type { z } from 'zod';
import { sha256 } from '../crypto/digest.ts';
import { type PageAnswer, type PageQuestion, pageAnswers } from '../messaging/page-protocol.ts';
import type { Artifact, CaptureStep, PageChange } from '../model/capture.ts';
import type { CaptureCheckName, CheckResult } from '../model/capture-check.ts';
import { Fault } from '../model/fault.ts';
import { sha256Schema } from '../model/identifiers.ts';
import type { Answered, ArgumentsOf, Question } from './browser.ts';
import { LatestWrite } from './latest-write.ts';
import { reasonForSilence } from './mute-page.ts';
import type { CapturePorts, CaptureRequest } from './ports.ts';
import { draftOf } from './record.ts';
import type { CaptureState, KeptArtifact } from './state.ts';

export type ArtifactDraft = Omit<Artifact, 'size' | 'sha256'>;

/** A record lists no more changes than this: a page may have any number of fixed elements. */
const mostChanges = 400;

const gravity: Readonly<Record<CheckResult, number>> = {
  'not-needed': 0,
  held: 1,
  'not-made': 2,
  failed: 3,
};

/** Questions that hide, move or scroll something: `restore` puts it back. */
const altering: readonly PageQuestion[] = ['lookAt', 'walkThrough'];

/** Default time in milliseconds in which the page must answer a question. */
export const answerLimitMs = 5_000;

/** One capture while it runs: its ports, its state, and the few things that every step does. */
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
   * Asks the page and parses what it answers. Throws `capture.page.not-answering` after `limitMs`, or when the
   * answer is none; `capture.stopped` when the user stops; the port's faults otherwise.
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
   * Asks several questions on one way; read each answer with {@link answerOf}. Throws
   * `capture.page.not-answering` after `limitMs` for all of them, and what {@link ask} throws.
   */
  askInOrder(questions: readonly Question[], limitMs: number = answerLimitMs): Promise<readonly Answered[]> {
    if (questions.some(({ question }) => altering.includes(question))) this.#touch();
    const asked = this.ports.browser.askInOrder(this.request.tabId, questions);
    const names = questions.map(({ question }) => question).join(', ');
    return this.withinLimit(asked, limitMs, names);
  }

  /** Parses an answer. Throws what kept the page from giving it, `capture.page.not-answering` when it is none. */
  answerOf<Q extends PageQuestion>(question: Q, answered: Answered | undefined): PageAnswer<Q> {
    if (answered !== undefined && 'error' in answered) throw answered.error;
    const schema: z.ZodType<PageAnswer<Q>> = pageAnswers[question] as unknown as z.ZodType<PageAnswer<Q>>;
    const parsed = schema.safeParse(answered?.answer);
    if (!parsed.success) throw new Fault('capture.page.not-answering', `no true answer to ${question}`);
    this.state.silent = false;
    return parsed.data;
  }

  /**
   * What the page is to answer. Throws `capture.page.not-answering` when the time runs out first, or what became of its tab
   * where that is why; `capture.stopped` when the user stops; and what the promise throws.
   */
  async withinLimit<T>(promise: Promise<T>, limitMs: number, what: string): Promise<T> {
    const answer = await this.inTime(promise, limitMs);
    if (answer !== undefined) return answer.value;
    this.state.silent = true;
    const code = (await reasonForSilence(this)) ?? 'capture.page.not-answering';
    throw new Fault(code, `no answer to ${what} in ${limitMs} ms`);
  }

  /** The promise's value; undefined when the time runs out first. Throws when the user stops, and what the promise throws. */
  async inTime<T>(promise: Promise<T>, limitMs: number): Promise<{ readonly value: T } | undefined> {
    this.signal.throwIfAborted();
    const given = promise.then(value => ({ value }));
    const late = this.ports.clock.sleep(limitMs).then(() => undefined);
    return await Promise.race([given, late, this.#stopped]);
  }

  /**
   * Digests the bytes and hands them to the log without waiting for it; the commit waits. Throws what the log
   * answered when it refused an earlier file: it would refuse this one too.
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

  /** Adds to what the record says was done to the page, without repeating itself. */
  note(...changes: readonly PageChange[]): void {
    for (const change of changes) {
      // What cuts a picture short is always said, however much a page gave to say before.
      if (this.state.changes.length >= mostChanges && change.kind !== 'truncated') continue;
      const known = this.state.changes.some(
        other => other.kind === change.kind && other.detail === change.detail,
      );
      if (!known) this.state.changes.push(change);
      // Should this worker die, the record of what is left says what the page had been made to look like.
      if (!known && this.state.touched) this.keepDraft();
    }
  }

  /**
   * Notes a check with its result and a sentence in plain words. Of several answers to one check the gravest stands:
   * one picture that failed is not made good by those that held.
   */
  check(check: CaptureCheckName, result: CheckResult, detail: string): void {
    const { checks } = this.state;
    const at = checks.findIndex(known => known.check === check);
    const known = checks[at];
    if (known !== undefined && gravity[known.result] >= gravity[result]) return;
    checks.splice(at === -1 ? checks.length : at, 1, { check, result, detail, step: this.step });
    this.keepDraft();
  }

  /** The log learns of it before the page is altered. */
  #touch(): void {
    if (this.state.touched) return;
    this.state.touched = true;
    this.keepDraft();
  }

  /** Lets the log know what is known so far, in case this worker dies. Waits for nothing and never fails. */
  keepDraft(): void {
    this.#draft.due();
  }

  /** Tells the journal how far the current step is. */
  progress(done: number, total: number): void {
    this.#onProgress(done, Math.max(done, total));
  }
}
