import type { FindingTable } from './table.ts';

/** Findings about the exhibits: their files, their working copies, and absent exhibits. */
export const exhibitCodes = {
  'exhibit.absent.damaged': { missing: 'An exhibit was damaged and could not be exported.' },
  'exhibit.absent.erased': { notice: 'An exhibit was erased by its holder. The chain says when.' },
  'exhibit.absent.lost': {
    missing: 'An exhibit is not here, and the event that would explain it may be one of the lost ones.',
  },
  'exhibit.absent.not-chosen': { notice: 'An exhibit was not chosen for this export.' },
  'exhibit.absent.refused': {
    missing: 'An exhibit was left out because the sender’s own check found something wrong with it.',
  },
  'exhibit.absent.unexplained': {
    failure: 'The reason given for leaving out an exhibit does not match the chain.',
  },
  'exhibit.artifact.duplicate': { failure: 'The record lists one file more than once.' },
  'exhibit.artifact.held-back': { notice: 'The holder did not give out this file, and says so.' },
  'exhibit.artifact.match': { success: 'The file has not changed since it was recorded.' },
  'exhibit.artifact.mismatch': { failure: 'The file has changed since it was recorded.' },
  'exhibit.artifact.missing': { missing: 'The record lists a file that is not here.' },
  'exhibit.artifact.type-mismatch': { failure: 'The file is not of the kind that the record says.' },
  'exhibit.capture.partial': { notice: 'The recording is not complete, and says so.' },
  'exhibit.commit.contradicted': {
    failure: 'The chain says something different about the recording than the record does.',
  },
  'exhibit.commit.lost': {
    missing:
      'The event for this exhibit may be one of the lost ones. Nothing here shows when it was recorded.',
  },
  'exhibit.commit.match': {
    success: 'The chain says when the exhibit was recorded, and names this very record.',
  },
  'exhibit.commit.mismatch': {
    failure: 'The chain names another record for the exhibit, or says that it was erased.',
  },
  'exhibit.commit.missing': { failure: 'The chain does not say, once, that the exhibit was recorded.' },
  'exhibit.copy.chained': {
    success: 'The chain says when the working copy was made, from which picture, and which areas it hides.',
  },
  'exhibit.copy.duplicate': { failure: 'The record of the case lists one working copy twice.' },
  'exhibit.copy.lost': {
    missing: 'The event for a working copy may be one of the lost ones. Nothing here shows when it was made.',
  },
  'exhibit.copy.match': { success: 'The working copy has not changed since it was made.' },
  'exhibit.copy.mismatch': { failure: 'The working copy has changed since it was made.' },
  'exhibit.copy.missing': { missing: 'The record of the case lists a working copy that is not here.' },
  'exhibit.copy.not-covered': { failure: 'An area that should be black in a working copy is not.' },
  'exhibit.copy.original-mismatch': { failure: 'The record lists no such original for a working copy.' },
  'exhibit.copy.size-mismatch': {
    failure: 'A working copy is not of the size that the record of the case gives.',
  },
  'exhibit.copy.unchained': { failure: 'The chain does not describe this working copy.' },
  'exhibit.file.unlisted': { failure: 'A file in an exhibit’s folder belongs to no exhibit here.' },
  'exhibit.format.unsupported': {
    unreadable: 'The record has a newer format. Check it with a newer version of Holdfast.',
  },
  'exhibit.held-back.partial': {
    failure: 'Some files of an exhibit were held back and others not. Holdfast holds back all or none.',
  },
  'exhibit.held-back.present': { failure: 'A file that is said to be held back is here.' },
  'exhibit.held-back.unknown': { failure: 'A file that is said to be held back is not in the record.' },
  'exhibit.identity.match': { success: 'The record is that of this exhibit.' },
  'exhibit.identity.mismatch': { failure: 'The record is not that of this exhibit.' },
  'exhibit.listing.complete': { success: 'The record of the case and the chain know the same exhibits.' },
  'exhibit.listing.missing': {
    failure: 'The chain has an exhibit that the record of the case does not mention.',
  },
  'exhibit.record.match': { success: 'The exhibit’s record is the one that the case names.' },
  'exhibit.record.mismatch': { failure: 'The exhibit’s record is not the one that the case names.' },
  'exhibit.record.missing': { missing: 'The exhibit’s record is not here.' },
  'exhibit.record.not-canonical': {
    failure: 'The exhibit’s record is not written in the form that Holdfast writes.',
  },
  'exhibit.record.readable': { success: 'The exhibit’s record can be read and is in its proper form.' },
  'exhibit.record.unreadable': { failure: 'The exhibit’s record cannot be read.' },
  'exhibit.recording.alike': {
    notice: 'Two exhibits have exactly the same pictures. An unchanged page can look the same twice.',
  },
  'exhibit.recording.repeated': { failure: 'One recording is listed under two exhibit numbers.' },
  'exhibit.reference.duplicate': { failure: 'The record of the case lists one exhibit twice.' },
  'exhibit.snapshot.match': { success: 'The saved copy of the page is of the page that was recorded.' },
  'exhibit.snapshot.mismatch': { failure: 'The saved copy of the page is of another page.' },
  'exhibit.snapshot.other-title': {
    notice: 'The saved copy has another title than the record. Pages can change their title.',
  },
  'exhibit.snapshot.other-words': {
    notice: 'The saved copy has few of the recorded words. Compare it with the picture.',
  },
  'exhibit.volume.elsewhere': { notice: 'The exhibit’s files are in another volume.' },
  'exhibit.volume.impossible': { failure: 'The exhibit is listed in a volume that does not exist.' },
  'exhibit.words.lost': {
    missing:
      'The event for words about an exhibit may be one of the lost ones. Nothing here shows when they were written.',
  },
  'exhibit.words.match': { success: 'What was written about the exhibit is what the chain says.' },
  'exhibit.words.mismatch': { failure: 'What was written about the exhibit has been changed.' },
  'exhibit.words.missing': {
    failure: 'The chain names more versions of the words about an exhibit than are here.',
  },
  'exhibit.words.not-lost': {
    failure: 'The record of the case calls words lost that were never written or never given out.',
  },
  'exhibit.words.unchained': { failure: 'The chain does not mention these words about the exhibit.' },
  'exhibit.words.unreadable': {
    missing:
      'Words about an exhibit could not be read any more when the bundle was made. The record of the case says so.',
  },
  'exhibit.words.withheld': { notice: 'What was written about the exhibit was not given to this recipient.' },
} as const satisfies FindingTable;
