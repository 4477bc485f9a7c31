import type { Jurisdiction } from '../../model/details.ts';
import type { CaseId } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/**
 * The jurisdiction of the case or, without one, of the case that recordings go to. Undefined when it was not said, when
 * there is no case, and when the log cannot be opened; support is then shown for every part.
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
