import type { CaseRecord } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { held, noted } from '../findings.ts';
import { bundlePaths, isDocumentPath, payloadFolder, receivedRoot } from '../layout.ts';
import type { BundleContents } from './contents.ts';

/** The files before the documents and those after everything else, in the order written. */
const first: readonly string[] = [
  bundlePaths.mimetype,
  bundlePaths.readMeFirst,
  bundlePaths.howToVerify,
  bundlePaths.bagit,
  bundlePaths.bagInfo,
  bundlePaths.certificate,
  bundlePaths.report,
  bundlePaths.caseRecord,
  bundlePaths.custody,
];
const last: readonly string[] = [
  bundlePaths.manifest,
  bundlePaths.tagManifest,
  bundlePaths.tagManifestSignature,
  bundlePaths.tagManifestTimeStamp,
  bundlePaths.tagManifestLists,
  bundlePaths.secondTimeStamp,
  bundlePaths.secondLists,
  bundlePaths.asicManifest,
  bundlePaths.asicSignature,
];

/**
 * Whether the files are in the ZIP in the order in which Holdfast writes them. Another order changes nothing that can
 * be read, because the seals cover every file wherever it is, but it shows that another program wrote the ZIP.
 */
export function checkEntryOrder({ files, source }: BundleContents, record: CaseRecord): Finding {
  const folders = new Map(
    record.exhibits.map(({ directory }, index) => [`${payloadFolder}${directory}`, index] as const),
  );
  const ranks = [...files.keys()].map(path => rankOf(path, folders));
  const isInOrder = ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0));
  return isInOrder
    ? held('zip.order.as-written', source.name, 'The files stand in the order in which Holdfast writes them.')
    : noted(
        'zip.order.other',
        source.name,
        'The files stand in another order than Holdfast writes them in. Nothing in them is changed by that. It means that another program put this ZIP file together.',
      );
}

function rankOf(path: string, folders: ReadonlyMap<string, number>): number {
  const before = first.indexOf(path);
  if (before !== -1) return before;
  const after = last.indexOf(path);
  if (after !== -1) return 1_000_000 + after;
  const below = path.slice(payloadFolder.length);
  if (path.startsWith(payloadFolder) && isDocumentPath(below)) return first.length;
  if (path.startsWith(receivedRoot)) return 900_000;
  const index = folders.get(path.split('/', 3).join('/'));
  if (index === undefined) return 800_000;
  return 1_000 + index * 2 + (path.endsWith('/capture.json') ? 0 : 1);
}
