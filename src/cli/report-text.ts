import type { GroupReport } from '../bundle/verify/verify-group.ts';
import { checkedExhibits, isOfChecks } from '../model/checked-exhibits.ts';
import type { Finding, ReceivedReport, Verdict, VerificationReport } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import { plain } from './plain.ts';

const verdictWords: Readonly<Record<Verdict, string>> = {
  intact: 'INTACT',
  altered: 'ALTERED',
  incomplete: 'INCOMPLETE',
  unreadable: 'COULD NOT BE READ',
};

/** The heading of each severity that is printed, worst first. */
const headings: readonly (readonly [Severity, string])[] = [
  ['unreadable', 'Could not be read'],
  ['failure', 'Not as it was sealed'],
  ['missing', 'Not here'],
  ['notice', 'To be noted'],
];

/** Limit on the lines of one kind; `--json` has all findings. */
const mostLines = 100;

const limits = `What this shows: the files are, byte for byte, as the holder of that key sealed them, or where they are not.
What it does not show: who wrote a post, that the site sent what the browser displayed, or whose key it is.
For that, compare the certificate's fingerprint and the SHA-256 with those written down when the bundle was made.
`;

/** The whole result in plain text: the verdict on each file first, then the reasons. */
export function groupToText(group: GroupReport): string {
  const parts = group.reports.map(reportToText);
  if (group.reports.length > 1 || group.group.some(finding => finding.severity !== 'success'))
    parts.push(`All files together: ${verdictWords[group.verdict]}\n${findingsToText(group.group)}`);
  return `${parts.join('\n')}\n${limits}`;
}

function reportToText(report: VerificationReport): string {
  const { summary } = report;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['SHA-256', report.sha256],
    ['Certificate', summary.signerFingerprint],
    ['Case', summary.title],
    ['Exported at', summary.exportedAt],
    ['Volume', summary.volume === undefined ? undefined : `${summary.volume} of ${summary.volumes}`],
    ['Exhibits', summary.references.join(', ') || undefined],
    ['Checks', counts(report.findings)],
  ];
  const facts = lines.map(([label, value]) =>
    value === undefined || value === '' ? '' : `  ${`${label}:`.padEnd(13)} ${plain(value)}\n`,
  );
  const head = `${verdictWords[report.verdict]}: ${plain(report.file)} (${report.size} bytes)\n`;
  const own = `${head}${facts.join('')}${momentsToText(report.findings)}${findingsToText(report.findings)}`;
  return `${own}${(report.received ?? []).map(receivedToText).join('')}`;
}

/** A received bundle: its own verdict and findings, which do not count for the file around it. */
function receivedToText({ path, verdictThen, report }: ReceivedReport): string {
  const then = verdictWords[verdictThen].toLowerCase();
  const head = `  Received inside: ${plain(path)}\n    ${verdictWords[report.verdict]} (when it was received: ${then})\n`;
  const inside = (report.received ?? []).map(receivedToText).join('');
  return `${head}${findingsToText(report.findings)}${inside}`;
}

function counts(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length;
  const words = [`${count('success')} held`, `${count('notice')} to be noted`];
  if (count('missing') > 0) words.push(`${count('missing')} not here`);
  if (count('failure') > 0) words.push(`${count('failure')} not as sealed`);
  return words.join(', ');
}

/** The time that each authority confirms: the only successful check that is always printed. */
function momentsToText(findings: readonly Finding[]): string {
  const vouched = findings.filter(({ code }) => code === 'time-stamp.moment.vouched');
  if (vouched.length === 0) return '';
  const lines = vouched.slice(0, mostLines).map(findingToText);
  return `  Time-stamped:\n${lines.join('')}`;
}

function findingsToText(findings: readonly Finding[]): string {
  return `${othersToText(findings.filter(finding => !isOfChecks(finding)))}${checksToText(findings)}`;
}

/** One line for each exhibit with its record's own checks; exhibits in which every check held are only counted. */
function checksToText(findings: readonly Finding[]): string {
  const exhibits = checkedExhibits(findings);
  if (exhibits.length === 0) return '';
  const missed = exhibits.filter(({ isAllWell }) => !isAllWell);
  const lines = missed
    .slice(0, mostLines)
    .map(({ subject, line }) => `    ${plain(subject)}: ${plain(line)}\n`);
  if (missed.length > lines.length) lines.push(moreLine(missed.length - lines.length));
  const well = exhibits.length - missed.length;
  const counted = well === 0 ? '' : `    ${well} of ${exhibits.length} exhibits: every check held\n`;
  return `  Checked while recording, as each record says (--json lists every check):\n${lines.join('')}${counted}`;
}

function moreLine(count: number): string {
  return `    … and ${count} more; --json lists them all.\n`;
}

function othersToText(findings: readonly Finding[]): string {
  return headings
    .map(([severity, heading]) => {
      const those = findings.filter(finding => finding.severity === severity);
      if (those.length === 0) return '';
      const lines = those.slice(0, mostLines).map(findingToText);
      const rest = those.length - lines.length;
      if (rest > 0) lines.push(moreLine(rest));
      return `  ${heading}:\n${lines.join('')}`;
    })
    .join('');
}

function findingToText({ code, subject, detail }: Finding): string {
  return `    ${plain(subject)}: ${plain(detail)} [${code}]\n`;
}
