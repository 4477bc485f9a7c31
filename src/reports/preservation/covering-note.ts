import { form, list, type Paper, paragraph, section, warning } from '../document/blocks.ts';
import { factWords } from './fact-words.ts';
import type { PreservationRequest } from './requests.ts';
import { britishDay } from './words.ts';

/** A note to the police that asks them to send the request. It stays with them; the platform never sees it. */
export function coveringNote(request: PreservationRequest): Paper {
  const { recipient, facts } = request;
  return {
    mark: 'FOR THE POLICE – do not pass on to the platform',
    footer: `With request ${request.reference}`,
    blocks: [
      { kind: 'title', text: `Please ask ${recipient.name} to keep this data` },
      form([
        ['To', 'The officer in the case'],
        ['Crime or incident number'],
        ['Case', request.caseTitle],
        ['From (name and how to reach me safely)'],
      ]),
      ...(request.reporter.capacity === 'helper'
        ? [paragraph('I write because I help the person to whom this was done.')]
        : []),
      paragraph(whatWasRecorded(request)),
      paragraph(
        `Please ask ${recipient.name} to keep what it has about them, before it is deleted. A draft of the request is in the file request.docx. It is ready but for what only an officer can say, and it does not name me. Please leave it so.`,
      ),
      ...section('Why I ask you', paragraph(whyPolice(request))),
      ...section('What is at stake', list(atStake(request))),
      ...(facts.userNotice.noticeOfPreservation
        ? [
            warning(
              `WARNING: ${recipient.name} may tell the person behind the account that it was asked. Please speak to me first.`,
            ),
          ]
        : []),
      ...section(
        'What I ask of you',
        list([
          'Please pass the draft to your force’s digital media investigator, or to the team that asks companies for data (the SPoC).',
          'Please tell me when it was sent, the reference you get, and until when the data is kept.',
          'If the company says no, please tell me what it said, and ask the same specialists what else can be done. The last page of the draft lists it.',
          'Please do not contact the person, my family or people around me about this before you have spoken to me.',
        ]),
      ),
      ...section(
        'Reporting to the platform',
        paragraph(
          'I can report what was posted myself, and ask for my own data. I would rather do so after the data is kept, because what is taken down may be lost. The way is:',
        ),
        paragraph(factWords(facts.victimRoute)),
      ),
      ...leftOutPart(request),
      form([['Signature'], ['Date']]),
    ],
  };
}

function whatWasRecorded({ recipient, items, period }: PreservationRequest): string {
  const given = `on ${recipient.name} and given you the recording`;
  const [first, last] = [britishDay(period.earliest), britishDay(period.latest)];
  if (items.length === 1) return `I have recorded one thing ${given}. It is of ${first}.`;
  return `I have recorded ${items.length} things ${given}s. They are of the time from ${first} to ${last}.`;
}

function whyPolice({ recipient, facts }: PreservationRequest): string {
  if (facts.whoMayAsk.anyone)
    return 'Anyone may ask here, but a request from the police carries more weight, and you know whether it is better to wait.';
  return `${recipient.name} takes such requests from the police and not from me: ${factWords(facts.whoMayAsk)}`;
}

function atStake({ facts }: PreservationRequest): readonly string[] {
  return [
    'Posts, messages and whole accounts can be deleted at any time, by the person who made them or by the company.',
    ...(facts.deleted === undefined ? [] : [factWords(facts.deleted)]),
    'Records of who used an account, and from where, are often kept for a short time only.',
    `How long it is kept once you ask: ${factWords(facts.keptFor)}`,
  ];
}

function leftOutPart({ leftOut }: PreservationRequest) {
  if (leftOut.length === 0) return [];
  return section(
    'Not in the request',
    paragraph(
      `These recordings show the account that was signed in, and are left out: ${leftOut.join(', ')}.`,
    ),
  );
}
