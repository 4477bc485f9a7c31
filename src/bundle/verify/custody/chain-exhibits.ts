import type { CustodyEvent } from '../../../model/custody.ts';
import { exhibitNumber } from '../../../model/exhibit.ts';
import { textIn } from './chain-facts.ts';

/** An exhibit as the chain describes it, from the recording to its erasure. */
export interface ChainExhibit {
  readonly captureId: string;
  readonly reference: string;
  readonly number: number;
  readonly recordSha256: string | undefined;
  /** How many exhibits were recorded before it. */
  readonly place: number;
  readonly committed: CustodyEvent;
  readonly erased?: CustodyEvent;
}

/** Every recording in a chain. Of two with one name the first counts. */
export interface ChainExhibits {
  readonly inOrder: readonly ChainExhibit[];
  readonly byCapture: ReadonlyMap<string, ChainExhibit>;
  readonly byReference: ReadonlyMap<string, ChainExhibit>;
}

/** Collects the recordings of a chain in one pass. Events without an exhibit's name are skipped. */
export function chainExhibits(events: readonly CustodyEvent[]): ChainExhibits {
  const byCapture = new Map<string, ChainExhibit>();
  for (const event of events) {
    const { captureId, reference } = event.subject;
    if (captureId === undefined) continue;
    const known = byCapture.get(captureId);
    if (event.action === 'capture.committed' && known === undefined && reference !== undefined)
      byCapture.set(captureId, {
        ...{ captureId, reference, number: exhibitNumber(reference) },
        ...{ recordSha256: textIn(event, 'recordSha256'), place: byCapture.size, committed: event },
      });
    if (event.action === 'exhibit.erased' && known !== undefined && known.erased === undefined)
      byCapture.set(captureId, { ...known, erased: event });
  }
  const inOrder = [...byCapture.values()];
  const byReference = new Map<string, ChainExhibit>();
  for (const exhibit of inOrder)
    if (!byReference.has(exhibit.reference)) byReference.set(exhibit.reference, exhibit);
  return { inOrder, byCapture, byReference };
}
