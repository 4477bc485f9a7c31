import type { ArtifactRole, CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

/** The files that show a page as it was at one moment. */
const pictures: ReadonlySet<ArtifactRole> = new Set<ArtifactRole>([
  'screenshot-viewport',
  'screenshot-full-page',
  'screenshot-post',
  'tile',
]);

/**
 * Whether one recording is in the bundle under two numbers. Two recordings never share beginning, picture and end to
 * the millisecond, and a page archive contains a random mark. Equal pictures alone prove nothing, because an unchanged
 * page looks the same twice.
 */
export function checkRecordings(records: readonly CaptureRecord[]): readonly Finding[] {
  const moments = new Map<string, string>();
  const archives = new Map<string, string>();
  const shown = new Map<string, string>();
  return records.flatMap(record => {
    const { reference } = record;
    const same =
      firstOwner(moments, momentsOf(record), reference) ?? firstOwner(archives, archiveOf(record), reference);
    const alike = firstOwner(shown, picturesOf(record), reference);
    if (same !== undefined) {
      const detail = `It is the same recording as ${same}, under another number.`;
      return [altered('exhibit.recording.repeated', reference, detail)];
    }
    if (alike === undefined) return [];
    const detail = `Its pictures are, byte for byte, those of ${alike}. A page that did not change can look the same twice.`;
    return [noted('exhibit.recording.alike', reference, detail)];
  });
}

/** The earlier owner of the key; undefined for the first, which then owns it. */
function firstOwner(
  owners: Map<string, string>,
  key: string | undefined,
  reference: string,
): string | undefined {
  if (key === undefined) return undefined;
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, reference);
  return owner === reference ? undefined : owner;
}

function momentsOf({ startedAt, completedAt, clocks }: CaptureRecord): string | undefined {
  return clocks && [startedAt, clocks.capturedAt, completedAt].join(' ');
}

function archiveOf({ artifacts }: CaptureRecord): string | undefined {
  return artifacts.find(({ role, size }) => role === 'page-mhtml' && size > 0)?.sha256;
}

function picturesOf({ artifacts }: CaptureRecord): string | undefined {
  const digests = artifacts.filter(({ role }) => pictures.has(role)).map(({ sha256 }) => sha256);
  return digests.length === 0 ? undefined : digests.toSorted().join(' ');
}
