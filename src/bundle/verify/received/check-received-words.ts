import { type Finding, type Verdict, type VerificationReport, verdictOf } from '../../../model/finding.ts';
import type { ReceivedEntry } from '../../../model/received.ts';
import { altered } from '../../findings.ts';
import { spanFindings } from '../exhibits/moments.ts';

/**
 * Whether the record's description of a received file, from which its receipt is made, agrees with the file: its
 * signer, export and exhibits. Nothing is compared where the file or its record cannot be read.
 */
export function checkDescription(
  path: string,
  entry: ReceivedEntry,
  { summary, verdict }: VerificationReport,
): readonly Finding[] {
  if (verdict === 'unreadable' || summary.exportedAt === undefined) return [];
  const own = new Set<string>(summary.references);
  const pairs: readonly (readonly [what: string, said: unknown, found: unknown])[] = [
    ['the title', entry.title, summary.title],
    ['the key', entry.signerFingerprint, summary.signerFingerprint],
    ['the export', entry.groupId, summary.groupId],
    ['the moment of the export', entry.exportedAt, summary.exportedAt],
    ['the volume', entry.ownVolume, summary.volume],
    ['the number of volumes', entry.ownVolumes, summary.volumes],
  ];
  const wrong = [
    ...pairs.filter(([, said, found]) => said !== undefined && said !== found).map(([what]) => what),
    ...(entry.exhibits.every(({ reference }) => own.has(reference)) ? [] : ['the exhibits']),
  ];
  if (wrong.length === 0) return [];
  const detail = `The record says something else of this file than stands in it: ${wrong.join(', ')}.`;
  return [altered('received.description.mismatch', path, detail)];
}

/** Whether the record is consistent about the file's check: its verdict with its counts, and its times. */
export function checkOwnWord(path: string, entry: ReceivedEntry): readonly Finding[] {
  const { verdict, counts, checkedAt, keptAt } = entry;
  const follows = verdictFrom(counts);
  const sentence = `The record says that the file was checked at ${checkedAt} and kept at ${keptAt}, which is done after that.`;
  return [
    ...(verdict === follows
      ? []
      : [
          altered(
            'received.verdict.contradicted',
            path,
            `The record calls it ${verdict}, and counts what makes it ${follows}.`,
          ),
        ]),
    ...(Date.parse(checkedAt) <= Date.parse(keptAt)
      ? []
      : spanFindings(path, [checkedAt, keptAt], { sentence })),
  ];
}

function verdictFrom(counts: ReceivedEntry['counts']): Verdict {
  const severities = ['unreadable', 'failure', 'missing'] as const;
  return verdictOf(severities.flatMap(severity => (counts[severity] > 0 ? [{ severity }] : [])));
}
