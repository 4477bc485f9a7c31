import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LogBackup } from '../../evidence/backup/open-backup.ts';
import type { SigningKeys } from '../../evidence/keys/signing-keys.ts';
import type { LogReader } from '../../evidence/reader.ts';
import type { sendMessage } from '../../messaging/protocol.ts';
import type { VerificationReport } from '../../model/finding.ts';
import type { ReceiptFacts, ReceivedBundle, ReceivedId } from '../../model/received.ts';
import type { MadeFile, RequestOrder } from '../../reports/preservation/request-order.ts';
import type { Check } from '../verify/check.ts';

/** Sends one message to the background. Rejects with an error that carries a fault code, or a defect. */
export type Send = typeof sendMessage;

/** Everything that a page needs of the browser around it; nothing else of the browser is used. */
export interface Shell {
  /** The tab in front of the window that this page belongs to; undefined when there is none. */
  activeTab(): Promise<number | undefined>;
  /** Opens one of our own pages (`case.html#…`) in a tab and brings it to the front. */
  openPage(path: string): Promise<void>;
  /** Opens an address of the web in a tab in front, as a link does. Only ever called by the user's own press. */
  openAddress(address: URL): Promise<void>;
  /** Opens the log beside the page. Must be called inside the handler of a click. */
  openBeside(): Promise<void>;
  /** The keys of a command as the browser has them now, or undefined when none are set. */
  shortcut(command: string): Promise<string | undefined>;
  /**
   * Asks the user to let Holdfast reach these web addresses, where it may not yet; answers whether it may. Must be
   * called inside the handler of a click.
   */
  requestHosts(addresses: readonly string[]): Promise<boolean>;
  /** Gives up the permission to reach this address. Does nothing where there is none. */
  releaseHost(address: string): Promise<void>;
  closeWindow(): void;
  /** A small setting of this device, kept apart from the log; undefined when it was never set. */
  readSetting(name: string): Promise<unknown>;
  writeSetting(name: string, value: string | number): Promise<void>;
  /** Says once an update of Holdfast waits, now or later; until the answer is called. */
  watchUpdate(onWaiting: () => void): () => void;
}

/** One file that is to be kept as it is, and what was found and told of it. */
export interface KeepRequest {
  readonly file: File;
  readonly report: VerificationReport;
  readonly facts: ReceiptFacts;
  /** Name and version of the program that checked it. */
  readonly checkedWith: string;
  /** Has the background take what was stored under this id. */
  readonly keep: (id: ReceivedId) => Promise<void>;
}

/** How keeping a file is watched and stopped: bytes so far, and in all. */
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

/** The outside world, as every component sees it. */
export interface Ports {
  readonly log: LogReader;
  readonly send: Send;
  readonly keys: SigningKeys;
  readonly backup: LogBackup;
  readonly shell: Shell;
  readonly now: () => Date;
  /** Makes the papers that ask a platform to keep data. Where it is absent, none are offered. */
  readonly saveRequest?: (request: RequestOrder) => Promise<readonly MadeFile[]>;
  /** Where it is absent, no file can be received. */
  readonly receiving?: ReceivingPort;
}

const PortsContext = createContext<Ports | undefined>(undefined);

export const PortsProvider = PortsContext.Provider;

/** The ports of the page that this component stands in. Throws when it stands in none: a defect. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (ports === undefined) throw new Error('component outside a page');
  return ports;
}
