import { openLog } from '../../evidence/open-log.ts';
import { sendMessage } from '../../messaging/protocol.ts';
import { makeRequest } from '../export/worker-engine.ts';
import { browserShell, type PageBrowser } from './browser-shell.ts';
import type { Ports } from './ports.ts';

/** The ports of a page in the real browser. The log is opened when it is first read. */
export async function browserPorts(browser: PageBrowser): Promise<Ports> {
  const now = () => new Date();
  return {
    log: openLog({ now }).reader,
    send: sendMessage,
    shell: await browserShell(browser),
    now,
    saveRequest: makeRequest,
  };
}
