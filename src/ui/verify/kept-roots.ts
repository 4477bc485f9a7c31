import { openReader } from '../../evidence/open-reader.ts';

/** The roots of time-stamp authorities that Settings keep, in PEM. The log is opened for as long as that takes. */
export async function keptRoots(): Promise<readonly string[]> {
  const log = openReader({ now: () => new Date() });
  try {
    return (await log.reader.readAuthorities()).roots;
  } finally {
    log.close();
  }
}
