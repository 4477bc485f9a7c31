import { Fault, type FaultCode } from '../../model/fault.ts';

/** Bytes reserved for the browser and the log's own small rows. */
const reserve = 20_000_000;

/**
 * Throws `code` unless there is room for this many bytes. Call it before writing, because Chromium discards a whole
 * database that is reopened after the disk ran full in the middle of a write.
 */
export async function requireRoom(bytes: number, code: FaultCode = 'log.disk.full'): Promise<void> {
  const left = await roomLeft();
  if (left < bytes + reserve) throw new Fault(code, `${left} bytes of room for ${bytes}`);
}

/** Whether the browser has no room left. */
export async function hasNoRoom(): Promise<boolean> {
  return (await roomLeft()) < reserve;
}

/** How many bytes this origin may still write; infinite where the browser does not report it. */
async function roomLeft(): Promise<number> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
