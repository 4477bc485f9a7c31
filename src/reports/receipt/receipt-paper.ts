import type { ReceivedBundle } from '../../model/received.ts';
import { visibleText } from '../../words/visible-text.ts';
import {
  type Block,
  form,
  list,
  type Paper,
  paragraph,
  section,
  signature,
  subheading,
  table,
  title,
} from '../document/blocks.ts';
import { findingHeadings, type Receipt, receiptLimits, receiptOf } from './receipt.ts';

/** The receipt as a paper with places to sign. */
export function receiptPaper(bundle: ReceivedBundle): Paper {
  const receipt = receiptOf(bundle);
  return {
    mark: 'Receipt',
    footer: `Receipt · ${bundle.sha256.slice(0, 16)}`,
    blocks: [
      title('Receipt for a file'),
      paragraph(`${receipt.verdict}. ${receipt.verdictSentence}`),
      ...section(
        'What was received',
        form([
          ...receipt.file,
          ['SHA-256 of the file', receipt.sha256.join('\n')],
          [
            'Fingerprint of the signing certificate',
            receipt.fingerprint.length === 0 ? 'None that could be read' : receipt.fingerprint.join('\n'),
          ],
        ]),
      ),
      ...section('From whom, when, where, by whom', form(receipt.received.map(blank))),
      ...section('What the check found', form(receipt.check), ...findingBlocks(receipt)),
      ...section('What this shows, and what it does not', paragraph(receiptLimits)),
      ...section(
        'Signatures',
        paragraph('Handed over by'),
        signature('Name', 'Signature', 'Date'),
        paragraph('Received by'),
        signature('Name', 'Signature', 'Date'),
      ),
    ],
  };
}

/** An empty value becomes a blank in the form. */
function blank([label, value]: readonly [string, string]): readonly [string, string | undefined] {
  return [label, value === '' ? undefined : value];
}

function findingBlocks({ findings, unlisted }: Receipt): readonly Block[] {
  const groups = findingHeadings.flatMap(([severity, name]) => {
    const those = findings.filter(finding => finding.severity === severity);
    if (those.length === 0) return [];
    return [
      subheading(`${name} (${those.length})`),
      table({
        headings: ['Where', 'What was found', 'Code'],
        widths: [3, 5, 3],
        rows: those.map(({ subject, detail, code }) => [visibleText(subject), visibleText(detail), code]),
      }),
    ];
  });
  return unlisted === 0 ? groups : [...groups, list([`${unlisted} more are counted and not listed here.`])];
}
