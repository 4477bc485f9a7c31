import type { Finding } from '../../model/finding.ts';
import { isCoveredByContainer, textToAsicManifest } from '../asic-manifest.ts';
import { altered, held, missing } from '../findings.ts';
import {
  bundlePaths,
  containerFolder,
  containerMediaType,
  payloadFolder,
  requiredFiles,
  tagFiles,
} from '../layout.ts';
import { type ManifestLine, textToManifest } from '../manifest.ts';
import type { BundleContents } from './contents.ts';

/** Compares every file with the CRC-32 in the ZIP, the manifests with the files, and the listings with each other. */
export async function checkFiles(contents: BundleContents): Promise<readonly Finding[]> {
  return [
    ...checkCrcs(contents),
    ...checkListing(contents),
    ...(await checkMimetype(contents)),
    ...(await checkManifest(contents, bundlePaths.manifest, path => path.startsWith(payloadFolder))),
    ...(await checkManifest(contents, bundlePaths.tagManifest, path => tagFiles.includes(path))),
    ...(await checkContainerManifest(contents)),
  ];
}

function checkCrcs({ files, source }: BundleContents): readonly Finding[] {
  const wrong = [...files].filter(([, file]) => file.crc32 !== file.listedCrc32);
  if (wrong.length === 0)
    return [held('file.crc.match', source.name, `The ZIP's own checks hold for all ${files.size} files.`)];
  return wrong.map(([path]) => altered('file.crc.mismatch', path, "The ZIP's own check of this file fails."));
}

/** Missing required files and unknown files outside the payload, whose files the manifest covers. */
function checkListing({ files }: BundleContents): readonly Finding[] {
  const known: ReadonlySet<string> = new Set(Object.values(bundlePaths));
  const absent = requiredFiles
    .filter(path => !files.has(path))
    .map(path => missing('file.listing.missing', path, 'Every bundle has this file; here it is not.'));
  const unknown = [...files.keys()]
    .filter(path => !path.startsWith(payloadFolder) && !known.has(path))
    .map(path =>
      altered('file.listing.unlisted', path, 'This file was not in the bundle when it was sealed.'),
    );
  return [...absent, ...unknown];
}

async function checkMimetype(contents: BundleContents): Promise<readonly Finding[]> {
  if (!contents.files.has(bundlePaths.mimetype)) return [];
  const text = await contents.readText(bundlePaths.mimetype);
  return text === containerMediaType
    ? [held('mimetype.content.match', bundlePaths.mimetype, 'The file says that it is a signed container.')]
    : [altered('mimetype.content.mismatch', bundlePaths.mimetype, 'This file is not as Holdfast writes it.')];
}

async function checkManifest(
  contents: BundleContents,
  manifest: string,
  belongs: (path: string) => boolean,
): Promise<readonly Finding[]> {
  if (!contents.files.has(manifest)) return [];
  const lines = textToManifest((await contents.readText(manifest)) ?? '');
  if (lines === undefined || lines.length === 0)
    return [
      altered('manifest.text.unreadable', manifest, 'This list of files is not as Holdfast writes it.'),
    ];
  const present = [...contents.files.keys()].filter(belongs);
  return [
    ...lines.map(line => checkLine(contents, line)),
    ...checkUnlisted(lines, present, manifest),
    ...lines
      .filter(line => !belongs(line.path))
      .map(line =>
        altered('manifest.line.misplaced', line.path, `${manifest} lists a file of another kind.`),
      ),
  ];
}

function checkLine({ files }: BundleContents, line: ManifestLine): Finding {
  const file = files.get(line.path);
  if (file === undefined)
    return missing('file.listing.missing', line.path, 'This file was sealed in the bundle; here it is not.');
  return file.sha256 === line.sha256
    ? held('file.digest.match', line.path, 'This file is as it was when it was sealed.')
    : altered('file.digest.mismatch', line.path, 'This file is not as it was when it was sealed.');
}

function checkUnlisted(
  lines: readonly ManifestLine[],
  present: readonly string[],
  manifest: string,
): readonly Finding[] {
  const listed = new Set(lines.map(line => line.path));
  const unlisted = present.filter(path => !listed.has(path));
  if (unlisted.length === 0)
    return [held('manifest.listing.complete', manifest, 'It lists every file that it should, and no other.')];
  return unlisted.map(path =>
    altered('file.listing.unlisted', path, 'This file was not in the bundle when it was sealed.'),
  );
}

function checkContainerLine({ files }: BundleContents, line: ManifestLine): readonly Finding[] {
  const file = files.get(line.path);
  if (file === undefined)
    return [
      missing('container-manifest.listing.missing', line.path, 'The container was sealed with this file.'),
    ];
  if (file.sha256 === line.sha256) return [];
  return [
    altered('container-manifest.digest.mismatch', line.path, 'The container was sealed over another file.'),
  ];
}

async function checkContainerManifest(contents: BundleContents): Promise<readonly Finding[]> {
  const path = bundlePaths.asicManifest;
  if (!contents.files.has(path)) return [];
  const lines = textToAsicManifest((await contents.readText(path)) ?? '');
  if (lines === undefined)
    return [
      altered('container-manifest.text.unreadable', path, 'This list of files is not as Holdfast writes it.'),
    ];
  const listed = new Set(lines.map(line => line.path));
  const findings = [
    ...lines.flatMap(line => checkContainerLine(contents, line)),
    ...[...contents.files.keys()]
      .filter(name => isCoveredByContainer(name) && !listed.has(name))
      .map(name =>
        altered('container-manifest.listing.unlisted', name, 'The container’s seal leaves it out.'),
      ),
    ...lines
      .filter(line => line.path.startsWith(containerFolder) || line.path === bundlePaths.mimetype)
      .map(line => altered('manifest.line.misplaced', line.path, `${path} lists a file of another kind.`)),
  ];
  if (findings.length > 0) return findings;
  return [
    held('container-manifest.listing.match', path, `The container's seal covers all ${lines.length} files.`),
  ];
}
