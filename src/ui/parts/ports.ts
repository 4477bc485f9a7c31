import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LogReader } from '../../evidence/reader.ts';
import type { sendMessage } from '../../messaging/protocol.ts';

/** Sends one message to the background. Rejects with an error that carries a fault code, or a defect. */
export type Send = typeof sendMessage;

/** Everything that a page needs of the browser around it; nothing else of the browser is used. */
export interface Shell {
  /** The tab in front of the window that this page belongs to; undefined when there is none. */
  activeTab(): Promise<number | undefined>;
  /** Opens one of our own pages (`case.html#…`) in a tab and brings it to the front. */
  openPage(path: string): Promise<void>;
  /** Opens the log beside the page. Must be called inside the handler of a click. */
  openBeside(): Promise<void>;
  /** The keys of a command as the browser has them now, or undefined when none are set. */
  shortcut(command: string): Promise<string | undefined>;
  closeWindow(): void;
  /** A small setting of this device, kept apart from the log; undefined when it was never set. */
  readSetting(name: string): Promise<unknown>;
  writeSetting(name: string, value: string | number): Promise<void>;
}

/** The outside world, as every component sees it. */
export interface Ports {
  readonly log: LogReader;
  readonly send: Send;
  readonly shell: Shell;
  readonly now: () => Date;
}

const PortsContext = createContext<Ports | undefined>(undefined);

export const PortsProvider = PortsContext.Provider;

/** The ports of the page that this component stands in. Throws when it stands in none: a defect. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (ports === undefined) throw new Error('component outside a page');
  return ports;
}
