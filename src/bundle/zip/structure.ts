import type { Finding } from '../../model/finding.ts';
import type { CodeOf } from '../../model/finding-codes.ts';
import { altered, held } from '../findings.ts';
import { bundlePaths } from '../layout.ts';
import { checkNames } from './check-names.ts';
import type { ListedEntry } from './entries.ts';
import type { BundleSource } from './source.ts';
import {
  centralHeader,
  differingCentralFields,
  differingLocalFields,
  endRecord,
  endRecordLength,
  localHeader,
  sameBytes,
} from './zip-headers.ts';

/**
 * Whether the ZIP is, byte for byte, what our writer makes of its entries: each header is made again and compared, and
 * every entry must begin where the previous one ended, up to the last byte of the file. So nothing unlisted fits
 * anywhere: no gap, prefix, suffix, comment, extra field or second copy, and no header that programs could read
 * differently.
 */
export async function checkStructure(
  source: BundleSource,
  entries: readonly ListedEntry[],
): Promise<readonly Finding[]> {
  const moment = mostCommonMoment(entries);
  const findings = [
    ...checkNames(entries),
    ...entries.flatMap(checkKind),
    ...checkFirst(entries),
    ...checkPositions(entries),
    ...(await checkLocalHeaders(source, entries, moment)),
    ...(await checkDirectory(source, entries, moment)),
  ];
  if (findings.length > 0) return findings;
  return [held('zip.layout.as-written', source.name, 'Every byte of the ZIP file belongs to a listed file.')];
}

/** The date that all entries should have; an entry with another date fails in its headers. */
export function mostCommonMoment(entries: readonly ListedEntry[]): number {
  const counts = new Map<number, number>();
  for (const { moment } of entries) counts.set(moment, (counts.get(moment) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Whether the directory places the entry's bytes within the file. No other entry is read. */
export function isWithin(source: BundleSource, entry: ListedEntry): boolean {
  return entry.method === 0 && !entry.isEncrypted && isInFile(source, entry);
}

/** The offset of the entry's bytes, provided that its local header is as written. */
export function dataStart(entry: ListedEntry): number {
  return entry.offset + localHeader({ ...entry, moment: 0 }).length;
}

function isInFile(source: BundleSource, entry: ListedEntry): boolean {
  return entry.offset >= 0 && dataEnd(entry) <= source.size;
}

function dataEnd(entry: ListedEntry): number {
  return dataStart(entry) + Math.max(entry.size, entry.compressedSize);
}

function checkKind(entry: ListedEntry): readonly Finding[] {
  const traits: readonly (readonly [boolean, CodeOf<'failure'>, string])[] = [
    [entry.method !== 0, 'zip.entry.compressed', 'is compressed; Holdfast stores every file as it is'],
    [entry.isEncrypted, 'zip.entry.encrypted', 'is marked as encrypted; nothing in a bundle is'],
    [entry.isFolder, 'zip.entry.folder', 'is a folder; a bundle lists files only'],
    [entry.isZip64, 'zip.entry.zip64', 'uses an extension of the ZIP format that Holdfast does not use'],
    [entry.hasExtraField, 'zip.entry.extra-field', 'carries extra data in the list of contents'],
    [entry.hasComment, 'zip.entry.comment', 'carries a comment in the list of contents'],
    [entry.size !== entry.compressedSize, 'zip.entry.size-impossible', 'is listed with two different sizes'],
  ];
  return traits
    .filter(([isSo]) => isSo)
    .map(([, code, detail]) => altered(code, entry.name, `This entry ${detail}.`));
}

function checkFirst(entries: readonly ListedEntry[]): readonly Finding[] {
  const first = entries.reduce((lowest, entry) => (entry.offset < lowest.offset ? entry : lowest));
  if (first.name === bundlePaths.mimetype && entries[0] === first) return [];
  return [altered('zip.mimetype.not-first', first.name, 'The first file of a bundle is always “mimetype”.')];
}

function checkPositions(entries: readonly ListedEntry[]): readonly Finding[] {
  const findings: Finding[] = [];
  let end = 0;
  let previous: ListedEntry | undefined;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end && previous !== undefined)
      findings.push(altered('zip.entry.overlapping', entry.name, `It shares bytes with “${previous.name}”.`));
    else if (entry.offset > end)
      findings.push(
        previous === undefined
          ? altered('zip.bytes.before', entry.name, `${entry.offset} bytes stand before the first file.`)
          : altered(
              'zip.bytes.between',
              entry.name,
              `${entry.offset - end} bytes that no list mentions stand before this file.`,
            ),
      );
    end = Math.max(end, dataEnd(entry));
    previous = entry;
  }
  const inOrder = entries.every((entry, index) => entry.offset >= (entries[index - 1]?.offset ?? 0));
  if (!inOrder)
    findings.push(
      altered('zip.entries.out-of-order', 'ZIP directory', 'The list of contents is in another order.'),
    );
  return findings;
}

async function checkLocalHeaders(
  source: BundleSource,
  entries: readonly ListedEntry[],
  moment: number,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const entry of entries) {
    const expected = localHeader({ ...entry, moment });
    if (!isInFile(source, entry)) {
      findings.push(
        altered('zip.entry.size-impossible', entry.name, 'Its bytes would lie outside the file.'),
      );
      continue;
    }
    const actual = await source.read(entry.offset, expected.length);
    const fields = differingLocalFields(actual, expected);
    if (fields.length > 0)
      findings.push(
        altered('zip.local-header.altered', entry.name, `Its header differs in: ${fields.join(', ')}.`),
      );
  }
  return findings;
}

async function checkDirectory(
  source: BundleSource,
  entries: readonly ListedEntry[],
  moment: number,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const start = Math.max(...entries.map(dataEnd));
  let position = start;
  for (const entry of entries) {
    const expected = centralHeader({ ...entry, moment });
    const actual = await readUpTo(source, position, expected.length);
    const fields = differingCentralFields(actual, expected);
    if (fields.length > 0)
      findings.push(
        altered(
          'zip.central-header.altered',
          entry.name,
          `Its line in the list of contents differs in: ${fields.join(', ')}.`,
        ),
      );
    position += expected.length;
  }
  const expectedEnd = endRecord(entries.length, position - start, start);
  const actualEnd = await readUpTo(source, position, endRecordLength);
  if (!sameBytes(actualEnd, expectedEnd))
    findings.push(
      altered('zip.end-record.altered', source.name, 'The end of the list of contents is not as written.'),
    );
  const rest = source.size - position - endRecordLength;
  if (rest > 0)
    findings.push(
      altered('zip.bytes.after', source.name, `${rest} bytes stand after the end of the ZIP file.`),
    );
  return findings;
}

function readUpTo(source: BundleSource, offset: number, length: number): Promise<Uint8Array> {
  const from = Math.min(offset, source.size);
  return source.read(from, Math.min(length, source.size - from));
}
