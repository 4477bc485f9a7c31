import { useState } from 'preact/hooks';
import type { ExhibitSummary } from '../../../evidence/reader.ts';
import type { CaseId } from '../../../model/identifiers.ts';
import { usePorts } from '../../parts/ports.ts';
import { useWatched, type Watched } from '../../parts/use-watched.ts';

/** By time of recording. */
export type Order = 'oldest' | 'newest';

const pageSize = 50;
const wholePage = 500;

/** The exhibits read so far, and how many there are. */
export interface ExhibitPage {
  readonly exhibits: readonly ExhibitSummary[];
  readonly total: number;
}

/**
 * The first exhibits of a case, kept up to date. `more` reads further. With `all` the whole case is read, because a
 * filter must not miss what was not shown yet.
 */
export function useExhibits(
  caseId: CaseId,
  order: Order,
  all: boolean,
): { readonly page: Watched<ExhibitPage>; readonly more: () => void } {
  const { log } = usePorts();
  const [pages, setPages] = useState(1);
  const page = useWatched(async () => {
    const { all: total } = await log.countExhibits(caseId);
    const wanted = all ? total : Math.min(total, pages * pageSize);
    const exhibits: ExhibitSummary[] = [];
    while (exhibits.length < wanted) {
      const limit = Math.min(wholePage, wanted - exhibits.length);
      const part = await log.listExhibits(caseId, { offset: exhibits.length, limit, order });
      if (part.length === 0) break;
      exhibits.push(...part);
    }
    return { exhibits, total };
  }, [caseId, order, all, pages]);
  return { page, more: () => setPages(pages + 1) };
}
