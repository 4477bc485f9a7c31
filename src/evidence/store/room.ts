import { Fault, type FaultCode } from '../../model/fault.ts';

/** What is left over for the browser and the log's own small rows, in bytes. */
const reserve = 20_000_000;

/**
 * Throws `code` while there is no room for so many bytes. It is asked before writing, because Chromium throws
 * a whole database away when the disk ran out in the middle of a write and the database is opened again then.
 */
export async function requireRoom(bytes: number, code: FaultCode = 'log.disk.full'): Promise<void> {
  const left = await roomLeft();
  if (left < bytes + reserve) throw new Fault(code, `${left} bytes of room for ${bytes}`);
}

/** Whether the browser has no room left for anything. */
export async function hasNoRoom(): Promise<boolean> {
  return (await roomLeft()) < reserve;
}

/** How many bytes this origin may still write; infinite where the browser does not say. */
async function roomLeft(): Promise<number> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
