import type { Instant } from '../model/identifiers.ts';

/** The media type of an ASiC-E container, ETSI EN 319 162-1 A.1: the whole content of `mimetype`. */
export const containerMediaType = 'application/vnd.etsi.asic-e+zip';

/** The path of every file of a bundle that belongs to no exhibit. */
export const bundlePaths = {
  mimetype: 'mimetype',
  readMeFirst: 'READ-ME-FIRST.txt',
  howToVerify: 'HOW-TO-VERIFY.txt',
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  certificate: 'signer.crt',
  report: 'data/report.html',
  caseRecord: 'data/case.json',
  custody: 'data/custody.jsonl',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  tagManifestSignature: 'tagmanifest-sha256.txt.p7s',
  tagManifestTimeStamp: 'tagmanifest-sha256.txt.tsr',
  tagManifestLists: 'tagmanifest-sha256.txt.crl',
  secondTimeStamp: 'tagmanifest-sha256.txt.2.tsr',
  secondLists: 'tagmanifest-sha256.txt.2.crl',
  asicManifest: 'META-INF/ASiCManifest001.xml',
  asicSignature: 'META-INF/signature001.p7s',
} as const;

/** The payload folder of BagIt (RFC 8493), which contains all evidence. */
export const payloadFolder = 'data/';

/** The folder for ASiC's signatures, outside the bag's tag manifest, which the ASiC manifest covers. */
export const containerFolder = 'META-INF/';

/** The folders for documents below `data/`; others are the program's own and the exhibits'. */
const documentFolders: readonly string[] = ['police/', 'preservation/'];

/** The receipt of a received bundle, beside it. */
const receiptPath = /^received\/[0-9a-f]{16}\/receipt\.(?:txt|docx)$/;

/** The folder of received bundles, each unchanged in a folder of its own. */
export const receivedRoot = 'data/received/';

/** The documents directly below `data/`. */
const documentFiles: readonly string[] = ['report.pdf'];

/** Whether a document may have this path below `data/`. */
export function isDocumentPath(path: string): boolean {
  return (
    documentFiles.includes(path) ||
    documentFolders.some(folder => path.startsWith(folder)) ||
    receiptPath.test(path)
  );
}

/** The name of an exhibit's record in the exhibit's folder. */
export const captureRecordName = 'capture.json';

/** The tag files that `tagmanifest-sha256.txt` lists and every bundle has. */
export const tagFiles: readonly string[] = [
  bundlePaths.howToVerify,
  bundlePaths.readMeFirst,
  bundlePaths.bagInfo,
  bundlePaths.bagit,
  bundlePaths.manifest,
  bundlePaths.certificate,
];

/** Optional files: authorities' replies over the list of files, with their revocation lists. */
const answers: readonly string[] = [
  bundlePaths.tagManifestTimeStamp,
  bundlePaths.tagManifestLists,
  bundlePaths.secondTimeStamp,
  bundlePaths.secondLists,
];

/** The files that every bundle has, whatever its exhibits are. */
export const requiredFiles: readonly string[] = Object.values(bundlePaths).filter(
  path => !answers.includes(path),
);

/** Limits on one ZIP, in bytes and in entries. */
export interface VolumeLimits {
  readonly bytes: number;
  readonly entries: number;
}

/** 500 MB, which can still be sent and filed; 1,000 entries, because the EU's DSS refuses more. */
export const defaultLimits: VolumeLimits = { bytes: 500_000_000, entries: 1_000 };

/** Longest name of an entry, in characters, so that it unzips on every system, below a folder of the user's. */
export const longestName = 200;

/** The text as the bytes in a bundle: UTF-8. */
export function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/**
 * The file name of a bundle: the producer's initials, the time, and the volume when there are several
 * (`ABC-20260102T030405Z.zip`, `ABC-20260102T030405Z-1of3.zip`). It says nothing about the content.
 */
export function bundleName(initials: string, at: Instant, volume = 1, volumes = 1): string {
  const moment = at.replace(/\.\d{3}Z$/, 'Z').replace(/[-:]/g, '');
  const part = volumes > 1 ? `-${volume}of${volumes}` : '';
  return `${initials}-${moment}${part}.zip`;
}
