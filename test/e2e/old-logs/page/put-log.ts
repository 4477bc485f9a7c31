import { putLog, type RawLog } from '../../../../scripts/old-logs/raw-log.ts';

/** Makes the log of this profile as an earlier version wrote it, in place of the one that is there. */
export async function run(log: RawLog): Promise<string> {
  await putLog('evidence', log);
  return 'put';
}
