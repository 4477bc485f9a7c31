import { sessionKey } from '../../evidence/lock/session-key.ts';
import { openReader } from '../../evidence/open-reader.ts';
import { openReceiving } from '../../evidence/received/receiving.ts';
import type { HeldKey } from '../../evidence/store/held-key.ts';
import type { LogOptions } from '../../evidence/store/store.ts';
import { makeRequest } from '../../exporting/workers/export-workers.ts';
import { sendMessage } from '../../messaging/protocol.ts';
import type { Check } from '../verify/check.ts';
import { browserShell, type PageBrowser } from './browser-shell.ts';
import type { Ports } from './ports.ts';

/** The ports of a page in the real browser. The log is opened when it is first read. */
export async function browserPorts(browser: PageBrowser): Promise<Ports> {
  const now = () => new Date();
  const heldKey = sessionKey(browser.storage.session);
  const options = { now, heldKey };
  const receiving = openReceiving(options);
  return {
    log: openReader(options).reader,
    heldKey,
    send: sendMessage,
    keys: lateKeys(options),
    backup: lateBackup(options),
    shell: await browserShell(browser),
    now,
    saveRequest: makeRequest,
    // The code that checks a file is large, and few visits to a page need it.
    receiving: {
      check: checkReceived(heldKey),
      keep: async (request, control) =>
        (await import('../receive/keep-file.ts')).keepFile(receiving, request, control),
      async receipt(bundle) {
        const { receiptFiles } = await import('../../reports/receipt/files.ts');
        return (await receiptFiles(bundle)).map(({ name, bytes }) => ({ path: name, bytes }));
      },
    },
  };
}

/** With the roots kept in the settings, as on the page that checks files. */
const checkReceived =
  (heldKey: HeldKey): Check =>
  async (files, control) => {
    const [{ checkWithSettings }, { keptRoots }] = await Promise.all([
      import('../verify/check.ts'),
      import('../verify/kept-roots.ts'),
    ]);
    return checkWithSettings(() => keptRoots(heldKey))(files, control);
  };

/** Loaded on first use: the popup must appear at once and uses neither function. */
function lateKeys(options: LogOptions): Ports['keys'] {
  const open = async () => (await import('../../evidence/keys/signing-keys.ts')).openSigningKeys(options);
  return {
    make: async name => (await open()).make(name),
    importFile: async (file, password) => (await open()).importFile(file, password),
  };
}

function lateBackup(options: LogOptions): Ports['backup'] {
  const open = async () => (await import('../../evidence/backup/open-backup.ts')).openBackup(options);
  return {
    write: async (passphrase, sink, watch) => (await open()).write(passphrase, sink, watch),
    restore: async (file, passphrase, watch) => (await open()).restore(file, passphrase, watch),
  };
}
