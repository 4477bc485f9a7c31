import type { CaptureBrowser, CaptureClock } from '../capture/browser.ts';
import type { CaptureLog } from '../capture/log.ts';
import type { CapturePorts } from '../capture/ports.ts';
import { runCapture } from '../capture/run.ts';
import type { CaptureScope } from '../model/capture.ts';
import { Fault, type FaultCode, faultCodeOf } from '../model/fault.ts';
import {
  type CaptureId,
  type CaseId,
  captureIdSchema,
  type Instant,
  toInstant,
} from '../model/identifiers.ts';
import type { CaptureProgress } from '../model/journal.ts';
import { pickPost } from './picking.ts';

/** What starting a capture needs of the log, besides what running it needs. */
export interface CapturesLog extends CaptureLog {
  /** The case that captures go to; created without asking when there is none. */
  ensureCase(): Promise<CaseId>;
  /** Opens the capture's journal row. */
  begin(progress: CaptureProgress): Promise<void>;
}

export interface CapturesOptions extends Omit<CapturePorts, 'log'> {
  readonly browser: CaptureBrowser;
  readonly clock: CaptureClock;
  readonly log: CapturesLog;
  /** A random UUID. */
  readonly createId: () => string;
  /** Keeps the background alive while the work runs. */
  readonly keepAwake: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when the captures that an earlier worker left unfinished have been ended. */
  readonly ready: Promise<void>;
  /** Called when a capture has ended; `fault` is set when it left no exhibit. */
  readonly onEnd: (end: CaptureEnd) => void;
}

/** How the user asked for a capture. */
export type Gesture = 'popup' | 'shortcut' | 'menu';

export interface CaptureEnd {
  readonly captureId: CaptureId;
  readonly tabId: number;
  readonly windowId: number;
  readonly scope: CaptureScope;
  readonly gesture: Gesture;
  readonly startedAt: Instant;
  readonly fault?: FaultCode;
}

export interface StartRequest {
  readonly tabId: number;
  readonly scope: CaptureScope;
  readonly gesture: Gesture;
}

interface Running extends StartRequest {
  readonly captureId: CaptureId;
  readonly windowId: number;
  readonly startedAt: Instant;
  readonly controller: AbortController;
  picking: boolean;
}

/**
 * The captures under way. One runs at a time in a window, because the browser shoots what the window shows; others of
 * that window wait. A new capture closes a picker that is still open in its window.
 */
export class Captures {
  readonly #options: CapturesOptions;
  readonly #beginning = new Set<CaptureId>();
  readonly #running = new Map<CaptureId, Running>();
  readonly #queues = new Map<number, Promise<void>>();

  constructor(options: CapturesOptions) {
    this.#options = options;
  }

  /** Journals the capture and returns its id before it runs. Throws `capture.tab.closed` and the log's faults. */
  async start(request: StartRequest): Promise<CaptureId> {
    const { browser, log, clock, createId } = this.#options;
    const startedAt = toInstant(clock.now());
    await this.#options.ready;
    const [tab, caseId] = await Promise.all([browser.tab(request.tabId), log.ensureCase()]);
    if (tab === undefined) throw new Fault('capture.tab.closed');
    const captureId = captureIdSchema.parse(createId());
    const { scope } = request;
    const picking = scope === 'post';
    this.#beginning.add(captureId);
    try {
      await log.begin({
        ...{ captureId, caseId, scope, startedAt, steps: [] },
        state: picking ? 'picking' : 'running',
      });
    } finally {
      this.#beginning.delete(captureId);
    }
    this.closePickers(tab.windowId);
    const running: Running = {
      ...request,
      ...{ captureId, startedAt, picking, windowId: tab.windowId, controller: new AbortController() },
    };
    this.#running.set(captureId, running);
    this.#enqueue(running, caseId);
    return captureId;
  }

  /** Stops a capture that runs or waits; does nothing when it has ended. */
  stop(captureId: CaptureId): void {
    this.#running.get(captureId)?.controller.abort(new Fault('capture.stopped'));
  }

  /** The ids of all captures that begin, run or wait. */
  running(): ReadonlySet<CaptureId> {
    return new Set([...this.#beginning, ...this.#running.keys()]);
  }

  /** Whether a capture of this tab runs or waits. */
  isAt(tabId: number): boolean {
    return [...this.#running.values()].some(running => running.tabId === tabId);
  }

  /** Closes the pickers that are open in this window, or in all of them. */
  closePickers(windowId?: number): void {
    for (const running of this.#running.values()) {
      if (running.picking && (windowId === undefined || running.windowId === windowId)) {
        running.controller.abort(new Fault('capture.post.not-chosen'));
      }
    }
  }

  #enqueue(running: Running, caseId: CaseId): void {
    const before = this.#queues.get(running.windowId) ?? Promise.resolve();
    const after = before.then(() => this.#run(running, caseId));
    this.#queues.set(running.windowId, after);
    void after.then(() => {
      if (this.#queues.get(running.windowId) === after) this.#queues.delete(running.windowId);
    });
  }

  /** Runs one capture to its end. Never rejects: the journal and {@link CapturesOptions.onEnd} say how it ended. */
  async #run(running: Running, caseId: CaseId): Promise<void> {
    const { captureId, tabId, windowId, scope, gesture, startedAt } = running;
    let fault: FaultCode | undefined;
    try {
      await this.#options.keepAwake(() => this.#pickAndCapture(running, caseId));
    } catch (error) {
      fault = faultCodeOf(error) ?? 'capture.page.unreachable';
    }
    this.#running.delete(captureId);
    const end = { captureId, tabId, windowId, scope, gesture, startedAt };
    this.#options.onEnd(fault === undefined ? end : { ...end, fault });
  }

  async #pickAndCapture(running: Running, caseId: CaseId): Promise<void> {
    const { captureId, tabId, scope, startedAt, controller } = running;
    const { copies } = this.#options;
    // Prepared while the user still chooses, so that it takes no time from the recording.
    copies.prepare();
    try {
      if (scope === 'post') await this.#pick(running);
      await runCapture(
        { captureId, caseId, tabId, scope, startedAt, agentReady: scope === 'post' },
        this.#options,
        controller.signal,
      );
    } finally {
      copies.release();
    }
  }

  async #pick(running: Running): Promise<void> {
    const { log } = this.#options;
    try {
      await pickPost(this.#options, running.tabId, running.controller.signal);
    } catch (error) {
      await log.abandon(running.captureId, faultCodeOf(error) ?? 'capture.page.unreachable');
      throw error;
    } finally {
      running.picking = false;
    }
  }
}
