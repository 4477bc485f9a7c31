import type { AuthoritiesAnswer } from '../bundle/write/ask-authorities.ts';
import { fromHex } from '../crypto/hex.ts';
import type { DueTimeStamp, TimeStampLog } from '../evidence/stamps/time-stamp-log.ts';
import { type Instant, toInstant } from '../model/identifiers.ts';
import {
  type Anchor,
  type Authorities,
  type AuthorityFailure,
  type AuthorityRefusal,
  anchors,
  areTwoAsked,
  isAsked,
} from '../model/time-stamp.ts';

/** What the queue needs. Times are milliseconds since the Unix epoch. */
export interface TimeStampQueueOptions {
  readonly log: Omit<TimeStampLog, 'setAuthorities'> & { readAuthorities(): Promise<Authorities> };
  /**
   * Asks the authorities in their order for a time-stamp over a SHA-256. `besides` is a reply whose authority must not
   * give the new one. Never rejects.
   */
  readonly ask: (
    imprint: Uint8Array,
    authorities: Authorities,
    besides?: Uint8Array,
  ) => Promise<AuthoritiesAnswer>;
  readonly now: () => number;
  /** Schedules a call of {@link TimeStampQueue.run} that survives the worker; undefined cancels it. */
  readonly wakeAt: (at: number | undefined) => void;
  /** Keeps the background alive while the work runs. */
  readonly keepAwake: <T>(work: () => Promise<T>) => Promise<T>;
}

const MINUTE = 60_000; // ms

/** Pauses after failed attempts; the last one repeats. */
const pauses = [1, 2, 5, 15, 30, 60].map(minutes => minutes * MINUTE);

/** Failures that concern no single record: the next record would fail too. */
const general: ReadonlySet<AuthorityFailure> = new Set([
  'not-permitted',
  'stopped',
  'unreachable',
  'timed-out',
  'http-error',
]);

/** Which authorities to ask, and for which time-stamp of a record. */
interface Asking {
  readonly authorities: Authorities;
  readonly anchor: Anchor;
}

/** Why there is no time-stamp, and whether the next record would fail too. */
interface Failure {
  readonly refusals: readonly AuthorityRefusal[];
  readonly isGeneral: boolean;
}

/**
 * Asks for the time-stamps of committed records, one after the other, until each has one. Where two authorities are to
 * confirm each record, the second is asked once the first one's answer is kept. What is due is held in the log, so a
 * worker that dies or a browser that closes loses nothing. Never rejects.
 */
export class TimeStampQueue {
  readonly #options: TimeStampQueueOptions;
  #running: Promise<void> | undefined;
  #isWanted = false;

  constructor(options: TimeStampQueueOptions) {
    this.#options = options;
  }

  /** Asks for all that is due; a call during a run makes it look once more. Resolves when nothing is due. */
  run(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#runAll();
    return this.#running;
  }

  /** Asks for everything that waits, due or not: after coming online again, or when the authorities were changed. */
  async runAtOnce(): Promise<void> {
    const { log, now } = this.#options;
    await log.hastenTimeStamps(toInstant(now())).catch(() => undefined);
    await this.run();
  }

  async #runAll(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      // The log cannot be used now: the next capture, alarm or start of the browser tries again.
      await this.#pass().catch(() => undefined);
    }
    this.#running = undefined;
  }

  async #pass(): Promise<void> {
    const { log, now, wakeAt, keepAwake } = this.#options;
    const authorities = await log.readAuthorities();
    if (!isAsked(authorities)) return wakeAt(undefined);
    await log.queueTimeStamps();
    const asked: readonly Anchor[] = areTwoAsked(authorities) ? anchors : [1];
    for (const anchor of asked) {
      const due = await log.dueTimeStamps(toInstant(now()), anchor);
      if (due.length > 0) await keepAwake(() => this.#askForAll(due, { authorities, anchor }));
    }
    const next = await Promise.all(asked.map(anchor => log.nextTimeStampAt(anchor)));
    const soonest = next.flatMap(at => (at === undefined ? [] : [Date.parse(at)]));
    wakeAt(soonest.length === 0 ? undefined : Math.min(...soonest));
  }

  /** Groups by the address of the first time-stamp, because that decides which authorities are asked. */
  async #askForAll(due: readonly DueTimeStamp[], asking: Asking): Promise<void> {
    const firsts = new Set(due.map(({ first }) => first?.address));
    for (const address of firsts)
      await this.#askFor(
        due.filter(({ first }) => first?.address === address),
        asking,
      );
  }

  async #askFor(due: readonly DueTimeStamp[], asking: Asking): Promise<void> {
    for (const [index, each] of due.entries()) {
      const failure = await this.#stamp(each, asking);
      if (failure === undefined) continue;
      const { log } = this.#options;
      // No authority can answer now: postpone the rest too, without asking.
      const others = failure.isGeneral ? due.slice(index + 1) : [];
      const refusals = failure.refusals;
      for (const { captureId, attempts } of [each, ...others])
        await log.postponeTimeStamp(captureId, {
          refusals,
          nextAt: this.#nextAt(attempts),
          anchor: asking.anchor,
        });
      if (failure.isGeneral) return;
    }
  }

  /** Asks for one time-stamp; returns why there is none, or undefined when it was kept. */
  async #stamp(
    { captureId, recordSha256, first }: DueTimeStamp,
    { authorities, anchor }: Asking,
  ): Promise<Failure | undefined> {
    const { log, ask, now } = this.#options;
    // Without a readable first time-stamp nobody can tell whether a second comes from another authority.
    if (anchor === 2 && first === undefined) return { refusals: [], isGeneral: false };
    const addresses = authorities.addresses.filter(address => address !== first?.address);
    const askedAt = toInstant(now());
    const answer = await ask(fromHex(recordSha256), { ...authorities, addresses }, first?.reply);
    if (!('reply' in answer)) {
      const { refusals } = answer;
      return { refusals, isGeneral: refusals.every(({ failure }) => general.has(failure)) };
    }
    const { facts, reply, lists, address, clockDifference } = answer;
    const files = { reply, ...(lists && { lists }) };
    await log.keepTimeStamp(captureId, {
      files,
      facts: {
        genTime: toInstant(facts.genTime.getTime()),
        ...(facts.authority === undefined ? {} : { authority: facts.authority.slice(0, 200) }),
        address,
        askedAt,
        receivedAt: toInstant(now()),
        clockDifference: clockDifference / 1000,
      },
      anchor,
      awaitsSecond: anchor === 1 && areTwoAsked(authorities),
    });
    return undefined;
  }

  #nextAt(attempts: number): Instant {
    const pause = pauses[Math.min(attempts, pauses.length - 1)] ?? MINUTE;
    return toInstant(this.#options.now() + pause);
  }
}
