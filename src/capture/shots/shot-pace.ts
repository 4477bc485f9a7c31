/** How many shots the browser allows within how many milliseconds. */
export interface ShotQuota {
  readonly shots: number;
  readonly windowMs: number;
}

/**
 * Chromium's `MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND` is 2: a window opens with the first call, and the third call
 * within its second throws. The margin covers the delay between this process and the browser's.
 * https://developer.chrome.com/docs/extensions/reference/api/tabs#property-MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND
 */
export const chromiumQuota: ShotQuota = { shots: 2, windowMs: 1_015 };

interface PaceClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * A queue for shots. With a quota of two, each shot follows the one two places before it by a whole window, so the
 * quota holds wherever the browser's own window begins. One queue serves all windows, as the quota does.
 */
export class ShotPace {
  readonly #quota: ShotQuota;
  readonly #clock: PaceClock;
  /** When the last shots were allowed, oldest first; as many as the quota allows. */
  #last: readonly number[] = [];
  #queue: Promise<void> = Promise.resolve();

  constructor(quota: ShotQuota, clock: PaceClock) {
    this.#quota = quota;
    this.#clock = clock;
  }

  /** Resolves when a shot may be taken; each call takes one place, in the order of the calls. */
  turn(): Promise<void> {
    const turn = this.#queue.then(() => this.#take());
    this.#queue = turn;
    return turn;
  }

  /** Call when the browser refused for its quota although the pace allowed the shot: a full window begins now. */
  refused(): void {
    this.#last = Array.from({ length: this.#quota.shots }, () => this.#clock.now());
  }

  async #take(): Promise<void> {
    // A loop, because timers may fire early and `refused` may extend the wait.
    for (let wait = this.#wait(); wait > 0; wait = this.#wait()) await this.#clock.sleep(wait);
    this.#last = [...this.#last, this.#clock.now()].slice(-this.#quota.shots);
  }

  /** Milliseconds until the next shot may be taken. */
  #wait(): number {
    const [oldest] = this.#last;
    if (oldest === undefined || this.#last.length < this.#quota.shots) return 0;
    return oldest + this.#quota.windowMs - this.#clock.now();
  }
}
