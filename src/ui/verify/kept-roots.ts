import { openReader } from '../../evidence/open-reader.ts';

/** The roots of time-stamp authorities kept in the settings, in PEM. The log is open only while they are read. */
export async function keptRoots(): Promise<readonly string[]> {
  const log = openReader({ now: () => new Date() });
  try {
    return (await log.reader.readAuthorities()).roots;
  } finally {
    log.close();
  }
}
