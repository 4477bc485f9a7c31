import type { AuthoritiesAnswer } from '../bundle/ask-authorities.ts';
import { fromHex } from '../crypto/hex.ts';
import type { DueTimeStamp, TimeStampLog } from '../evidence/time-stamp-log.ts';
import { type Instant, toInstant } from '../model/identifiers.ts';
import { type Authorities, type AuthorityFailure, isAsked } from '../model/time-stamp.ts';

/** What the queue is given. Moments are milliseconds since the Unix epoch. */
export interface TimeStampQueueOptions {
  readonly log: Omit<TimeStampLog, 'setAuthorities'> & { readAuthorities(): Promise<Authorities> };
  /** Asks the authorities in their order for a time-stamp over a SHA-256. Never rejects. */
  readonly ask: (imprint: Uint8Array, authorities: Authorities) => Promise<AuthoritiesAnswer>;
  readonly now: () => number;
  /** Has {@link TimeStampQueue.run} called at this moment, whatever becomes of the worker; undefined: not at all. */
  readonly wakeAt: (at: number | undefined) => void;
  /** Keeps the background alive while the work runs. */
  readonly keepAwake: <T>(work: () => Promise<T>) => Promise<T>;
}

const MINUTE = 60_000; // ms

/** How long after each vain attempt all authorities are asked again; the last holds for all that follow. */
const pauses = [1, 2, 5, 15, 30, 60].map(minutes => minutes * MINUTE);

/** What says nothing about one record: the next would fare no better just now. */
const general: ReadonlySet<AuthorityFailure> = new Set([
  'not-permitted',
  'stopped',
  'unreachable',
  'timed-out',
  'http-error',
]);

/**
 * Asks for the time-stamps of records after they were committed, one after the other, and again until each has one.
 * It waits in the log: a worker that dies or a browser that closes loses nothing. Never rejects, never stops a capture.
 */
export class TimeStampQueue {
  readonly #options: TimeStampQueueOptions;
  #running: Promise<void> | undefined;
  #isWanted = false;

  constructor(options: TimeStampQueueOptions) {
    this.#options = options;
  }

  /** Asks for all that is due; a call while it runs has it look once more. Resolves when nothing is left to ask now. */
  run(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#runAll();
    return this.#running;
  }

  /** Asks for everything that waits, due or not: the computer is online again, or the authorities were changed. */
  async runAtOnce(): Promise<void> {
    const { log, now } = this.#options;
    await log.hastenTimeStamps(toInstant(now())).catch(() => undefined);
    await this.run();
  }

  async #runAll(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      // The log cannot be read or written now: the next capture, alarm or start of the browser tries again.
      await this.#pass().catch(() => undefined);
    }
    this.#running = undefined;
  }

  async #pass(): Promise<void> {
    const { log, now, wakeAt, keepAwake } = this.#options;
    const authorities = await log.readAuthorities();
    if (!isAsked(authorities)) return wakeAt(undefined);
    await log.queueTimeStamps();
    const due = await log.dueTimeStamps(toInstant(now()));
    if (due.length > 0) await keepAwake(() => this.#askFor(due, authorities));
    const next = await log.nextTimeStampAt();
    wakeAt(next === undefined ? undefined : Date.parse(next));
  }

  async #askFor(due: readonly DueTimeStamp[], authorities: Authorities): Promise<void> {
    for (const [index, each] of due.entries()) {
      const failure = await this.#stamp(each, authorities);
      if (failure === undefined) continue;
      const { log } = this.#options;
      // Nobody answers: what else is due waits too, and costs no wait of its own.
      const others = failure.isGeneral ? due.slice(index + 1) : [];
      const refusals = failure.refusals;
      for (const { captureId, attempts } of [each, ...others])
        await log.postponeTimeStamp(captureId, { refusals, nextAt: this.#nextAt(attempts) });
      if (failure.isGeneral) return;
    }
  }

  /** Asks for one; answers why there is none. */
  async #stamp({ captureId, recordSha256 }: DueTimeStamp, authorities: Authorities) {
    const { log, ask, now } = this.#options;
    const askedAt = toInstant(now());
    const answer = await ask(fromHex(recordSha256), authorities);
    if (!('reply' in answer)) {
      const { refusals } = answer;
      return { refusals, isGeneral: refusals.every(({ failure }) => general.has(failure)) };
    }
    const { facts, reply, lists, address, clockDifference } = answer;
    const files = { reply, ...(lists && { lists }) };
    await log.keepTimeStamp(captureId, files, {
      genTime: toInstant(facts.genTime.getTime()),
      ...(facts.authority === undefined ? {} : { authority: facts.authority.slice(0, 200) }),
      address,
      askedAt,
      receivedAt: toInstant(now()),
      clockDifference: clockDifference / 1000,
    });
    return undefined;
  }

  #nextAt(attempts: number): Instant {
    const pause = pauses[Math.min(attempts, pauses.length - 1)] ?? MINUTE;
    return toInstant(this.#options.now() + pause);
  }
}
