import { lifelineName } from '../../messaging/lifeline.ts';
import { extensionApi, type Port } from './extension-api.ts';

const tickMs = 1_000;
/**
 * After this many ticks without a question the background counts as hung; longer than any wait of a capture. Ticks are
 * counted instead of time, which runs on while the computer sleeps.
 */
const longestSilence = 90;

/**
 * The agent's connection to the background that injected it. Lost when the background dies, when the extension is
 * reloaded, updated or disabled, when the background closes it, or after 90 seconds without a question. The page's own
 * code cannot see it.
 */
export class Lifeline {
  readonly #onLost: () => void;
  #port: Port | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #silence = 0;
  #isWaiting = false;
  #isLost = false;

  /** `onLost` is called once for every lost connection, never for a released one. */
  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  /** Whether the background that injected the agent is known to be gone; reset by {@link renew}. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Connects to the current background. */
  renew(): void {
    this.#isLost = false;
    this.hold();
  }

  /** Call on every sign of life of the background: resets the silence, and connects when there is no connection. */
  hold(): void {
    this.#silence = 0;
    if (this.#isLost || this.#ticking !== undefined) return;
    this.#ticking = setInterval(() => this.#tick(), tickMs);
    this.#connect();
  }

  /** While the user chooses a post, silence does not count. */
  wait(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
  }

  /** Closes the connection, when nothing is left to restore. */
  release(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#isWaiting = false;
    const port = this.#port;
    this.#port = undefined;
    try {
      port?.disconnect();
    } catch {
      // The extension was reloaded, so its ports are closed already.
    }
  }

  #connect(): void {
    try {
      const port = extensionApi()?.runtime?.connect({ name: lifelineName });
      this.#port = port;
      port?.onDisconnect.addListener(() => {
        // Chromium logs an error in the console unless this is read.
        void extensionApi()?.runtime?.lastError;
        if (port === this.#port) this.#lose();
      });
    } catch {
      // The extension that injected this agent is gone.
      this.#lose();
    }
  }

  #tick(): void {
    this.#silence += this.#isWaiting ? 0 : 1;
    // Chromium leaves an API without an id when the extension has gone.
    const isOrphan = this.#port !== undefined && extensionApi()?.runtime?.id === undefined;
    if (isOrphan || this.#silence >= longestSilence) this.#lose();
  }

  #lose(): void {
    this.#isLost = true;
    this.release();
    this.#onLost();
  }
}
