import { openLog } from '../../evidence/open-log.ts';
import { openReceiving } from '../../evidence/receiving.ts';
import { sendMessage } from '../../messaging/protocol.ts';
import { browserShell, type PageBrowser } from './browser-shell.ts';
import type { Ports } from './ports.ts';

/** The ports of a page in the real browser. The log is opened when it is first read. */
export async function browserPorts(browser: PageBrowser): Promise<Ports> {
  const now = () => new Date();
  const receiving = openReceiving({ now });
  return {
    log: openLog({ now }).reader,
    send: sendMessage,
    shell: await browserShell(browser),
    now,
    // The writer of documents is large, and few visits to a page ask for it.
    async saveRequest({ of, records, reporter, madeAt }) {
      const { preservationFiles } = await import('../../reports/preservation/files.ts');
      const exhibits = records.map(record => ({ record }));
      return await preservationFiles({ case: of, exhibits, reporter, madeAt });
    },
    // So is what checks a file.
    receiving: {
      check: async (files, control) => (await import('../verify/check.ts')).checkHere(files, control),
      keep: async (request, control) =>
        (await import('../receive/keep-file.ts')).keepFile(receiving, request, control),
      async receipt(bundle) {
        const { receiptFiles } = await import('../../reports/receipt/files.ts');
        return (await receiptFiles(bundle)).map(({ name, bytes }) => ({ path: name, bytes }));
      },
    },
  };
}
