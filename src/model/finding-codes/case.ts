import type { FindingTable } from './table.ts';

/** Findings about the record of the case and what people wrote beside the exhibits. */
export const caseCodes = {
  'case.custody.match': { success: 'Every event in the chain is about this case.' },
  'case.custody.mismatch': { failure: 'The chain has events from another case.' },
  'case.description.changed': {
    notice: 'The title or the person was changed while the bundle was being made.',
  },
  'case.description.lost': {
    notice: 'The chain has a different title or person. A lost event may have said that they were changed.',
  },
  'case.description.match': { success: 'The chain has the same title and person for the case.' },
  'case.description.mismatch': { failure: 'The chain has a different title or person for the case.' },
  'case.description.not-checked': {
    notice: 'The chain does not say what title and person the case had, so they could not be compared.',
  },
  'case.exhibits.disordered': { notice: 'The exhibits are not listed in the order of their numbers.' },
  'case.note.absent': {
    missing: 'The chain has a note that is not here. A lost event may have said that it was erased.',
  },
  'case.note.contradicted': {
    failure: 'The chain says something different about a note than the note itself.',
  },
  'case.note.disordered': { failure: 'The versions of a note are not in order.' },
  'case.note.duplicate': { failure: 'The same version of a note is listed more than once.' },
  'case.note.erased': { failure: 'The chain says that a note was erased, yet the note is here.' },
  'case.note.kept-back': { failure: 'A note is of a private kind that Holdfast never gives out.' },
  'case.note.lost': {
    missing: 'The event for a note may be one of the lost ones. Nothing here shows when it was written.',
  },
  'case.note.match': { success: 'A note says what the chain says was written.' },
  'case.note.mismatch': { failure: 'A note has changed since it was written.' },
  'case.note.missing': { failure: 'The chain says that a note was written, and it is not here.' },
  'case.note.mixed': { failure: 'The versions of one note are of different kinds.' },
  'case.note.not-lost': {
    failure: 'The record of the case calls a note lost, and the rest of the bundle shows that it is not.',
  },
  'case.note.unchained': { failure: 'The chain does not mention this note.' },
  'case.note.unreadable': {
    missing: 'A note could not be read any more when the bundle was made. The record of the case says so.',
  },
  'case.notes.withheld': { notice: 'What people wrote about the case was not given to this recipient.' },
  'case.outcome.complete': { success: 'The export has every exhibit of the case.' },
  'case.outcome.contradicted': {
    failure: 'The export is called complete, yet it says that something was damaged.',
  },
  'case.outcome.incomplete': { missing: 'The export is not complete, and says so.' },
  'case.recipient.contradicted': {
    failure: 'The bundle was made for a platform, yet it has private words that platforms are never given.',
  },
  'case.record.not-canonical': {
    failure: 'The record of the case is not written in the form that Holdfast writes.',
  },
  'case.record.readable': { success: 'The record of the case can be read and is in its proper form.' },
  'case.record.unreadable': { failure: 'The record of the case cannot be read.' },
  'case.software.impossible': {
    failure: 'The record of the case gives a version of Holdfast that cannot exist.',
  },
  'case.volume.disordered': { failure: 'The exhibits are not spread over the volumes in order.' },
  'case.volume.empty': {
    failure: 'The record of the case lists nothing at all. Holdfast makes no such bundle.',
  },
  'case.volume.match': { success: 'The number of this volume is one that the export has.' },
  'case.volume.mismatch': { failure: 'The number of this volume is higher than the number of volumes.' },
  'case.volume.unfilled': { failure: 'The record of the case speaks of a volume that has nothing in it.' },
} as const satisfies FindingTable;
