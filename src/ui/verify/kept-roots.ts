import { openReader } from '../../evidence/open-reader.ts';
import type { HeldKey } from '../../evidence/store/held-key.ts';

/** The roots of time-stamp authorities kept in the settings, in PEM. The log is open only while they are read. */
export async function keptRoots(heldKey: HeldKey): Promise<readonly string[]> {
  const log = openReader({ now: () => new Date(), heldKey });
  try {
    return (await log.reader.readAuthorities()).roots;
  } finally {
    log.close();
  }
}
