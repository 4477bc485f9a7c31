import type { Jurisdiction } from '../../model/details.ts';
import { type Block, form, list, paragraph, section, signature, title } from '../document/blocks.ts';
import { notConfirmed } from './police-case.ts';

/** What a form asks of the witness. Absent answers are left blank; an answer is given only where it was chosen. */
export interface StatementHead {
  readonly legalName?: string;
  readonly age?: string;
  readonly occupation?: string;
}

/** The mark on every page of a draft. */
export const statementMark = 'DRAFT - not a statement until you have read, corrected and signed it';

/** The head, the end and the notes of a statement in one jurisdiction. */
export interface StatementForm {
  readonly head: (head: StatementHead, nameUsed: string | undefined) => readonly Block[];
  readonly end: readonly Block[];
  /** Places to sign at the foot of every page. */
  readonly pageSignature?: readonly string[];
  /** For the officer and the person. They follow the statement and are not part of it. */
  readonly notes: readonly string[];
}

const blankCount = '…………';

/** The words in use with Criminal Justice Act 1967 s.9(2)(b). The person who signs writes in the number of pages. */
export const englishDeclaration = `This statement (consisting of ${blankCount} page(s) each signed by me) is true to the best of my knowledge and belief and I make it knowing that, if it is tendered in evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false, or do not believe to be true.`;

/** After Art. 33 of the Magistrates’ Courts (Northern Ireland) Order 1981; the wording is not confirmed. */
export const northernIrishDeclaration = `I declare that this statement consisting of ${blankCount} pages, each signed by me is true to the best of my knowledge and belief and I make it knowing that, if it is tendered in evidence at a preliminary enquiry or at the trial of any person, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false or do not believe to be true.`;

const forEveryone: readonly string[] = [
  'This is a draft. The police usually take a statement themselves, and may use this as notes. Nobody has to sign it.',
  'Read every line. Correct what is not right, strike out what you do not want to say, and fill in what stands in [square brackets]. Say what you saw and heard yourself. Where somebody told you, say who.',
  'The number of pages, the signatures and the date are left blank on purpose. Write them in when the statement is finished. This page does not count.',
  'Address, phone number and other private things do not belong in here. In court the other side gets the statement.',
];

const england: StatementForm = {
  head: (head, nameUsed) => [
    title('WITNESS STATEMENT'),
    paragraph('Criminal Procedure Rules, r 16.2; Criminal Justice Act 1967, s. 9'),
    form([
      ['URN'],
      ['Statement of', head.legalName],
      ...(nameUsed === undefined ? [] : [['Name I use', nameUsed] as const]),
      ['Age if under 18 (if over 18 insert “over 18”)', ageUnder(18, head.age)],
      ['Occupation', head.occupation],
    ]),
    paragraph(englishDeclaration),
    signature('Signature', 'Date'),
  ],
  end: [signature('Signature', 'Signature witnessed by')],
  pageSignature: ['Signature', 'Signature witnessed by'],
  notes: [
    ...forEveryone,
    'The words of the declaration are those in use in England and Wales. Criminal Justice Act 1967, s.89: it is an offence to say in a statement what you know is not true.',
    `The head follows the police form MG11. Whether it is the newest layout is ${notConfirmed}.`,
  ],
};

const northern: StatementForm = {
  head: (head, nameUsed) => [
    title('STATEMENT OF WITNESS'),
    form([
      ['Statement of', head.legalName],
      ...(nameUsed === undefined ? [] : [['Name I use', nameUsed] as const]),
      ['Age if under 21', ageUnder(21, head.age)],
      ['Occupation', head.occupation],
    ]),
    paragraph(northernIrishDeclaration),
    signature('Signature', 'Date'),
    form([['Recorded by (name, rank, number)']]),
    signature('Signature of the person who recorded it', 'Date'),
  ],
  end: [signature('Signature', 'Signature of the person who recorded it')],
  pageSignature: ['Signature', 'Signature witnessed by'],
  notes: [
    ...forEveryone,
    `For the officer: the wording of the declaration and the layout of the form are ${notConfirmed}. Please compare them with the form of the Police Service of Northern Ireland. Magistrates’ Courts (Northern Ireland) Order 1981, Art. 33, asks for a declaration in this sense, for the signature of the person who recorded the statement, and for the age if it is under 21.`,
  ],
};

const scottish: StatementForm = {
  head: (head, nameUsed) => [
    title('Account of a witness'),
    form([
      ['Name', head.legalName],
      ...(nameUsed === undefined ? [] : [['Name I use', nameUsed] as const]),
      ['Age', head.age],
      ['Occupation', head.occupation],
      ['Police reference'],
    ]),
  ],
  end: [signature('Signature', 'Date')],
  notes: [
    ...forEveryone,
    'In Scotland the police take the statement, and the case goes to the Procurator Fiscal. There is no declaration here: that of England and Wales does not apply.',
    'For the officer: each documentary production is initialled by the witnesses who speak to it, and whoever handles a labelled production signs its label and says when and from whom it came, and to whom and when it went.',
  ],
};

/** By jurisdiction. */
export const statementForms: Readonly<Record<Jurisdiction, StatementForm>> = {
  'england-wales': england,
  scotland: scottish,
  'northern-ireland': northern,
};

/** The notes on a page of their own. */
export function notesPage(notes: readonly string[]): readonly Block[] {
  return [{ kind: 'page-break' }, ...section('Notes – not part of the statement', list(notes))];
}

/** An age as a form wants it: the number when it is under the limit, else "over" the limit. */
function ageUnder(limit: number, age: string | undefined): string | undefined {
  if (age === undefined || !/^\s*\d{1,3}\s*$/.test(age)) return undefined;
  return Number(age) < limit ? age.trim() : `over ${limit}`;
}
