import type { Paper } from '../document/blocks.ts';
import { accountsCsv } from './accounts.ts';
import { accountsAnnex } from './accounts-annex.ts';
import { chronologyCsv } from './chronology.ts';
import { contactSheet } from './contact-sheet.ts';
import { continuitySheet } from './continuity-sheet.ts';
import { exhibitList, exhibitListCsv } from './exhibit-list.ts';
import { impactNotes } from './impact-notes.ts';
import { offencesSheet } from './offences-sheet.ts';
import type { PoliceCase, PoliceExtra } from './police-case.ts';
import { statementDraft } from './statement.ts';
import type { StatementHead } from './statement-forms.ts';
import { unusedMaterial, unusedMaterialCsv } from './unused-material.ts';

/** One paper: its path, title and purpose, when it is made, and how. Bytes are a finished file. */
export interface PaperPlan {
  readonly path: string;
  readonly title: (police: PoliceCase) => string;
  readonly purpose: string;
  readonly isFor?: (police: PoliceCase) => boolean;
  readonly make: (police: PoliceCase, extra: PoliceExtra) => Paper | Uint8Array<ArrayBuffer>;
}

/** Every paper, in the order of the folder. The contact sheet is among them only with confidential answers. */
export function plans({ confidential }: PoliceExtra): readonly PaperPlan[] {
  if (confidential === undefined) return ordinary;
  const sheet: PaperPlan = {
    path: 'police/contact-sheet.docx',
    title: () => 'Contact sheet (confidential)',
    purpose:
      'For the officer alone: how to reach you safely. Keep it apart from the papers that the other side gets.',
    make: police => contactSheet(police, confidential),
  };
  return [...ordinary, sheet];
}

const ordinary: readonly PaperPlan[] = [
  {
    path: 'police/statement-draft.docx',
    title: () => 'Statement draft',
    purpose:
      'For you and the officer who takes your statement: what you wrote, in order of time. It is not signed.',
    make: (police, extra) => statementDraft(police, headOf(extra)),
  },
  {
    path: 'police/exhibit-list.docx',
    title: ({ words }) => words.exhibitList,
    purpose: 'For the police and the prosecutor: every record with its number, what it is and where it is.',
    make: exhibitList,
  },
  {
    path: 'police/exhibit-list.csv',
    title: ({ words }) => `${words.exhibitList} as a table`,
    purpose: 'For the police: the same list for a spreadsheet or their own system.',
    make: exhibitListCsv,
  },
  {
    path: 'police/chronology.csv',
    title: () => 'Chronology as a table',
    purpose: 'For the police: everything that happened, in one order over all platforms.',
    make: chronologyCsv,
  },
  {
    path: 'police/accounts.csv',
    title: () => 'Accounts as a table',
    purpose: 'For the police: every account that the records show, with its names and numbers.',
    make: accountsCsv,
  },
  {
    path: 'police/accounts-annex.docx',
    title: () => 'Platforms, accounts and behaviours',
    purpose: 'For those who may ask a court for an order: what such an order could be about.',
    make: accountsAnnex,
  },
  {
    path: 'police/continuity-sheet.docx',
    title: () => 'Continuity sheet',
    purpose: 'For everyone who has the ZIP file after you: who had it before, with blank rows to sign.',
    make: continuitySheet,
  },
  {
    path: 'police/unused-material.docx',
    title: () => 'Schedule of unused material',
    purpose: 'For the disclosure officer: what was recorded and is not among the exhibits.',
    isFor: hasUnused,
    make: unusedMaterial,
  },
  {
    path: 'police/unused-material.csv',
    title: () => 'Schedule of unused material as a table',
    purpose: 'For the disclosure officer: the same schedule for a spreadsheet.',
    isFor: hasUnused,
    make: unusedMaterialCsv,
  },
  {
    path: 'police/impact-notes.docx',
    title: () => 'Impact notes',
    purpose: 'For you: what you wrote of how it affects you, and room for more. It is not a statement.',
    isFor: ({ capacity }) => capacity !== 'officer',
    make: impactNotes,
  },
  {
    path: 'police/offences.docx',
    title: () => 'Offences that may be relevant',
    purpose:
      'For you and the officer: laws that may be relevant, and dates to ask about. This is not legal advice.',
    make: offencesSheet,
  },
];

/** Only an officer has the duty to schedule unused material. */
function hasUnused({ capacity, input }: PoliceCase): boolean {
  return capacity === 'officer' && (input.unused?.length ?? 0) > 0;
}

/** Confidential answers go into the form only where they were given and chosen. */
function headOf({ confidential, inStatement = false }: PoliceExtra): StatementHead {
  if (confidential === undefined || !inStatement) return {};
  const { legalName, age, occupation } = confidential;
  return {
    ...(legalName.trim() !== '' && { legalName }),
    ...(age.trim() !== '' && { age }),
    ...(occupation.trim() !== '' && { occupation }),
  };
}
