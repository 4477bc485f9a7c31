import { sha256 } from '../../crypto/digest.ts';
import type { Artifact } from '../../model/capture.ts';
import { Fault, type FaultCode, faultCodeOf } from '../../model/fault.ts';
import { stampFileNames } from '../../model/time-stamp.ts';
import type { GivenCopy } from '../../model/working-copy.ts';
import { type BundleExhibit, DamagedExhibits } from '../bundle-input.ts';
import { captureRecordName, payloadFolder } from '../layout.ts';

/** One file of an exhibit, with the size and digest that its record states. */
export interface ExhibitFile {
  readonly reference: string;
  /** Its path in the bundle. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The files of an exhibit: its unchanged record, every listed artifact that the entry does not hold back, the working
 * copies that the entry lists, and the record's time-stamps with their revocation lists.
 */
export function exhibitFiles(exhibit: BundleExhibit): readonly ExhibitFile[] {
  const folder = `${payloadFolder}${exhibit.entry.directory}/`;
  const reference = exhibit.entry.reference;
  const { timeStamp, lists, secondStamp: second } = exhibit;
  const fileOf = (artifact: Artifact, name: string): ExhibitFile => ({
    reference,
    path: `${folder}${name}`,
    size: artifact.size,
    sha256: artifact.sha256,
    read: () => exhibit.readArtifact(artifact),
  });
  const heldBack: ReadonlySet<string> = new Set(exhibit.entry.heldBack);
  return [
    {
      reference,
      path: `${folder}${captureRecordName}`,
      size: exhibit.recordBytes.length,
      sha256: exhibit.entry.recordSha256,
      read: async () => exhibit.recordBytes,
    },
    ...exhibit.record.artifacts
      .filter(({ path }) => !heldBack.has(path))
      .map(artifact => fileOf(artifact, artifact.path)),
    ...(exhibit.entry.workingCopies ?? []).map(copy => copyFile(exhibit, copy)),
    ...(timeStamp === undefined ? [] : [fileOf(timeStamp, stampFileNames[1].reply)]),
    ...(lists === undefined ? [] : [fileOf(lists, stampFileNames[1].lists)]),
    ...(second === undefined ? [] : [fileOf(second.timeStamp, stampFileNames[2].reply)]),
    ...(second?.lists === undefined ? [] : [fileOf(second.lists, stampFileNames[2].lists)]),
  ];
}

function copyFile(exhibit: BundleExhibit, copy: GivenCopy): ExhibitFile {
  return {
    reference: exhibit.entry.reference,
    path: `${payloadFolder}${exhibit.entry.directory}/${copy.path}`,
    size: copy.size,
    sha256: copy.sha256,
    async read() {
      if (exhibit.readCopy === undefined) throw new Error('a working copy that cannot be read');
      return exhibit.readCopy(copy);
    },
  };
}

/** The faults that mean that this exhibit is damaged, rather than that the whole log cannot be read. */
const damageCodes: ReadonlySet<FaultCode | undefined> = new Set([
  'log.artifact.damaged',
  'log.exhibit.not-found',
  'log.exhibit.erased',
]);

type Read = Promise<Uint8Array<ArrayBuffer> | undefined>;

/** Limits on the files read ahead, together. */
const mostAhead = { files: 3, bytes: 24_000_000 } as const;

/**
 * Reads the files back in order: each call resolves to the next file's recorded content and starts reading those after
 * it. When one is not as recorded, all later files are read too, and {@link DamagedExhibits} names every damaged
 * exhibit; Fault `export.stopped` when the user stops that. Passes on every other error.
 */
export function readBack(
  files: readonly ExhibitFile[],
  signal?: AbortSignal,
): () => Promise<Uint8Array<ArrayBuffer>> {
  let index = 0;
  const ahead: Read[] = [];
  return async () => {
    const file = files[index];
    if (file === undefined) throw new RangeError('no more files');
    const bytes = await (ahead.shift() ?? readAsRecorded(file));
    index += 1;
    if (bytes === undefined) throw await allDamaged(file.reference, files.slice(index), signal);
    for (const next of filesAhead(files, index).slice(ahead.length)) {
      const reading = readAsRecorded(next);
      // Awaited by a later call, which may never come.
      reading.catch(() => undefined);
      ahead.push(reading);
    }
    return bytes;
  };
}

/** The files from `index` on that are read ahead. */
function filesAhead(files: readonly ExhibitFile[], index: number): readonly ExhibitFile[] {
  const ahead: ExhibitFile[] = [];
  let bytes = 0;
  for (const file of files.slice(index, index + mostAhead.files)) {
    bytes += file.size;
    if (bytes > mostAhead.bytes) break;
    ahead.push(file);
  }
  return ahead;
}

async function allDamaged(
  first: string,
  rest: readonly ExhibitFile[],
  signal?: AbortSignal,
): Promise<DamagedExhibits> {
  const others = await damagedAmong(
    rest.filter(({ reference }) => reference !== first),
    signal,
  );
  return new DamagedExhibits([first, ...others]);
}

/**
 * The references of exhibits with a file that is not as recorded, each once. Throws Fault `export.stopped` when the
 * user stops, and passes on every other error.
 */
export async function damagedAmong(
  files: readonly ExhibitFile[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const damaged = new Set<string>();
  for (const file of files) {
    if (signal?.aborted) throw new Fault('export.stopped');
    if (damaged.has(file.reference)) continue;
    if ((await readAsRecorded(file)) === undefined) damaged.add(file.reference);
  }
  return [...damaged];
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
