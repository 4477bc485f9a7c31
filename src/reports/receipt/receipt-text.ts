import type { ReceivedBundle } from '../../model/received.ts';
import { visibleText } from '../../words/visible-text.ts';
import { heading, prose, wrapped } from '../plain-text.ts';
import { findingHeadings, type Receipt, type ReceiptLine, receiptLimits, receiptOf } from './receipt.ts';

/** The receipt as plain text, UTF-8, with lines to sign on. */
export function receiptText(bundle: ReceivedBundle): string {
  const receipt = receiptOf(bundle);
  const lines = [
    ...heading('RECEIPT FOR A FILE', '='),
    ...prose(`${receipt.verdict}. ${receipt.verdictSentence}`),
    ...heading('What was received'),
    ...receipt.file.flatMap(field),
    ...digest('SHA-256 of the file', receipt.sha256),
    ...digest('Fingerprint of the signing certificate', receipt.fingerprint),
    '',
    ...heading('From whom, when, where, by whom'),
    ...receipt.received.flatMap(field),
    '',
    ...heading('What the check found'),
    ...receipt.check.flatMap(field),
    '',
    ...findings(receipt),
    ...heading('What this shows, and what it does not'),
    ...prose(receiptLimits),
    ...heading('Signatures'),
    ...['Handed over by', 'Received by'].flatMap(signature),
  ];
  return `${lines.join('\n')}\n`;
}

function field([label, value]: ReceiptLine): readonly string[] {
  if (value === '') return [`${label}: ______________________________`];
  return value.split('\n').flatMap((line, index) => wrapped(index === 0 ? `${label}: ${line}` : line));
}

function digest(label: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${label}:`, ...lines.map(line => `    ${line}`)];
}

function findings({ findings: all, unlisted }: Receipt): readonly string[] {
  const parts = findingHeadings.flatMap(([severity, title]) => {
    const those = all.filter(finding => finding.severity === severity);
    if (those.length === 0) return [];
    return [
      `${title} (${those.length})`,
      ...those.flatMap(({ subject, detail, code }) =>
        wrapped(visibleText(`- ${subject}: ${detail} [${code}]`), 2),
      ),
      '',
    ];
  });
  return unlisted === 0 ? parts : [...parts, ...prose(`${unlisted} more are counted and not listed here.`)];
}

function signature(who: string): readonly string[] {
  return [`${who}:`, '', '  Signature ______________________________  Date ________________', ''];
}
