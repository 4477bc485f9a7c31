import { exhibitsInOrder, hasRequests, type ReportInput } from './input.ts';
import { asciiText, wrapped } from './plain-text.ts';
import { utcWords } from './words/times.ts';

const shownReferences = 6;

/**
 * READ-ME-FIRST.txt: one page of plain ASCII, at most 60 lines of 78 columns, for whoever opens the ZIP. It
 * takes no position on what the recipient is or on what was recorded.
 */
export function readMeFirst(input: ReportInput): string {
  const lines = [
    'READ ME FIRST',
    '=============',
    '',
    ...aboutLines(input),
    '',
    ...paragraph(
      'What this is. A person recorded web pages on their own computer with the browser extension Holdfast and exported them as this one ZIP file. Each recording is an exhibit.',
    ),
    ...paragraph(
      'If it comes to you as a report to the police: this is a report of a crime or incident. It is not a Freedom of Information request. Please record it and give the person who sent it a reference number.',
    ),
    ...paragraph(
      'What is asked of you. Keep the ZIP file as it is. Work on a copy. Write down its SHA-256 when you receive it, and compare it with the one the sender wrote down.',
    ),
    'How to read it',
    '--------------',
    '  1. Unzip it into a new folder.',
    '  2. Open data/report.html in any web browser. It needs no internet, no',
    '     account and no other program, and it opens nothing outside.',
    '  3. The files of each exhibit are in data/exhibits/, one folder each.',
    ...(hasRequests(input)
      ? [
          '  4. Drafts that ask each platform to keep its data are in',
          '     data/preservation/. The police send them; nothing has been sent.',
        ]
      : []),
    '',
    'How to check it',
    '---------------',
    '  HOW-TO-VERIFY.txt has the exact commands. They need only programs that',
    '  are not ours. The certificate in signer.crt should have the fingerprint',
    `    ${input.signerFingerprint.slice(0, 32)}`,
    `    ${input.signerFingerprint.slice(32)}`,
    '',
    'Limits',
    '------',
    ...paragraph(
      'The files record what a web page displayed in a browser at the times shown. They do not prove who operated the account, nor that the website sent what the browser displayed, nor that the clock of the computer was right. The signature shows that the files have not changed since export. It does not say who signed. That rests on the fingerprint being written down elsewhere.',
    ),
    'The pages may contain abuse and threats. They are shown as they were.',
  ];
  return `${lines.join('\n')}\n`;
}

function aboutLines(input: ReportInput): readonly string[] {
  const { case: matter, group, exportedAt, outcome } = input.caseRecord;
  const inReport = 'written in data/report.html';
  const name = matter.producer.name === '' ? '' : (asciiText(matter.producer.name, 44) ?? inReport);
  return [
    `Case:      ${asciiText(matter.title, 60) ?? inReport}`,
    `Producer:  ${name === '' ? matter.producer.initials : `${name}, initials ${matter.producer.initials}`}`,
    `Exported:  ${utcWords(exportedAt)}`,
    `Exhibits:  ${exhibitWords(input)}`,
    ...(group.volumes > 1 ? [`ZIP file:  ${group.volume} of ${group.volumes}; all belong together`] : []),
    ...(outcome === 'incomplete'
      ? ['Left out:  at least one exhibit; data/report.html says which and why']
      : []),
  ];
}

function exhibitWords(input: ReportInput): string {
  const references = exhibitsInOrder(input).map(exhibit => exhibit.entry.reference);
  if (references.length <= shownReferences) return references.join(', ');
  return `${references.length}, from ${references[0] ?? ''} to ${references.at(-1) ?? ''}`;
}

function paragraph(text: string): readonly string[] {
  return [...wrapped(text), ''];
}
