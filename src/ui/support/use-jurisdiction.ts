import type { Jurisdiction } from '../../model/details.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/**
 * Where the case is told in, or without one, the case that recordings go to. Undefined when that was not said,
 * there is no case, or the log does not open: support is then shown for every part.
 */
export function useJurisdiction(caseId?: CaseId): Jurisdiction | undefined {
  const { log } = usePorts();
  return readyValue(
    useWatched(async () => {
      const asked = caseId ?? (await log.currentCaseId());
      if (asked === undefined) return undefined;
      const [details] = await log.readNotes(asked, 'details');
      return details?.versions.at(-1)?.note.jurisdiction;
    }, [caseId]),
  );
}
