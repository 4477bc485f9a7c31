import { type Matter, matterOf } from '../matter/matter.ts';
import { isAtFault } from '../model/case.ts';
import { untoldDetails } from '../model/details.ts';
import { countLostTexts } from '../model/lost-texts.ts';
import { askedFor, notFreedomOfInformation, referenceAsked, speakToMeFirstWords } from '../words/asked.ts';
import { type JurisdictionWords, wordsFor } from '../words/jurisdiction.ts';
import { utcWords } from '../words/times.ts';
import { exhibitsInOrder, type TextInput } from './input.ts';
import { asciiText, wrapped } from './plain-text.ts';
import { recipientRules } from './recipients.ts';
import { isByOfficer } from './report/facts.ts';

const shownReferences = 6;

/**
 * READ-ME-FIRST.txt: one page of plain ASCII, at most 60 lines of 78 columns, for whoever opens the ZIP. It begins with
 * what is asked for, as the report does, and takes no position on what was recorded. For a platform it contains nothing
 * that a person wrote.
 */
export function readMeFirst(input: TextInput): string {
  const { getsOwnWords } = recipientRules[input.caseRecord.recipient ?? 'police'];
  const words = wordsFor(getsOwnWords ? toldMatter(input).details : untoldDetails);
  const { exhibit } = words;
  const lines = [
    'READ ME FIRST',
    '=============',
    '',
    ...aboutLines(input, words),
    '',
    ...(getsOwnWords ? askedLines(input) : []),
    ...paragraph(
      `What this is. A person recorded web pages on their own computer with the browser extension Holdfast and exported them as this one ZIP file. Each recording is ${exhibit === 'exhibit' ? 'an' : 'a'} ${exhibit}.`,
    ),
    ...paragraph(
      'What is asked of you. Keep the ZIP file as it is. Work on a copy. Write down its SHA-256 when you receive it, and compare it with the one the sender wrote down.',
    ),
    'How to read it',
    '--------------',
    ...readingLines(input),
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
    ...wrapped(
      'The files record what a web page displayed in a browser at the times shown. They do not prove who operated the account, nor that the website sent what the browser displayed, nor that the clock of the computer was right. The signature shows that the files have not changed since export. It does not say who signed. That rests on the fingerprint being written down elsewhere.',
    ),
    'The pages may contain abuse and threats. They are shown as they were.',
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines of the report's cover. Words that are long or do not fit ASCII are only in the report. */
function askedLines(input: TextInput): readonly string[] {
  const matter = toldMatter(input);
  const { details } = matter;
  const asked = askedFor(details);
  const plain = asked === undefined ? undefined : (asciiText(asked, 240) ?? 'written in data/report.html.');
  const isOfficer = isByOfficer(input, matter);
  return [
    ...(plain === undefined
      ? []
      : wrapped(`${isOfficer ? 'What the person affected is' : 'What I am'} asking for: ${plain}`)),
    ...(input.caseRecord.recipient === 'police'
      ? [...wrapped(notFreedomOfInformation), ...(isOfficer ? [] : wrapped(referenceAsked))]
      : wrapped(
          'If it comes to you as a report to the police: this is a report of a crime or incident. It is not a Freedom of Information request. Please record it and give the person who sent it a reference number.',
        )),
    ...(details.speakToMeFirst ? wrapped(speakToMeFirstWords) : []),
    '',
  ];
}

/** The matter of the notes alone: this page uses nothing of the exhibits. */
function toldMatter({ caseRecord }: TextInput): Matter {
  return matterOf({ exhibits: [], notes: caseRecord.notes ?? [] });
}

function readingLines({ documents = [] }: TextInput): readonly string[] {
  const has = (start: string) => documents.some(path => path.startsWith(start));
  const steps = [
    ['Unzip it into a new folder.'],
    [
      'Open data/report.html in any web browser. It needs no internet, no',
      'account and no other program, and it opens nothing outside.',
      ...(has('report.pdf') ? ['data/report.pdf is the same to print.'] : []),
    ],
    ['Recorded files are in data/exhibits/, one folder for each.'],
    ...(has('police/')
      ? [
          [
            'Papers for the police are in data/police/. None is signed. In its CSV',
            'tables an apostrophe before a cell keeps a spreadsheet from changing',
            'it; take it away for the exact text.',
          ],
        ]
      : []),
    ...(has('preservation/')
      ? [
          [
            'Drafts that ask each platform to keep its data are in',
            'data/preservation/. The police send them; nothing has been sent.',
          ],
        ]
      : []),
    ...(has('received/')
      ? [
          [
            'Files that were received from others are in data/received/, unchanged,',
            'each with a receipt. Each is a ZIP file of its own to unzip and read.',
          ],
        ]
      : []),
  ];
  return steps.flatMap(([first = '', ...rest], index) => [
    `  ${index + 1}. ${first}`,
    ...rest.map(line => `     ${line}`),
  ]);
}

function aboutLines(input: TextInput, { Exhibits, exhibit }: JurisdictionWords): readonly string[] {
  const { case: matter, group, exportedAt, absent, lostEvents, lostReceived } = input.caseRecord;
  const inReport = 'written in data/report.html';
  const name = matter.producer.name === '' ? '' : (asciiText(matter.producer.name, 44) ?? inReport);
  return [
    `Case:      ${asciiText(matter.title, 60) ?? inReport}`,
    `Producer:  ${name === '' ? matter.producer.initials : `${name}, initials ${matter.producer.initials}`}`,
    `Exported:  ${utcWords(exportedAt)}`,
    `${`${Exhibits}: `.padEnd(11)}${exhibitWords(input)}`,
    ...(group.volumes > 1 ? [`ZIP file:  ${group.volume} of ${group.volumes}; all belong together`] : []),
    ...(absent.some(isAtFault)
      ? [`Left out:  at least one ${exhibit}; data/report.html says which and why`]
      : []),
    ...(lostEvents === undefined
      ? []
      : ['Lost:      part of the list of what was done; data/report.html says which']),
    ...(countLostTexts(input.caseRecord) === 0
      ? []
      : ['Lost:      some of what was written of the case; data/report.html says how much']),
    ...(lostReceived === undefined ? [] : ['Lost:      received files; data/report.html says which']),
  ];
}

function exhibitWords(input: TextInput): string {
  const references = exhibitsInOrder(input).map(exhibit => exhibit.entry.reference);
  if (references.length <= shownReferences) return references.join(', ');
  return `${references.length}, from ${references[0] ?? ''} to ${references.at(-1) ?? ''}`;
}

function paragraph(text: string): readonly string[] {
  return [...wrapped(text), ''];
}
