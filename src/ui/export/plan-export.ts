import type { BundleDocument } from '../../bundle/bundle-input.ts';
import { eventsToJsonl } from '../../bundle/custody-text.ts';
import type { VolumeLimits } from '../../bundle/layout.ts';
import { exhibitWeight, planVolumes } from '../../bundle/plan-volumes.ts';
import { documentsOf, wantsPrint } from './documents.ts';
import type { GatheredExhibit } from './gather.ts';
import { givenPictures } from './given-pictures.ts';
import type { Plan, Prepared } from './prepare.ts';

/** Everything that is the same in every volume, before the first byte is written. */
export interface Planned {
  readonly prepared: Prepared;
  readonly plan: Plan;
  /** Documents about the whole case, which stand in the first volume. */
  readonly documents: readonly BundleDocument[];
  /** The most bytes that the pictures of the report for printing may take; undefined when it is not wanted. */
  readonly printPictures: number | undefined;
}

/** A report for printing holds at most so many bytes of pictures, and a quarter of a volume. */
const mostPrintPictures = 45_000_000;

/** Text, tables and fonts of the report for printing: far more than any has taken. */
const printText = { bytes: 1_000_000, bytesPerExhibit: 30_000 } as const;

/**
 * Makes the documents but the report for printing, which says in which ZIP each exhibit stands, and decides that.
 * Throws what {@link planVolumes} throws.
 */
export async function planExport(prepared: Prepared, limits: VolumeLimits): Promise<Planned> {
  const { gathering, custody } = prepared;
  const records = gathering.exhibits.reduce((sum, exhibit) => sum + exhibit.recordBytes.length, 0);
  const notes = JSON.stringify(prepared.notes).length;
  // The chain stands in every volume as data and in its report as a table; case.json lists every exhibit.
  const repeatedBytes = 4 * eventsToJsonl(custody).length + 2 * records + 3 * notes;
  const weighed = gathering.exhibits.map(exhibit => ({
    ...exhibitWeight(
      { reference: exhibit.record.reference, artifacts: filesOf(exhibit, prepared) },
      exhibit.recordBytes,
      exhibit.timeStamp?.artifact,
    ),
    exhibit,
  }));
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
    prepared,
    documents,
    printPictures,
    plan: plan.map(volume => volume.map(({ exhibit }) => exhibit)),
  };
}

/** The files that go beside the record. */
function filesOf(exhibit: GatheredExhibit, { choice }: Prepared): readonly { readonly size: number }[] {
  const { heldBack, copies } = givenPictures(exhibit, choice);
  return [...exhibit.record.artifacts.filter(({ path }) => !heldBack.includes(path)), ...copies];
}
