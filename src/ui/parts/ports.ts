import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LogBackup } from '../../evidence/backup/open-backup.ts';
import type { SigningKeys } from '../../evidence/keys/signing-keys.ts';
import type { LogReader } from '../../evidence/reader.ts';
import type { HeldKey } from '../../evidence/store/held-key.ts';
import type { sendMessage } from '../../messaging/protocol.ts';
import type { VerificationReport } from '../../model/finding.ts';
import type { ReceiptFacts, ReceivedBundle, ReceivedId } from '../../model/received.ts';
import type { MadeFile, RequestOrder } from '../../reports/preservation/request-order.ts';
import type { Check } from '../verify/check.ts';

/** Sends one message to the background. Rejects with an error that carries a fault code, or with a defect. */
export type Send = typeof sendMessage;

/** Everything that a page uses of the browser around it. */
export interface Shell {
  /** The active tab of this page's window; undefined when there is none. */
  activeTab(): Promise<number | undefined>;
  /** Opens one of our own pages (`case.html#…`) in a tab and brings it to the front. */
  openPage(path: string): Promise<void>;
  /** Opens a web address in a tab in front, as a link does. Call it only when the user presses something. */
  openAddress(address: URL): Promise<void>;
  /** Opens the log beside the page. Call it inside the handler of a click. */
  openBeside(): Promise<void>;
  /** The current keys of a command; undefined when it has none. */
  shortcut(command: string): Promise<string | undefined>;
  /**
   * Asks the user to let Holdfast reach these web addresses, unless it already may. Returns whether it may. Call it
   * inside the handler of a click.
   */
  requestHosts(addresses: readonly string[]): Promise<boolean>;
  /** Gives up the permission to reach this address. Does nothing when there is none. */
  releaseHost(address: string): Promise<void>;
  closeWindow(): void;
  /**
   * Closes every other page of Holdfast and shows this address: in place of this page where it is a tab, else in a new
   * tab in front. Nobody is asked about anything unsaved.
   */
  leave(address: string): void;
  /** Calls `onLeft` when the user leaves on another page. Returns what ends the watch. */
  watchLeft(onLeft: () => void): () => void;
  /** Closes this page, whether tab, window or panel. */
  closePage(): void;
  /** Notes that Holdfast is in use, so that the log does not lock itself. */
  noteUse(): void;
  /** A small setting of this device, kept apart from the log; undefined when it was never set. */
  readSetting(name: string): Promise<unknown>;
  writeSetting(name: string, value: string | number): Promise<void>;
  /** Calls `onWaiting` as soon as an update of Holdfast waits, now or later. Returns what ends the watch. */
  watchUpdate(onWaiting: () => void): () => void;
}

/** A file to be kept as it is, with its report and the facts of its receipt. */
export interface KeepRequest {
  readonly file: File;
  readonly report: VerificationReport;
  readonly facts: ReceiptFacts;
  /** Name and version of the program that checked it. */
  readonly checkedWith: string;
  /** Asks the background to take over what was stored under this id. */
  readonly keep: (id: ReceivedId) => Promise<void>;
}

/** Watches and stops the keeping of a file. `done` and `total` are bytes. */
export interface KeepControl {
  readonly signal: AbortSignal;
  readonly checkedAt: Date;
  onProgress(done: number, total: number): void;
}

/** What a page needs to take files of others into a case. */
export interface ReceivingPort {
  readonly check: Check;
  readonly keep: (request: KeepRequest, control: KeepControl) => Promise<void>;
  /** The receipt as Word document and as text. */
  readonly receipt: (bundle: ReceivedBundle) => Promise<readonly MadeFile[]>;
}

/** The outside world as components see it. */
export interface Ports {
  readonly log: LogReader;
  readonly heldKey: HeldKey;
  readonly send: Send;
  readonly keys: SigningKeys;
  readonly backup: LogBackup;
  readonly shell: Shell;
  readonly now: () => Date;
  /** Makes the papers that ask a platform to keep data. When absent, none are offered. */
  readonly saveRequest?: (request: RequestOrder) => Promise<readonly MadeFile[]>;
  /** When absent, no file can be received. */
  readonly receiving?: ReceivingPort;
}

const PortsContext = createContext<Ports | undefined>(undefined);

export const PortsProvider = PortsContext.Provider;

/** The ports of the page around this component. Throws outside a page, which is a defect. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (ports === undefined) throw new Error('component outside a page');
  return ports;
}
