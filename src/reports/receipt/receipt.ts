import type { KeptFinding, ReceivedBundle } from '../../model/received.ts';
import { fingerprintPairs } from '../../words/fingerprint.ts';
import { londonWords, utcWords } from '../../words/times.ts';
import { visibleText } from '../../words/visible-text.ts';

/** A label and its value; an empty value is left blank for handwriting. */
export type ReceiptLine = readonly [label: string, value: string];

/** The contents of a receipt, in order. The text and the Word document are made from this. */
export interface Receipt {
  readonly verdict: string;
  readonly verdictSentence: string;
  readonly received: readonly ReceiptLine[];
  readonly file: readonly ReceiptLine[];
  /** The digests of `file` again, in lines short enough to be read aloud. */
  readonly sha256: readonly string[];
  readonly fingerprint: readonly string[];
  readonly check: readonly ReceiptLine[];
  readonly findings: readonly KeptFinding[];
  /** How many findings are counted but not listed, because there is no room for them. */
  readonly unlisted: number;
}

/** What no check can show. */
export const receiptLimits =
  'The check shows whether the files are unchanged since somebody sealed them with that key. It does not show who typed a post, that the website sent what the browser displayed, whose key it is, or that the clock of the computer was right. This receipt says what was handed over; it says nothing of what the file tells.';

/** The name of each verdict and a sentence on it. A file that could not be read was not checked. */
export const receiptVerdicts: Readonly<Record<ReceivedBundle['verdict'], readonly [string, string]>> = {
  intact: ['Intact', 'Every file in it is as it was when it was sealed.'],
  altered: ['Altered', 'Something in it is not as it was when it was sealed. It stands below.'],
  incomplete: [
    'Incomplete',
    'Nothing that is in it was altered, but something that belongs in it is missing. It stands below.',
  ],
  unreadable: [
    'Not checked',
    'It could not be read as a signed file of Holdfast, so that no check was made.',
  ],
};

/** The heading for each kind of finding that is not a success, worst first. */
export const findingHeadings: readonly (readonly [KeptFinding['severity'], string])[] = [
  ['unreadable', 'Why it was not checked'],
  ['failure', 'Altered: not as it was sealed'],
  ['missing', 'Incomplete: missing'],
  ['notice', 'Worth knowing, or not checked'],
];

/** The receipt of a received bundle. The same bundle gives the same receipt. */
export function receiptOf(bundle: ReceivedBundle): Receipt {
  const [verdict, verdictSentence] = receiptVerdicts[bundle.verdict];
  const { findings, counts } = bundle;
  const all = counts.notice + counts.missing + counts.failure + counts.unreadable;
  return {
    verdict,
    verdictSentence,
    received: receivedLines(bundle),
    file: fileLines(bundle),
    sha256: inGroups(bundle.sha256),
    fingerprint: bundle.signerFingerprint === undefined ? [] : pairLines(bundle.signerFingerprint),
    check: [
      ['Result', verdict],
      ['Checked', momentWords(bundle.checkedAt)],
      ['Checked with', bundle.checkedWith],
      ['Checks that held', String(counts.success)],
      ['Worth knowing', String(counts.notice)],
      ['Missing', String(counts.missing)],
      ['Not as sealed', String(counts.failure)],
    ],
    findings,
    unlisted: Math.max(0, all - findings.length),
  };
}

/** A moment in UTC and in the time of the United Kingdom. */
export function momentWords(at: string): string {
  return `${utcWords(at)} (${londonWords(at)})`;
}

function receivedLines({ facts, keptAt }: ReceivedBundle): readonly ReceiptLine[] {
  return [
    ['Received from', facts.from.name],
    ['Organisation', facts.from.organisation],
    ['Received by', facts.officer],
    ['Date and time, as told', momentWords(facts.receivedAt)],
    ['Kept, by this computer’s clock', momentWords(keptAt)],
    ['Place', facts.place],
    ['How it came', facts.medium],
    ['Remarks', facts.remarks],
  ].map(([label = '', value = '']) => [label, visibleText(value)] as const);
}

function fileLines(bundle: ReceivedBundle): readonly ReceiptLine[] {
  const { name, size, title, producer, exportedAt, ownVolume, ownVolumes, exhibits } = bundle;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Name of the file', name],
    ['Size', `${size} bytes`],
    ['Case, as the file says', title],
    ['Producer, as the file says', producer],
    ['Exported, as the file says', exportedAt && momentWords(exportedAt)],
    ['ZIP file', ownVolumes === undefined ? undefined : `${ownVolume ?? '?'} of ${ownVolumes}`],
    ['Exhibits in it', exhibits.length === 0 ? undefined : exhibits.map(each => each.reference).join(', ')],
  ];
  return lines.flatMap(([label, value]) =>
    value === undefined ? [] : [[label, visibleText(value)] as const],
  );
}

/** A SHA-256 as people compare it: its 64 digits as two lines of four groups of eight. */
export function inGroups(sha256: string): readonly string[] {
  const groups = sha256.match(/.{8}/g) ?? [];
  return [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')];
}

function pairLines(sha256: string): readonly string[] {
  const pairs = fingerprintPairs(sha256);
  return [pairs.slice(0, 48), pairs.slice(48)];
}
