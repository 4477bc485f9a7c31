import type { Browser } from 'webextension-polyfill';
import { openLog } from '../../evidence/open-log.ts';
import { sendMessage } from '../../messaging/protocol.ts';
import { browserShell } from './browser-shell.ts';
import type { Ports } from './ports.ts';

/** The ports of a page in the real browser. The log is opened when it is first read. */
export async function browserPorts(browser: Browser): Promise<Ports> {
  const now = () => new Date();
  return {
    log: openLog({ now, random: bytes => crypto.getRandomValues(bytes) }).reader,
    send: (type, request) => sendMessage(type, request),
    shell: await browserShell(browser),
    now,
  };
}
