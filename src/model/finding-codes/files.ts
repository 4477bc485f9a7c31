import type { FindingTable } from './table.ts';

/** Findings about the files in a bundle, the lists that name them, and the form of each. */
export const fileCodes = {
  'bag-info.group.match': {
    success: 'The label of the bag (bag-info.txt) names the same case and volume as the record of the case.',
  },
  'bag-info.group.mismatch': {
    failure: 'The label of the bag (bag-info.txt) names another case or volume than the record of the case.',
  },
  'bag-info.payload.match': { success: 'The label of the bag counts the files and bytes that are here.' },
  'bag-info.payload.mismatch': { failure: 'The label of the bag counts other files or bytes than are here.' },
  'bag-info.payload.short': { missing: 'The label of the bag counts more files than are here.' },
  'bag-info.text.match': {
    success: 'The date, program and size on the label of the bag match the record of the case.',
  },
  'bag-info.text.mismatch': {
    failure: 'The date, program or size on the label of the bag does not match the record of the case.',
  },
  'bag-info.text.unreadable': { failure: 'The label of the bag (bag-info.txt) cannot be read.' },
  'bagit.declaration.match': { success: 'The file bagit.txt says that this is a bag, in the right form.' },
  'bagit.declaration.mismatch': {
    failure: 'The file bagit.txt is missing, or is not as Holdfast writes it.',
  },
  'container-manifest.digest.mismatch': { failure: 'A seal was made over a different version of this file.' },
  'container-manifest.listing.match': { success: 'The container’s seal covers every file that it should.' },
  'container-manifest.listing.missing': { missing: 'The container’s seal covers a file that is not here.' },
  'container-manifest.listing.unlisted': {
    failure: 'The container’s seal leaves out a file that it should cover.',
  },
  'container-manifest.text.unreadable': {
    failure: 'The container’s list of files is not as Holdfast writes it.',
  },
  'content.active.absent': {
    success: 'Nothing was found in any page, table or document that runs or loads something when opened.',
  },
  'content.active.present': {
    failure: 'A file could run or load something when you open it. Do not open it.',
  },
  'content.reference.blocked': {
    notice: 'A page’s style sheet names something elsewhere. The page itself stops it from loading.',
  },
  'file.crc.match': { success: 'The ZIP’s own check sums hold for every file.' },
  'file.crc.mismatch': { failure: 'The ZIP’s own check sum for a file does not hold.' },
  'file.digest.match': { success: 'The file has not changed since it was sealed.' },
  'file.digest.mismatch': { failure: 'The file has changed since it was sealed.' },
  'file.kind.doubtful': {
    notice: 'A received file is not a ZIP, and looks like a file of another kind. Do not open it.',
  },
  'file.kind.expected': { success: 'Every file is of a kind that belongs in its place.' },
  'file.kind.unexpected': { failure: 'A file is not of the kind that belongs in its place. Do not open it.' },
  'file.listing.missing': { missing: 'A file that was sealed, or that every bundle has, is not here.' },
  'file.listing.unlisted': { failure: 'This file was not in the bundle when it was sealed.' },
  'manifest.line.misplaced': { failure: 'A list of files names a file that belongs in another list.' },
  'manifest.listing.complete': {
    success: 'The list of files names every file that it should, and no other.',
  },
  'manifest.text.unreadable': { failure: 'A list of files is not as Holdfast writes it.' },
  'mimetype.content.match': { success: 'The file “mimetype” says that this is a signed container.' },
  'mimetype.content.mismatch': { failure: 'The file “mimetype” is not as Holdfast writes it.' },
  'picture.file.broken': { failure: 'A picture is damaged, or is not built as pictures are.' },
  'picture.file.more': {
    notice: 'A picture file holds more than its pixels. Browsers add nothing like that.',
  },
  'picture.file.unusual': {
    notice: 'A picture is of a kind that no browser writes. What it shows was not compared.',
  },
  'record.member.out-of-bounds': {
    failure: 'A record has a number, text or list that is larger or smaller than a recording can give.',
  },
  'record.member.unknown': { failure: 'A record has a field that Holdfast never writes.' },
} as const satisfies FindingTable;
