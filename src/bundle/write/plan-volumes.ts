import type { CaptureRecord } from '../../model/capture.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';
import type { BundleDocument } from '../bundle-input.ts';
import { defaultLimits, type VolumeLimits } from '../layout.ts';

/** The size of one exhibit in a bundle, with headers and manifest lines. `bytes` is an upper bound. */
export interface ExhibitWeight {
  readonly reference: string;
  readonly bytes: number;
  readonly entries: number;
  /** The Fault when it alone is larger than a volume; the one for exhibits when absent. */
  readonly tooLarge?: FaultCode;
}

/** Upper bound of a receipt as text and as Word document together. */
const receiptBytes = 1_500_000;

/** The size of a received bundle with its receipt. It is never split. */
export function receivedWeight(received: { readonly name: string; readonly size: number }): ExhibitWeight {
  return {
    reference: received.name,
    bytes: received.size + receiptBytes + 3 * bytesPerEntry,
    entries: 3,
    tooLarge: 'export.received.too-large',
  };
}

/**
 * Two ZIP headers (76 bytes), the name in both and in three manifests, two digests and one XML element: under 1,200
 * bytes for a file with the longest name that a record allows.
 */
const bytesPerEntry = 1_200;

/** The nineteen files that every volume may have; their bytes do not include the chain and the report. */
const fixedEntries = 19;
const fixedBytes = 770_000; // includes four time-stamps of at most 33 kB, and two files of lists of at most 263 kB

/** A ZIP without ZIP64 ends before 4 GiB (APPNOTE.TXT 4.4.1.4), and some readers do not support ZIP64. */
const largestZip = 0xffffffff;

/** Files by their size alone. */
type Sized = { readonly size: number };

/** The size of an exhibit: its record, the files given with it, and those of its time-stamps. */
export function exhibitWeight(
  record: Pick<CaptureRecord, 'reference'> & { readonly artifacts: readonly Sized[] },
  recordBytes: Uint8Array,
  stampFiles: readonly Sized[] = [],
): ExhibitWeight {
  const files = [...record.artifacts, ...stampFiles];
  const entries = files.length + 1;
  const content = files.reduce((sum, file) => sum + file.size, recordBytes.length);
  return { reference: record.reference, bytes: content + entries * bytesPerEntry, entries };
}

/** Other content: in every volume, and only in the first. */
export interface PlanOptions {
  readonly limits?: VolumeLimits;
  readonly repeatedBytes?: number;
  /** Documents that already exist. */
  readonly documents?: readonly BundleDocument[];
  /** Upper bound for a document that is made once the plan is known. */
  readonly reserved?: { readonly bytes: number; readonly entries: number };
}

/**
 * Assigns exhibits to volumes in order; none is split. `repeatedBytes` is the part that every volume repeats: chain,
 * case and report. Documents are in the first volume, which has at least one exhibit. Throws Fault `export.case.empty`
 * without exhibits, and `export.exhibit.too-large`, or the weight's own fault, when one alone exceeds its volume; the
 * message names it.
 */
export function planVolumes<T extends ExhibitWeight>(
  exhibits: readonly T[],
  options: PlanOptions = {},
): readonly (readonly T[])[] {
  if (exhibits.length === 0) throw new Fault('export.case.empty');
  const limits = options.limits ?? defaultLimits;
  const room = {
    bytes: Math.min(limits.bytes, largestZip) - fixedBytes - (options.repeatedBytes ?? 0),
    entries: limits.entries - fixedEntries,
  };
  const volumes: T[][] = [[]];
  let used = ofDocuments(options);
  for (const exhibit of exhibits) {
    const next = { bytes: used.bytes + exhibit.bytes, entries: used.entries + exhibit.entries };
    const fits = next.bytes <= room.bytes && next.entries <= room.entries;
    const current = volumes.at(-1) ?? [];
    if (fits) {
      current.push(exhibit);
      used = next;
    } else {
      if (current.length === 0 || exhibit.bytes > room.bytes || exhibit.entries > room.entries)
        throw new Fault(exhibit.tooLarge ?? 'export.exhibit.too-large', exhibit.reference);
      volumes.push([exhibit]);
      used = { bytes: exhibit.bytes, entries: exhibit.entries };
    }
  }
  return volumes;
}

/** The size of the documents in the first volume. */
function ofDocuments({ documents = [], reserved = { bytes: 0, entries: 0 } }: PlanOptions) {
  return {
    bytes: documents.reduce((sum, { bytes }) => sum + bytes.length + bytesPerEntry, reserved.bytes),
    entries: documents.length + reserved.entries,
  };
}
