import type { FindingCode } from '../../../src/model/finding-codes.ts';
import { activeContent } from './active-content.ts';
import { bytesChanged } from './bytes-changed.ts';
import { caseImplausible } from './case-implausible.ts';
import { certificatesForged } from './certificates-forged.ts';
import { exhibitImplausible } from './exhibit-implausible.ts';
import { filesChanged } from './files-changed.ts';
import { filesPutIn } from './files-put-in.ts';
import type { Row } from './forgeries.ts';
import { keysNamed } from './keys-named.ts';
import { lostEvents } from './lost-events.ts';
import { lostReceived } from './lost-received.ts';
import { lostTexts } from './lost-texts.ts';
import { notesForged } from './notes-forged.ts';
import { papersForged } from './papers-forged.ts';
import { previousEvents } from './previous-events.ts';
import { recordSealedAgain } from './record-sealed-again.ts';
import { recordsAtOdds } from './records-at-odds.ts';
import { listsChanged } from './revocation-lists-changed.ts';
import { sealedAgain } from './sealed-again.ts';
import { secondSealStamps } from './second-seal-stamps.ts';
import { secondStamps } from './second-stamps.ts';
import { storyChanged } from './story-changed.ts';
import { stampedRecords, timeStampsExchanged, timeStampsSealedAgain } from './time-stamps-changed.ts';
import { containerChanged } from './zip-changed.ts';

/** The name every altered bundle is checked under; findings on the whole file name it. */
export const alteredName = 'sample.zip';

/** One way to alter a bundle, and what everything that checks bundles must say of it. */
export interface TamperCase {
  readonly table: string;
  readonly what: string;
  readonly alter: Row[1];
  readonly code: FindingCode;
  readonly subject: string;
  readonly verdict: 'altered' | 'incomplete' | 'unreadable' | 'intact';
}

// These tables are also the documentation of what the verifier can and cannot see.
const tables: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ['bytes changed', bytesChanged],
  ['ZIP changed', containerChanged],
  ['files changed', filesChanged],
  ['sealed again', sealedAgain],
  ['case and chain sealed again', recordSealedAgain],
  ['record at odds with itself', recordsAtOdds],
  ['recording that could not be', exhibitImplausible],
  ['case that could not be', caseImplausible],
  ['time-stamps exchanged', timeStampsExchanged],
  ['time-stamps sealed again', timeStampsSealedAgain],
  ['second time-stamp of the list', secondSealStamps],
  ['time-stamps of records', stampedRecords],
  ['second time-stamps of records', secondStamps],
  ['lists of revoked certificates', listsChanged],
  ['certificate forged', certificatesForged],
  ['another story told', storyChanged],
  ['keys that the chain names', keysNamed],
  ['records and the chain before them', previousEvents],
  ['events said to be lost', lostEvents],
  ['texts said to be lost', lostTexts],
  ['received files said to be lost', lostReceived],
  ['notes that are never given out so', notesForged],
  ['files put in', filesPutIn],
  ['active content', activeContent],
  ['papers forged', papersForged],
];

/** Every row of every table, in their order. */
export const tamperCases: readonly TamperCase[] = tables.flatMap(([table, rows]) =>
  rows.map(([what, alter, code, subject, verdict]) => ({
    table,
    what,
    alter,
    code,
    subject,
    verdict: verdict ?? 'altered',
  })),
);
