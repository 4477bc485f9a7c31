import type { BundleReading } from '../bundle/verify/read-bundle.ts';
import type { CaptureRecord } from '../model/capture.ts';
import { plain } from './plain.ts';

/** What a bundle says, as plain text. It begins by saying that nothing has been checked. */
export function readingToText(name: string, reading: BundleReading): string {
  const { caseRecord, records, custody, files } = reading;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const { group } = caseRecord;
  return [
    `${plain(name)} — what it says, unchecked. Use “holdfast verify” to check it.`,
    `  Case:        ${plain(caseRecord.case.title)}`,
    `  Producer:    ${plain(caseRecord.case.producer.name)} (${caseRecord.case.producer.initials})`,
    `  Exported at: ${caseRecord.exportedAt}, volume ${group.volume} of ${group.volumes}`,
    `  Certificate: ${reading.signerFingerprint ?? 'none that can be read'}`,
    `  Files:       ${files.length}, ${bytes} bytes`,
    `  Events:      ${custody.length}`,
    '  Exhibits:',
    ...records.map(recordToText),
    ...caseRecord.absent.map(absent => `    ${absent.reference}  absent: ${absent.reason}`),
    '',
  ].join('\n');
}

function recordToText(record: CaptureRecord): string {
  const { reference, page, post, clocks, outcome } = record;
  const parts = [
    clocks?.capturedAt ?? record.completedAt,
    post?.account.handle ?? post?.account.displayName,
    page?.finalAddress,
    outcome === 'partial' ? 'partial' : undefined,
  ];
  const known = parts.filter(part => part !== undefined);
  return `    ${reference}  ${known.map(plain).join('  ')}`;
}
