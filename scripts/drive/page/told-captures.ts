import type { ExhibitSummary, KeptExhibit } from '../../../src/evidence/reader.ts';

/** The exhibits that something is told of, in their order. */
export type Captures = readonly Pick<KeptExhibit, 'captureId' | 'platform' | 'handle' | 'displayName'>[];

/** Those that are kept. */
export function captureIds(exhibits: readonly ExhibitSummary[]): Captures {
  return exhibits.filter(exhibit => exhibit.state === 'kept');
}
