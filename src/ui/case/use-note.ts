import type { CaseId } from '../../model/identifiers.ts';
import type { NoteHistory, NoteKind, NoteOf } from '../../model/note.ts';
import { usePorts } from '../parts/ports.ts';
import { useWatched, type Watched } from '../parts/use-watched.ts';

/** Every note of one kind in a case, in the order in which they were first written; kept up to date. */
export function useNotes<K extends NoteKind>(
  caseId: CaseId,
  kind: K,
): Watched<readonly NoteHistory<NoteOf<K>>[]> {
  const { log } = usePorts();
  return useWatched(() => log.readNotes(caseId, kind), [caseId, kind]);
}
