import { type Matter, matterOf } from '../../matter/matter.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { useWatched, type Watched } from '../parts/use-watched.ts';

/** The whole case as documents present it, from the current notes; kept up to date. */
export function useMatter(caseId: CaseId): Watched<Matter> {
  const { log } = usePorts();
  return useWatched(async () => {
    const records = await log.listRecords(caseId);
    const exhibits = await Promise.all(
      records.map(async record => ({ record, words: (await log.readWords(record.id)).at(-1)?.words })),
    );
    return matterOf({ exhibits, notes: await log.readAllNotes(caseId) });
  }, [caseId]);
}
