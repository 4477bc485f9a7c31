/** How many shots the browser allows in how many milliseconds. */
export interface ShotQuota {
  readonly shots: number;
  readonly windowMs: number;
}

/**
 * Chromium's `MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND` is 2: a window opens with the first call and the
 * third call within its second throws. The margin covers the way from this process to the browser's.
 * https://developer.chrome.com/docs/extensions/reference/api/tabs#property-MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND
 */
export const chromiumQuota: ShotQuota = { shots: 2, windowMs: 1_015 };

interface PaceClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * A queue for shots: both places of a window may be used as soon as the page is ready, the next window
 * opens a second after the first place was taken. One queue serves all windows, as the quota does.
 */
export class ShotPace {
  readonly #quota: ShotQuota;
  readonly #clock: PaceClock;
  #windowStart = Number.NEGATIVE_INFINITY;
  #taken = 0;
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

  /** The browser refused for its quota although the pace allowed it: a full window begins now. */
  refused(): void {
    this.#windowStart = this.#clock.now();
    this.#taken = this.#quota.shots;
  }

  async #take(): Promise<void> {
    // A loop, because timers may wake early and `refused` may move the window while this waits.
    while (this.#taken >= this.#quota.shots && this.#clock.now() < this.#windowStart + this.#quota.windowMs) {
      await this.#clock.sleep(this.#windowStart + this.#quota.windowMs - this.#clock.now());
    }
    const now = this.#clock.now();
    if (now >= this.#windowStart + this.#quota.windowMs) {
      this.#windowStart = now;
      this.#taken = 0;
    }
    this.#taken += 1;
  }
}
