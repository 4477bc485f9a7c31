import { openBackup } from '../../evidence/open-backup.ts';
import { openLog } from '../../evidence/open-log.ts';
import { openSigningKeys } from '../../evidence/signing-keys.ts';
import { sendMessage } from '../../messaging/protocol.ts';
import { browserShell, type PageBrowser } from './browser-shell.ts';
import type { Ports } from './ports.ts';

/** The ports of a page in the real browser. The log is opened when it is first read. */
export async function browserPorts(browser: PageBrowser): Promise<Ports> {
  const now = () => new Date();
  return {
    log: openLog({ now }).reader,
    send: sendMessage,
    keys: openSigningKeys({ now }),
    backup: openBackup({ now }),
    shell: await browserShell(browser),
    now,
    // The writer of documents is large, and few visits to a page ask for it.
    async saveRequest({ of, records, reporter, madeAt }) {
      const { preservationFiles } = await import('../../reports/preservation/files.ts');
      const exhibits = records.map(record => ({ record }));
      return await preservationFiles({ case: of, exhibits, reporter, madeAt });
    },
  };
}
