import type { FindingTable } from './table.ts';

/** Findings about the structure of the ZIP file. */
export const zipCodes = {
  'zip.bytes.after': { failure: 'Extra bytes follow the end of the ZIP file.' },
  'zip.bytes.before': { failure: 'Extra bytes come before the first file in the ZIP.' },
  'zip.bytes.between': { failure: 'There are bytes between two files in the ZIP that belong to neither.' },
  'zip.central-header.altered': {
    failure: 'A file’s line in the ZIP’s list of contents is not as Holdfast writes it.',
  },
  'zip.date.match': { success: 'The dates in the ZIP are the date of the export.' },
  'zip.date.mismatch': { failure: 'The dates in the ZIP are not the date of the export.' },
  'zip.end-record.altered': {
    failure: 'The end of the ZIP’s list of contents is not as Holdfast writes it.',
  },
  'zip.entries.out-of-order': {
    failure: 'The ZIP lists its files in a different order from the one they are stored in.',
  },
  'zip.entries.too-many': {
    failure: 'The ZIP lists more files than any bundle has. Not all of them were looked at.',
  },
  'zip.entry.comment': { failure: 'A file in the ZIP has a comment. Holdfast writes none.' },
  'zip.entry.compressed': { failure: 'A file in the ZIP is compressed. Holdfast never compresses files.' },
  'zip.entry.encrypted': { failure: 'A file in the ZIP is marked as encrypted. Nothing in a bundle is.' },
  'zip.entry.extra-field': { failure: 'A file in the ZIP carries extra data. Holdfast adds none.' },
  'zip.entry.folder': { failure: 'The ZIP lists a folder. A bundle lists only files.' },
  'zip.entry.overlapping': { failure: 'Two files in the ZIP share the same bytes.' },
  'zip.entry.size-impossible': { failure: 'The size given for a file in the ZIP cannot be right.' },
  'zip.entry.zip64': {
    failure: 'A file in the ZIP uses an extension of the format that Holdfast does not use.',
  },
  'zip.layout.as-written': { success: 'Every byte of the ZIP belongs to a file that it lists.' },
  'zip.local-header.altered': {
    failure: 'The header before a file in the ZIP is not as Holdfast writes it.',
  },
  'zip.mimetype.not-first': {
    failure: 'The first file in the ZIP is not “mimetype”. In a bundle it always is.',
  },
  'zip.name.collision': {
    failure: 'Two names in the ZIP are so alike that some computers take them for one.',
  },
  'zip.name.duplicate': { failure: 'Two files in the ZIP have the same name.' },
  'zip.name.unsafe': { failure: 'A file in the ZIP has a name that no bundle uses.' },
  'zip.order.as-written': { success: 'The files are in the order that Holdfast writes them in.' },
  'zip.order.other': {
    notice: 'Another program packed the files in another order. That changes nothing in them.',
  },
  'zip.start.two-kinds': {
    notice: 'The ZIP begins like a file of another kind as well. Open it only as a ZIP.',
  },
} as const satisfies FindingTable;
