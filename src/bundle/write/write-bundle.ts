import { canonicalBytes } from '../../crypto/canonical-json.ts';
import { certificatesToPem } from '../../crypto/certificates/signer-certificates.ts';
import { sha256 } from '../../crypto/digest.ts';
import { Fault } from '../../model/fault.ts';
import { isCoveredByContainer } from '../asic-manifest.ts';
import { bagDeclaration, bagInfoText, type Payload } from '../bag-info.ts';
import {
  type BundleDocument,
  type BundleInput,
  type BundleProgress,
  type BundleSink,
  DamagedExhibits,
  type WrittenBundle,
} from '../bundle-input.ts';
import {
  bundlePaths,
  containerMediaType,
  isDocumentPath,
  payloadFolder,
  tagFiles,
  textBytes,
} from '../layout.ts';
import { type ManifestLine, manifestToText } from '../manifest.ts';
import { isSafeName } from '../zip/check-names.ts';
import { writeZip, type ZipEntry } from '../zip/zip-writer.ts';
import { type ExhibitFile, exhibitFiles, readBack } from './exhibit-files.ts';
import { type MadeSeals, makeSeals } from './make-seals.ts';
import { receivedEntries } from './received-entries.ts';
import { type Stamping, startStamping } from './stamping.ts';

/** Options besides the input. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: BundleProgress;
  /**
   * Called once when every exhibit file has been read, before anything is signed, with the references of damaged
   * exhibits. When there are any, writing then rejects with {@link DamagedExhibits}, unless this throws another error.
   * With several volumes, each can wait here until the others have been read.
   */
  readonly onAllRead?: (damaged: readonly string[]) => Promise<void>;
}

/**
 * Writes one volume as a signed ZIP into `sink`: an ASiC-E container (ETSI EN 319 162-1) that unzips into a BagIt bag
 * (RFC 8493). Each file is read once, compared with its record and written; the signatures come last, so that nothing
 * is signed unless every file was as recorded. The same input gives the same bytes except for the two signatures and
 * the time-stamps. An unavailable time-stamp is left out.
 *
 * Rejects with {@link DamagedExhibits} naming every exhibit that is not as recorded, with Fault `export.case.empty` or
 * `export.stopped`, and with whatever `sink` throws; the sink's content is then not a bundle.
 */
export async function writeBundle(
  given: BundleInput,
  sink: BundleSink,
  options: WriteOptions = {},
): Promise<WrittenBundle> {
  const input = saidToBeAsked(given);
  const { received = [] } = input;
  if (input.exhibits.length === 0 && received.length === 0) throw new Fault('export.case.empty');
  if (input.caseRecord.signerFingerprint !== input.signer.fingerprint) throw new Error('another signer');
  const files = input.exhibits.flatMap(exhibitFiles);
  const stamping = startStamping(input.timeStamps);
  const entries = bundleEntries(input, files, { ...options, stamping });
  let size = 0;
  try {
    throwIfTwice(files);
    const count = await writeZip(entries, {
      at: new Date(input.caseRecord.exportedAt),
      async sink(chunk) {
        stopIfAsked(options.signal);
        size += chunk.length;
        await sink(chunk);
      },
    });
    const { signerFingerprint } = input.caseRecord;
    return { size, entries: count, signerFingerprint, missingTimeStamps: stamping.missing };
  } catch (error) {
    if (error instanceof DamagedExhibits) await options.onAllRead?.(error.references);
    throw error;
  }
}

/** A record that lists a file twice is damaged, because a ZIP cannot hold two files with one name. */
function throwIfTwice(files: readonly ExhibitFile[]): void {
  const paths = new Set<string>();
  const damaged = new Set<string>();
  for (const { path, reference } of files) {
    if (paths.has(path)) damaged.add(reference);
    paths.add(path);
  }
  if (damaged.size > 0) throw new DamagedExhibits([...damaged]);
}

/** The input with a record that states whether authorities are asked, and whether two are. */
function saidToBeAsked(input: BundleInput): BundleInput {
  const { timeStamps: _, timeStampAuthorities: __, ...caseRecord } = input.caseRecord;
  if (input.timeStamps === undefined) return { ...input, caseRecord };
  const areTwo = input.timeStamps.stampBesides !== undefined;
  return {
    ...input,
    caseRecord: { ...caseRecord, timeStamps: 'asked', ...(areTwo && { timeStampAuthorities: 2 }) },
  };
}

type Writing = WriteOptions & { readonly stamping: Stamping };

/** All entries in order. A file's digest is noted when its content is read, before the files that list it. */
function bundleEntries(
  input: BundleInput,
  files: readonly ExhibitFile[],
  options: Writing,
): readonly ZipEntry[] {
  const digests = new Map<string, string>();
  const digested: Sealing['digested'] = (name, read) => ({
    name,
    async content() {
      stopIfAsked(options.signal);
      const bytes = await read();
      if (bytes !== undefined) digests.set(name, await sha256(bytes));
      return bytes;
    },
  });
  const text = (name: string, content: string) => digested(name, async () => textBytes(content));
  const own = [
    text(bundlePaths.report, input.reportHtml),
    digested(bundlePaths.caseRecord, async () => canonicalBytes(input.caseRecord)),
    text(bundlePaths.custody, input.custodyJsonl),
  ];
  const documents = documentEntries(input);
  const payload = payloadOf(input, files);
  return [
    text(bundlePaths.mimetype, containerMediaType),
    text(bundlePaths.readMeFirst, input.readMeFirst),
    text(bundlePaths.howToVerify, input.howToVerify),
    text(bundlePaths.bagit, bagDeclaration),
    text(bundlePaths.bagInfo, bagInfoText(input.caseRecord, payload)),
    text(bundlePaths.certificate, certificatesToPem(input.signer)),
    ...own,
    ...documents.map(({ path, bytes }) => digested(path, async () => bytes)),
    ...fileEntries(input, files, { digests, options }),
    ...seals(input, digests, { ...options, digested, onAllRead: () => options.onAllRead?.([]) }),
  ];
}

/** The exhibits' files, then the received bundles. */
function fileEntries(
  { received = [] }: BundleInput,
  files: readonly ExhibitFile[],
  { digests, options }: { readonly digests: Map<string, string>; readonly options: WriteOptions },
): readonly ZipEntry[] {
  const total = sum([...files.map(file => file.size), ...received.map(({ entry }) => entry.size)]);
  let done = 0;
  const onPiece = (bytes: number) => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  const next = readBack(files, options.signal);
  const exhibits = files.map(file => ({
    name: file.path,
    async content() {
      stopIfAsked(options.signal);
      const bytes = await next();
      digests.set(file.path, file.sha256);
      onPiece(file.size);
      return bytes;
    },
  }));
  const watch = {
    stopIfAsked: () => stopIfAsked(options.signal),
    onPiece,
    onDigest: (path: string, digest: string) => void digests.set(path, digest),
  };
  return [...exhibits, ...receivedEntries(received, watch)];
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

interface Sealing {
  readonly stamping: Stamping;
  digested(name: string, read: () => Promise<Uint8Array<ArrayBuffer> | undefined>): ZipEntry;
  onAllRead(): Promise<void> | undefined;
}

/**
 * The manifests, the two signatures and the time-stamps, each over what precedes it. Everything after the tag manifest
 * is made together, when the first of them is requested.
 */
function seals(
  input: BundleInput,
  digests: ReadonlyMap<string, string>,
  { digested, onAllRead, stamping }: Sealing,
): readonly ZipEntry[] {
  const at = new Date(input.caseRecord.exportedAt);
  const lines = (isListed: (path: string) => boolean): ManifestLine[] =>
    [...digests].filter(([path]) => isListed(path)).map(([path, digest]) => ({ path, sha256: digest }));
  const payload = () => textBytes(manifestToText(lines(path => path.startsWith(payloadFolder))));
  const tags = () => textBytes(manifestToText(lines(path => tagFiles.includes(path))));
  let made: Promise<MadeSeals> | undefined;
  const make = () => {
    const sign = (content: Uint8Array) => input.signer.sign(content, at);
    made ??= makeSeals({ tags: tags(), covered: lines(isCoveredByContainer), stamping, sign });
    return made;
  };
  return [
    digested(bundlePaths.manifest, async () => {
      await onAllRead();
      return payload();
    }),
    digested(bundlePaths.tagManifest, async () => tags()),
    digested(bundlePaths.tagManifestSignature, async () => (await make()).tagSignature),
    digested(bundlePaths.tagManifestTimeStamp, async () => (await make()).tagReply),
    digested(bundlePaths.tagManifestLists, async () => (await make()).tagLists),
    digested(bundlePaths.secondTimeStamp, async () => (await make()).secondReply),
    digested(bundlePaths.secondLists, async () => (await make()).secondLists),
    digested(bundlePaths.asicManifest, async () => (await make()).container),
    digested(bundlePaths.asicSignature, async () => (await make()).containerSignature),
  ];
}

/** The documents with their paths in the bundle. Throws for a path that no document may have. */
function documentEntries({ documents = [] }: BundleInput): readonly BundleDocument[] {
  const misplaced = documents.find(({ path }) => !isDocumentPath(path));
  const entries = documents.map(({ path, bytes }) => ({ path: `${payloadFolder}${path}`, bytes }));
  const unsafe = entries.find(({ path }) => !isSafeName(path));
  if (misplaced !== undefined || unsafe !== undefined) throw new Error('document out of place');
  return entries;
}

function payloadOf(input: BundleInput, files: readonly ExhibitFile[]): Payload {
  const own = [textBytes(input.reportHtml), canonicalBytes(input.caseRecord), textBytes(input.custodyJsonl)];
  const documents = (input.documents ?? []).map(({ bytes }) => bytes);
  const received = (input.received ?? []).map(({ entry }) => entry.size);
  const sizes = [
    ...[...own, ...documents].map(bytes => bytes.length),
    ...files.map(file => file.size),
    ...received,
  ];
  return { bytes: sum(sizes), files: sizes.length };
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Fault('export.stopped');
}
