import type { BundleDocument } from '../../bundle/bundle-input.ts';
import type { VolumeLimits } from '../../bundle/layout.ts';
import {
  type ExhibitWeight,
  exhibitWeight,
  planVolumes,
  receivedWeight,
} from '../../bundle/write/plan-volumes.ts';
import { eventsToJsonl } from '../../custody/jsonl.ts';
import { type ReceivedBundle, receivedFolder } from '../../model/received.ts';
import { receiptFiles } from '../../reports/receipt/files.ts';
import { type GatheredExhibit, stampFiles } from '../gather/gather.ts';
import { givenPictures } from '../gather/given-pictures.ts';
import { type PlannedReceived, toReceivedEntry } from '../gather/given-received.ts';
import { documentsOf, wantsPrint } from './documents.ts';
import { chosenReceived, type Plan, type Prepared } from './prepare.ts';

/** Everything that is the same in every volume, decided before the first byte is written. */
export interface Planned {
  readonly prepared: Prepared;
  readonly plan: Plan;
  /** Documents about the whole case, which go into the first volume. */
  readonly documents: readonly BundleDocument[];
  /** The receipt of each received bundle, by the bundle's id. It goes into the same volume as the bundle. */
  readonly receipts: ReadonlyMap<string, readonly BundleDocument[]>;
  /** The most bytes that the pictures of the report for printing may take; undefined when it is not wanted. */
  readonly printPictures: number | undefined;
}

/** Upper limit in bytes for the pictures of the report for printing; a quarter of a volume is the other limit. */
const mostPrintPictures = 45_000_000;

/** Room for text, tables and fonts of the report for printing: far more than any report has needed. */
const printText = { bytes: 1_000_000, bytesPerExhibit: 30_000 } as const;

/**
 * Makes the documents and assigns every exhibit to a volume. The report for printing names these volumes, so it is made
 * later. Throws what {@link planVolumes} throws.
 */
export async function planExport(prepared: Prepared, limits: VolumeLimits): Promise<Planned> {
  const { gathering, custody } = prepared;
  const records = gathering.exhibits.reduce((sum, exhibit) => sum + exhibit.recordBytes.length, 0);
  const notes = JSON.stringify(prepared.notes).length;
  // Each volume holds the chain as data and in its report as a table; case.json lists every exhibit.
  const received = JSON.stringify(prepared.received.map(toReceivedEntry)).length;
  const repeatedBytes = 3 * received + 4 * eventsToJsonl(custody).length + 2 * records + 3 * notes;
  const chosen = chosenReceived(prepared);
  const weighed: readonly Weighed[] = [
    ...gathering.exhibits.map(exhibit => ({
      ...exhibitWeight(
        { reference: exhibit.record.reference, artifacts: filesOf(exhibit, prepared) },
        exhibit.recordBytes,
        stampFiles(exhibit).map(({ artifact }) => artifact),
      ),
      exhibit,
    })),
    ...chosen.map(({ bundle }) => ({ ...receivedWeight(bundle), bundle })),
  ];
  const documents = await documentsOf(prepared);
  const printPictures = wantsPrint(prepared) ? Math.min(mostPrintPictures, limits.bytes / 4) : undefined;
  const reserved = printPictures !== undefined && {
    reserved: {
      bytes: printPictures + printText.bytes + printText.bytesPerExhibit * gathering.exhibits.length,
      entries: 1,
    },
  };
  const plan = planVolumes(weighed, { limits, repeatedBytes, documents, ...reserved });
  return {
    prepared: { ...prepared, received: inVolumes(prepared, plan) },
    documents,
    receipts: await receiptsOf(chosen),
    printPictures,
    plan: plan.map(volume => volume.flatMap(({ exhibit }) => exhibit ?? [])),
  };
}

/** The files that go with the record. */
function filesOf(exhibit: GatheredExhibit, { choice }: Prepared): readonly { readonly size: number }[] {
  const { heldBack, copies } = givenPictures(exhibit, choice);
  return [...exhibit.record.artifacts.filter(({ path }) => !heldBack.includes(path)), ...copies];
}

/** What takes room in a volume: an exhibit, or a received bundle. */
interface Weighed extends ExhibitWeight {
  readonly exhibit?: GatheredExhibit;
  readonly bundle?: ReceivedBundle;
}

/** The received bundles, each with its volume in the plan. */
function inVolumes(
  { received }: Prepared,
  plan: readonly (readonly Weighed[])[],
): readonly PlannedReceived[] {
  return received.map(({ bundle, volume }) => {
    const index = plan.findIndex(weighed => weighed.some(each => each.bundle?.id === bundle.id));
    return { bundle, volume: index < 0 ? volume : index + 1 };
  });
}

/** The receipts, by the id of their bundle. */
async function receiptsOf(
  received: readonly PlannedReceived[],
): Promise<ReadonlyMap<string, readonly BundleDocument[]>> {
  const receipts = new Map<string, readonly BundleDocument[]>();
  for (const { bundle } of received) {
    const files = await receiptFiles(bundle);
    const folder = receivedFolder(bundle.sha256);
    receipts.set(
      bundle.id,
      files.map(({ name, bytes }) => ({ path: `${folder}${name}`, bytes })),
    );
  }
  return receipts;
}
