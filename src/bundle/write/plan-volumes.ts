import type { CaptureRecord } from '../../model/capture.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';
import type { BundleDocument } from '../bundle-input.ts';
import { defaultLimits, type VolumeLimits } from '../layout.ts';

/** What one exhibit takes in a bundle, headers and manifest lines included. `bytes` is a ceiling. */
export interface ExhibitWeight {
  readonly reference: string;
  readonly bytes: number;
  readonly entries: number;
  /** Why it cannot be exported when it alone is larger than a volume; the exhibit's fault when absent. */
  readonly tooLarge?: FaultCode;
}

/** A receipt as text and as Word document, at its longest. */
const receiptBytes = 1_500_000;

/** What a received bundle takes with its receipt. It is never split. */
export function receivedWeight(received: { readonly name: string; readonly size: number }): ExhibitWeight {
  return {
    reference: received.name,
    bytes: received.size + receiptBytes + 3 * bytesPerEntry,
    entries: 3,
    tooLarge: 'export.received.too-large',
  };
}

/**
 * Two ZIP headers (76 bytes), the name in both and in three manifests, two digests and one XML element:
 * under 1,200 bytes a file with the longest name a record allows.
 */
const bytesPerEntry = 1_200;

/** The nineteen files that every volume may have; their bytes without the chain and the report. */
const fixedEntries = 19;
const fixedBytes = 770_000; // time-stamps among them, four of at most 33 kB, and two files of lists of at most 263 kB

/** A ZIP without ZIP64 ends before 4 GiB (APPNOTE.TXT 4.4.1.4), and some readers know no ZIP64. */
const largestZip = 0xffffffff;

/** Files by their size alone. */
type Sized = { readonly size: number };

/** What the exhibit takes: its record, the files that go with it, and those of its time-stamp. */
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

/** What else takes room: in every volume, and in the first alone. */
export interface PlanOptions {
  readonly limits?: VolumeLimits;
  readonly repeatedBytes?: number;
  /** Documents that are made already. */
  readonly documents?: readonly BundleDocument[];
  /** The most that a document will take which is made once the plan is known. */
  readonly reserved?: { readonly bytes: number; readonly entries: number };
}

/**
 * Which exhibits stand in which volume, in their order; none is ever split. `repeatedBytes` is what every
 * volume holds again: chain, case and report. Documents stand in the first, which holds at least one exhibit.
 * Throws Fault `export.case.empty` when there is no exhibit and `export.exhibit.too-large` when one alone is
 * larger than its volume may be, or what the weight says instead; the message names it.
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

/** What the documents take in the first volume. */
function ofDocuments({ documents = [], reserved = { bytes: 0, entries: 0 } }: PlanOptions) {
  return {
    bytes: documents.reduce((sum, { bytes }) => sum + bytes.length + bytesPerEntry, reserved.bytes),
    entries: documents.length + reserved.entries,
  };
}
