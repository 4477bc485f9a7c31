import type { Officer, Reporter } from '../../model/reporter.ts';
import { utcWords } from '../../words/times.ts';
import {
  type Block,
  type FormField,
  form,
  list,
  type Paper,
  paragraph,
  section,
  warning,
} from '../document/blocks.ts';
import type { RequestAccount, SeenName } from './accounts.ts';
import { factWords } from './fact-words.ts';
import type { RequestItem } from './items.ts';
import { officerNotes } from './officer-notes.ts';
import type { PreservationRequest } from './requests.ts';
import { dayWords, kindWords, momentWords, postedWords } from './words.ts';

/** The mark on every page of a request. */
export function requestMark(reporter: Reporter): string {
  return reporter.capacity === 'officer' ? 'DRAFT – check before sending' : 'DRAFT FOR POLICE USE';
}

/**
 * The request as a letter. It says what to keep and nothing about the person who recorded it. What only an officer can
 * say is left blank. Notes for the officer come last, on pages that are not sent.
 */
export function requestLetter(request: PreservationRequest): Paper {
  return {
    mark: requestMark(request.reporter),
    footer: `Request ${request.reference}`,
    blocks: [
      ...head(request),
      ...accountsPart(request),
      ...itemsPart(request),
      ...periodPart(request),
      ...section('Data to keep', list(dataCategories(request.items))),
      ...legalPart,
      ...noticePart(request),
      ...emergencyPart,
      ...officerPart(request.reporter),
      { kind: 'page-break' },
      ...officerNotes(request),
    ],
  };
}

function head({ recipient, reference, facts, madeAt, reporter }: PreservationRequest): readonly Block[] {
  return [
    { kind: 'title', text: 'Request to preserve data' },
    form([
      ['To', `${recipient.name}: ${factWords(facts.ukAddressee)}`],
      ['Our reference', reference],
      ['Force’s case reference', filled(officerOf(reporter)?.caseReference)],
      ['Drafted', utcWords(madeAt)],
      ['Date sent'],
      ['Extension of an earlier request?', 'No'],
    ]),
    paragraph(
      'Please keep the data described here, as it is now, and do not delete it, so that it can be asked for by due legal process. This letter does not ask you to disclose anything. Please confirm that it is kept, until when, and under which reference.',
    ),
    paragraph(
      'The items were recorded from web pages as exhibits, each at the time shown. All times are in UTC unless another zone stands beside them. A handle is given with the times at which it was seen, because handles change hands.',
    ),
  ];
}

function accountsPart({ accounts, facts }: PreservationRequest): readonly Block[] {
  if (accounts.length === 0)
    return section('Accounts', paragraph('No account could be read from the pages. The items identify it.'));
  const blocks = accounts.map((account, index) =>
    form(accountFields(account, facts.dateStyle), `Account ${index + 1}`),
  );
  return section('Accounts', ...blocks);
}

function accountFields(account: RequestAccount, style: 'iso' | 'both'): readonly FormField[] {
  const names = (seen: readonly SeenName[]) => seen.map(name => seenWords(name, style)).join('\n');
  return [
    ['Account number', account.accountId ?? 'not found on the pages'],
    ['Handle', names(account.handles) || 'not found on the pages'],
    ...(account.displayNames.length === 0
      ? []
      : [['Display name (for information)', names(account.displayNames)] as const]),
    ['Address of the profile', account.profileAddresses.join('\n') || 'not found on the pages'],
    ['Exhibits', account.exhibits.join(', ')],
  ];
}

function seenWords({ text, firstSeenAt, lastSeenAt }: SeenName, style: 'iso' | 'both'): string {
  if (firstSeenAt === lastSeenAt) return `${text} – seen ${momentWords(firstSeenAt, style)}`;
  return `${text} – first seen ${momentWords(firstSeenAt, style)}, last seen ${momentWords(lastSeenAt, style)}`;
}

function itemsPart({ items, facts }: PreservationRequest): readonly Block[] {
  return section(
    'Items',
    paragraph(
      'The same rows stand in items.csv and items.json, which may be sent with this letter. In items.csv an apostrophe before a cell keeps a spreadsheet from changing it; items.json has the exact values.',
    ),
    ...items.map((item, index) =>
      form(
        itemFields(item, facts.dateStyle),
        `Item ${index + 1}: ${kindWords[item.kind]}, exhibit ${item.reference}`,
      ),
    ),
  );
}

function itemFields(item: RequestItem, style: 'iso' | 'both'): readonly FormField[] {
  const { handle, accountId } = item.author;
  const author = [handle, accountId === undefined ? undefined : `account number ${accountId}`];
  const isProfile = item.kind === 'profile' && item.postedAt.length === 0;
  const optional: readonly FormField[] = [
    ['Number', item.postId],
    ['Stands under number', item.parentId],
    ...Object.entries(item.ids).map(([name, id]): FormField => [`Identifier ${name}`, id]),
  ];
  return [
    item.permalink === undefined
      ? ['Address as shown', item.addressShown ?? 'not found']
      : ['Permalink', item.permalink],
    ...optional.filter(([, value]) => value !== undefined),
    ['Author’s account', author.filter(part => part !== undefined).join(', ') || 'not found on the page'],
    ...(isProfile ? [] : [['Posted', postedWords(item, style)] as const]),
    ['Recorded', momentWords(item.capturedAt, style)],
    ...(item.picture === undefined ? [] : [['SHA-256 of the picture', item.picture.sha256] as const]),
    ...(item.text === undefined ? [] : [['SHA-256 of the recorded text', item.text.sha256] as const]),
    ...(item.notes.length === 0 ? [] : [['Notes of the tool', item.notes.join('\n')] as const]),
  ];
}

function periodPart({ period, facts: { dateStyle } }: PreservationRequest): readonly Block[] {
  return section(
    'Period',
    form([
      ['From the start of', `${dayWords(period.from, dateStyle)}, UTC`],
      ['To the end of', `${dayWords(period.to, dateStyle)}, UTC`],
    ]),
    paragraph(
      `The earliest of the times above is ${utcWords(period.earliest)}, the latest ${utcWords(period.latest)}. The day before and the day after are added as a margin. Earlier or later data needs an officer’s decision.`,
    ),
  );
}

/** The data asked for: what identifies the authors of the items, and the items themselves; no more. */
export function dataCategories(items: readonly RequestItem[]): readonly string[] {
  return [
    'Who holds each account: name, e-mail addresses, telephone numbers, date and time it was opened, and its state now.',
    'Former handles and display names of each account, with the dates of every change.',
    'Log-ins and other uses of each account in the period: IP addresses with source ports, times in UTC, and the devices used.',
    'Each item listed above: its content, pictures, films and sound, its times, edits and deletion, and to whom it was visible.',
    ...(items.some(item => item.kind === 'message')
      ? ['Messages of the listed conversations in the period, from every member, with times and attachments.']
      : []),
  ];
}

const legalPart = section(
  'Legal basis – for the officer',
  form([
    ['Offence'],
    ['Act and section'],
    ['Circumstances, in brief'],
    ['How this data bears on them'],
    ['Legal process that will follow'],
  ]),
  paragraph(
    'Suggestion: name the Act and the section in full, for example “Malicious Communications Act 1988, section 1”, “Protection from Harassment Act 1997, section 2”, “Communications Act 2003, section 127” or “Online Safety Act 2023, section 181”. Which of them fits, if any, the officer decides. Give no more of the person concerned than the recipient needs.',
  ),
);

function noticePart({ facts, recipient }: PreservationRequest): readonly Block[] {
  return section(
    'Telling the account’s holder',
    ...(facts.userNotice.noticeOfPreservation
      ? [
          warning(
            `WARNING: ${recipient.name} may tell the account’s holder of this request itself, before anything is disclosed. Speak to the person at risk, and to the force’s SPoC, before it is sent.`,
          ),
        ]
      : []),
    form([['We object to telling the account’s holder (yes or no)'], ['Reason']]),
  );
}

const emergencyPart = section(
  'Emergency – only where life or safety is at risk',
  form([['Person at risk'], ['Nature of the emergency'], ['Why this data would help to prevent it']]),
);

function officerPart(reporter: Reporter): readonly Block[] {
  const officer = officerOf(reporter);
  return section(
    'Officer',
    form([
      ['Name', filled(officer?.name)],
      ['Rank', filled(officer?.rank)],
      ['Collar or badge number', filled(officer?.number)],
      ['Force', filled(officer?.force)],
      ['Address of the force', filled(officer?.address)],
      ['Official e-mail address', filled(officer?.email)],
      ['Direct telephone', filled(officer?.phone)],
      ['SPoC’s reference'],
      ['Signature'],
      ['Date'],
    ]),
  );
}

function officerOf(reporter: Reporter): Officer | undefined {
  return reporter.capacity === 'officer' ? reporter.officer : undefined;
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
