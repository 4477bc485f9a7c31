import { sha256 } from '../crypto/digest.ts';
import { Fault, type FaultCode, faultCodeOf } from '../model/fault.ts';
import { type BundleExhibit, DamagedExhibits } from './bundle-input.ts';
import { captureRecordName, payloadFolder } from './layout.ts';

/** One file of an exhibit, as its record says it must be. */
export interface ExhibitFile {
  readonly reference: string;
  /** Where it stands in the bundle. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  read(): Promise<Uint8Array>;
}

/** The record, exactly as it was committed, and every artifact that the record lists. */
export function exhibitFiles(exhibit: BundleExhibit): readonly ExhibitFile[] {
  const folder = `${payloadFolder}${exhibit.entry.directory}/`;
  const reference = exhibit.entry.reference;
  return [
    {
      reference,
      path: `${folder}${captureRecordName}`,
      size: exhibit.recordBytes.length,
      sha256: exhibit.entry.recordSha256,
      read: async () => exhibit.recordBytes,
    },
    ...exhibit.record.artifacts.map(artifact => ({
      reference,
      path: `${folder}${artifact.path}`,
      size: artifact.size,
      sha256: artifact.sha256,
      read: () => exhibit.readArtifact(artifact),
    })),
  ];
}

/** The faults that mean this exhibit is damaged, and not that the whole log cannot be read. */
const damageCodes: ReadonlySet<FaultCode | undefined> = new Set([
  'log.artifact.damaged',
  'log.exhibit.not-found',
  'log.exhibit.erased',
]);

/**
 * The content of the file at `index`, as it was recorded. When it is not, all files after it are read too,
 * and {@link DamagedExhibits} names every exhibit that is damaged; Fault `export.stopped` when the user
 * stops that. Every other error is passed on.
 */
export async function readBack(
  files: readonly ExhibitFile[],
  index: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const [file, ...rest] = files.slice(index);
  if (file === undefined) throw new RangeError('no such file');
  const bytes = await readAsRecorded(file);
  if (bytes !== undefined) return bytes;
  const damaged = new Set([file.reference]);
  for (const other of rest) {
    if (signal?.aborted) throw new Fault('export.stopped');
    if (damaged.has(other.reference)) continue;
    if ((await readAsRecorded(other)) === undefined) damaged.add(other.reference);
  }
  throw new DamagedExhibits([...damaged]);
}

async function readAsRecorded(file: ExhibitFile): Promise<Uint8Array | undefined> {
  try {
    const bytes = await file.read();
    const isAsRecorded = bytes.length === file.size && (await sha256(bytes)) === file.sha256;
    return isAsRecorded ? bytes : undefined;
  } catch (error) {
    if (!damageCodes.has(faultCodeOf(error))) throw error;
    return undefined;
  }
}
