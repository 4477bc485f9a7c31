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
  read(): Promise<Uint8Array<ArrayBuffer>>;
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

type Read = Promise<Uint8Array<ArrayBuffer> | undefined>;

/** A file larger than this is not read ahead, so that no two of them are held at once. */
const longestAhead = 32_000_000;

/**
 * Reads the files back in their order: each call answers the next one's content, as it was recorded, and begins
 * to read the one after it. When one is not as it was recorded, all files after it are read too, and
 * {@link DamagedExhibits} names every exhibit that is damaged; Fault `export.stopped` when the user stops that.
 * Every other error is passed on.
 */
export function readBack(
  files: readonly ExhibitFile[],
  signal?: AbortSignal,
): () => Promise<Uint8Array<ArrayBuffer>> {
  let index = 0;
  let ahead: Read | undefined;
  return async () => {
    const file = files[index];
    if (file === undefined) throw new RangeError('no more files');
    const bytes = await (ahead ?? readAsRecorded(file));
    index += 1;
    if (bytes === undefined) throw await allDamaged(file.reference, files.slice(index), signal);
    const next = files[index];
    ahead = next !== undefined && next.size <= longestAhead ? readAsRecorded(next) : undefined;
    // Asked for with the next call, which may never come.
    ahead?.catch(() => undefined);
    return bytes;
  };
}

async function allDamaged(
  first: string,
  rest: readonly ExhibitFile[],
  signal?: AbortSignal,
): Promise<DamagedExhibits> {
  const damaged = new Set([first]);
  for (const other of rest) {
    if (signal?.aborted) throw new Fault('export.stopped');
    if (damaged.has(other.reference)) continue;
    if ((await readAsRecorded(other)) === undefined) damaged.add(other.reference);
  }
  return new DamagedExhibits([...damaged]);
}

async function readAsRecorded(file: ExhibitFile): Read {
  try {
    const bytes = await file.read();
    const isAsRecorded = bytes.length === file.size && (await sha256(bytes)) === file.sha256;
    return isAsRecorded ? bytes : undefined;
  } catch (error) {
    if (!damageCodes.has(faultCodeOf(error))) throw error;
    return undefined;
  }
}
