import { lifelineName } from '../../messaging/lifeline.ts';
import { extensionApi, type Port } from './extension-api.ts';

const tickMs = 1_000;
/**
 * So many ticks without a question, and the background is taken to hang: longer than any wait of a capture. Ticks are
 * counted and not the time, which runs on while the computer sleeps.
 */
const longestSilence = 90;

/**
 * The agent's tie to the background that placed it. Lost when the background dies, when the extension is reloaded,
 * updated or switched off, when it ends the capture without a word, or when no question came for 90 seconds. The
 * page's own code sees nothing of it.
 */
export class Lifeline {
  readonly #onLost: () => void;
  #port: Port | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #silence = 0;
  #isWaiting = false;
  #isLost = false;

  /** `onLost` is called once for every tie that is lost, never for one that was let go. */
  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  /** Whether the background that placed the agent is known to be gone; until {@link renew}. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Ties the page to the background that is there now. */
  renew(): void {
    this.#isLost = false;
    this.hold();
  }

  /** Something was heard of the background: counts the silence anew, and ties the page where it is not tied. */
  hold(): void {
    this.#silence = 0;
    if (this.#isLost || this.#ticking !== undefined) return;
    this.#ticking = setInterval(() => this.#tick(), tickMs);
    this.#connect();
  }

  /** While the person chooses, as long as it takes, no question is missed. */
  wait(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
  }

  /** There is nothing left that would have to be put back. */
  release(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#isWaiting = false;
    const port = this.#port;
    this.#port = undefined;
    try {
      port?.disconnect();
    } catch {
      // The extension was reloaded: its ports are closed already.
    }
  }

  #connect(): void {
    try {
      const port = extensionApi()?.runtime?.connect({ name: lifelineName });
      this.#port = port;
      port?.onDisconnect.addListener(() => {
        // Read, or Chromium writes to the console that nobody did.
        void extensionApi()?.runtime?.lastError;
        if (port === this.#port) this.#lose();
      });
    } catch {
      // The extension that placed this agent is gone.
      this.#lose();
    }
  }

  #tick(): void {
    this.#silence += this.#isWaiting ? 0 : 1;
    // What Chromium leaves of an extension's API when the extension has gone.
    const isOrphan = this.#port !== undefined && extensionApi()?.runtime?.id === undefined;
    if (isOrphan || this.#silence >= longestSilence) this.#lose();
  }

  #lose(): void {
    this.#isLost = true;
    this.release();
    this.#onLost();
  }
}
