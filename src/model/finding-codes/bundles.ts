import type { FindingTable } from './table.ts';

/** Findings about a bundle as a whole, several together, and what the person checking expected. */
export const bundleCodes = {
  'bundle.file.cut-short': {
    unreadable: 'The file is only part of a ZIP. Its end is missing, so it cannot be checked.',
  },
  'bundle.file.not-bundle': { unreadable: 'The ZIP is not a bundle that Holdfast made.' },
  'bundle.file.not-zip': { unreadable: 'The file is not a ZIP file.' },
  'bundle.file.unreadable': { unreadable: 'The file could not be read from where it is.' },
  'bundle.format.unsupported': {
    unreadable: 'The bundle has a newer format. Check it with a newer version of Holdfast.',
  },
  'expected.sha256.match': { success: 'The file has the SHA-256 that you gave.' },
  'expected.sha256.mismatch': { failure: 'The file does not have the SHA-256 that you gave.' },
  'expected.sha256.missing': { missing: 'None of the files has the SHA-256 that you gave.' },
  'expected.signer.match': { success: 'The file was sealed with the key that you named.' },
  'expected.signer.mismatch': { failure: 'The file was not sealed with the key that you named.' },
  'expected.time-stamp.match': { success: 'An authority that you trust says when the sealed file existed.' },
  'expected.time-stamp.missing': { missing: 'You asked for a time-stamp, and there is none that holds.' },
  'expected.time-stamp.not-vouched': {
    missing: 'You asked for a time-stamp, and none here is from an authority that you trust.',
  },
  'group.custody.backwards': {
    notice: 'The later of two exports has the earlier date. The computer’s clock was set back.',
  },
  'group.custody.forked': {
    failure: 'Two exports of one case tell different stories from some point on. Both cannot be true.',
    notice:
      'Files that others sent tell different stories of one case. This does not count against this bundle.',
  },
  'group.custody.match': { success: 'Each export of the case goes on where the one before it ended.' },
  'group.custody.partly': { notice: 'Exports of one case were compared, except where events are lost.' },
  'group.record.mismatch': { failure: 'The volumes do not belong to the same export.' },
  'group.signer.differs': {
    notice: 'Exports of one case were sealed with different keys. Ask why the key was changed.',
  },
  'group.volume.duplicate': { failure: 'The same volume is here more than once.' },
  'group.volume.missing': { missing: 'A volume of this export is not among the files.' },
  'group.volumes.complete': { success: 'Every volume of the export is here.' },
  'paper.content.match': { success: 'The paper says what the record says, letter by letter.' },
  'paper.content.mismatch': {
    failure: 'The paper is not what Holdfast makes of the record. Do not go by what it says.',
  },
  'paper.content.not-compared': {
    notice: 'Papers are as they were when sealed, but could not be compared with the record.',
  },
  'paper.edition.later': {
    notice: 'The papers are of a later version of Holdfast, so they could not be compared. Use a newer one.',
  },
  'paper.exhibits.match': {
    success: 'What the paper says of each exhibit is what the record says, letter by letter.',
  },
} as const satisfies FindingTable;
