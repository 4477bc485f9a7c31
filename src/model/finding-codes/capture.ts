import type { FindingTable } from './table.ts';

/** Findings about the record of one recording. Those about its own checks are in `checks.ts`. */
export const captureCodes = {
  'capture.address.differs': {
    notice: 'The address bar showed another site at the end of the recording than at the beginning.',
  },
  'capture.address.impossible': {
    failure: 'An address in the record is not one that a recorded page can have.',
  },
  'capture.artifacts.empty': { failure: 'The record lists no files. Holdfast keeps no such recording.' },
  'capture.checks.absent': {
    notice: 'The record has no checks in it. It comes from a version that made none.',
  },
  'capture.checks.duplicate': { failure: 'The record gives two answers to one check.' },
  'capture.checks.empty': { failure: 'The record has a list of checks with nothing in it.' },
  'capture.composition.absent': {
    failure: 'The record should say which pictures a picture was joined or cut from, and does not.',
    notice: 'An older or partial recording does not say which pictures a picture was joined or cut from.',
  },
  'capture.composition.gap': {
    failure: 'A joined picture has a gap that no part fills, yet the recording is called complete.',
    notice: 'A joined picture has a gap that no part fills. The recording is not called complete.',
  },
  'capture.composition.match': { success: 'The parts of a joined picture fill it without a gap.' },
  'capture.composition.mismatch': {
    failure: 'What the record says about how a picture was joined cannot be right.',
  },
  'capture.composition.not-checked': {
    notice: 'Not all parts of a joined picture are here, so it was not checked.',
  },
  'capture.gen-time.match': { success: 'The record gives the same time as the time-stamp.' },
  'capture.gen-time.mismatch': { failure: 'The record gives another time than the time-stamp.' },
  'capture.gen-time.unproven': {
    failure: 'The record gives a time from an authority, and no time-stamp here shows it.',
  },
  'capture.method.contradicted': { failure: 'The record contradicts itself about how a picture was made.' },
  'capture.method.impossible': {
    failure: 'The record says that a file was made in a way that cannot be right.',
  },
  'capture.outcome.contradicted': {
    failure: 'The record calls itself complete or partial, and its own details say otherwise.',
  },
  'capture.outcome.match': { success: 'The record calls itself complete, and nothing in it says otherwise.' },
  'capture.page.contradicted': {
    failure: 'The record gives the place of the post on the page twice, and the two differ.',
  },
  'capture.page.impossible': { failure: 'The record gives a size for the page that cannot be right.' },
  'capture.pixels.match': { success: 'A joined picture shows, pixel for pixel, what its parts show.' },
  'capture.pixels.mismatch': {
    failure: 'A joined picture does not show, pixel for pixel, what its parts show.',
  },
  'capture.pixels.not-compared': {
    notice: 'Not all parts of a joined picture are here or can be read, so its pixels were not compared.',
  },
  'capture.previous-event.later': {
    failure:
      'The record names an earlier event whose time is later than the time-stamp. Both cannot be right.',
  },
  'capture.previous-event.match': {
    success: 'The record names the event that comes just before it in the chain.',
  },
  'capture.previous-event.mismatch': {
    failure: 'The record names another event before it than the chain has.',
  },
  'capture.previous-event.missing': {
    failure: 'The record does not name the event before it, though an earlier record does.',
  },
  'capture.previous-event.ordered': {
    success: 'No earlier event gives a time that is later than the time-stamp.',
  },
  'capture.previous-event.set-back': {
    notice: 'An earlier event gives a time later than the time-stamp. The computer’s clock was set back.',
  },
  'capture.server-date.unproven': {
    failure: 'The record gives a time from the website. Holdfast never asks for one.',
  },
  'capture.software.impossible': { failure: 'The record gives a version of Holdfast that cannot exist.' },
  'capture.stamped.alone': { failure: 'A second time-stamp is here, and the chain has no first one.' },
  'capture.stamped.duplicate': { failure: 'The chain says more than once that the same time-stamp came.' },
  'capture.stamped.late': {
    notice: 'The time-stamp came while the bundle was being made, so it is not in it.',
  },
  'capture.stamped.lost': {
    missing: 'The event for a time-stamp may be one of the lost ones. Nothing here shows that it came.',
  },
  'capture.stamped.match': {
    success: 'The chain describes the very time-stamp, or the lists beside it, that are here.',
  },
  'capture.stamped.mismatch': {
    failure: 'The chain describes another time-stamp, or other lists, than those that are here.',
  },
  'capture.stamped.missing': {
    failure: 'The chain says that a time-stamp or its lists came, and they are not here.',
  },
  'capture.stamped.order': { failure: 'Time-stamps and the recording are in an order that cannot be right.' },
  'capture.stamped.unexplained': {
    failure: 'A time-stamp or its lists are here, and the chain does not say that they came.',
    notice: 'The chain does not mention a time-stamp, but an authority that you trust gave it.',
  },
  'capture.steps.contradicted': { failure: 'The record contradicts itself about a step of the recording.' },
  'capture.steps.disordered': {
    failure: 'The steps of the recording are not in the order that Holdfast makes them.',
  },
  'capture.steps.duplicate': { failure: 'The record says more than once how one step ended.' },
  'capture.time.impossible': { failure: 'The times in the record are in an order that cannot be right.' },
  'capture.time.long': { notice: 'The recording took unusually long. The computer may have slept.' },
  'capture.time.ordered': { success: 'The recording began, then the picture was taken, then it ended.' },
  'capture.time.set-back': {
    notice: 'The times in the record go back a little. The clock may have been set meanwhile.',
  },
  'capture.zone.differs': {
    notice: 'The time zone in the record had another offset then, by the lists known here.',
  },
  'capture.zone.mismatch': {
    failure: 'The time zone in the record does not exist, or cannot have had that offset.',
  },
  'capture.zone.not-checked': {
    notice: 'The time zone in the record is not known here, so its offset was not checked.',
  },
} as const satisfies FindingTable;
