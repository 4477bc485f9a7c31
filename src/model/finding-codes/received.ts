import type { FindingTable } from './table.ts';

/** Findings about received bundles inside a bundle. */
export const receivedCodes = {
  'received.contents.not-checked': {
    notice: 'The received file is too deep inside other files to be checked here.',
  },
  'received.description.mismatch': {
    failure: 'The record describes the received file differently from what is in it.',
  },
  'received.digest.match': { success: 'The received file is exactly the one that came.' },
  'received.digest.mismatch': { failure: 'The received file is not the one that came.' },
  'received.entry.duplicate': { failure: 'The record of the case lists one received file twice.' },
  'received.entry.left-out': { notice: 'A received file was not given out with this bundle.' },
  'received.entry.missing': {
    failure: 'The chain has a received file that the record of the case does not mention.',
  },
  'received.entry.not-lost': {
    failure:
      'The record of the case calls a received file lost, and the rest of the bundle shows that it is not.',
  },
  'received.entry.unreadable': {
    missing:
      'A received file could not be read any more when the bundle was made. The record of the case says so.',
  },
  'received.event.contradicted': {
    failure: 'The chain says something different about how a file was received.',
  },
  'received.event.lost': {
    missing: 'The event for a received file may be one of the lost ones. Nothing here shows when it came.',
  },
  'received.event.match': {
    success: 'The chain says when the file was received, and that it is this very file.',
  },
  'received.event.mismatch': {
    failure: 'The chain does not say, once, that this file was received, or says that it was erased.',
  },
  'received.file.missing': { missing: 'A received file is listed and is not here.' },
  'received.file.unlisted': { failure: 'A file among the received ones belongs to none of them.' },
  'received.group.incomplete': { notice: 'Not every ZIP file of a received export was received.' },
  'received.path.mismatch': { failure: 'A received file’s folder has the wrong name for it.' },
  'received.receipt.match': { success: 'The receipt says what the record says about the received file.' },
  'received.receipt.mismatch': {
    failure: 'The receipt does not say what the record says about the received file.',
  },
  'received.receipt.not-compared': {
    notice: 'The receipt was sealed, but could not be compared with the record.',
  },
  'received.verdict.contradicted': {
    failure: 'The number of findings noted when the file was received does not fit the verdict.',
  },
  'received.verdict.differs': {
    failure: 'The check finds more wrong with the received file than it did when it came.',
    notice: 'The verdict on the received file has changed, and not from better to worse.',
  },
  'received.verdict.same': {
    success: 'The check of the received file gives the same verdict as when it came.',
  },
  'received.volume.elsewhere': { notice: 'The received file is in another volume.' },
  'received.volume.impossible': { failure: 'The received file is listed in a volume that does not exist.' },
} as const satisfies FindingTable;
