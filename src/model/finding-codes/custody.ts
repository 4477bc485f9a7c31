import type { FindingTable } from './table.ts';

/** Findings about the chain of custody: each event, and whether the events are consistent. */
export const custodyCodes = {
  'custody.actor.changed': {
    failure: 'Another person acts in the chain, and no event says that the person changed.',
    notice: 'Another person acts in the chain. A lost event may have said that the person changed.',
  },
  'custody.actor.match': { success: 'Every event names the person whom the case names at that time.' },
  'custody.actor.mismatch': {
    failure: 'The last person to act in the chain is not the one whom the case names.',
  },
  'custody.actor.not-known': { notice: 'For some events Holdfast could not tell who acted.' },
  'custody.actor.program': { notice: 'Some events name only the program and no person.' },
  'custody.bundle.ended': {
    failure: 'The chain says how the making of this bundle ended. No bundle can hold that.',
  },
  'custody.bundle.match': { success: 'The chain says that this bundle was being made.' },
  'custody.bundle.mismatch': { failure: 'The chain does not say that this bundle was being made.' },
  'custody.case.mismatch': { failure: 'An event belongs to another case.' },
  'custody.category.mismatch': { failure: 'An event has another category than its action has.' },
  'custody.chain.empty': { missing: 'The chain has no events.' },
  'custody.chain.intact': {
    success: 'Every event has its number and its digest, and follows the one before it.',
  },
  'custody.copies.absent': {
    notice: 'The chain does not say which working copies were given out. The record of the case does.',
  },
  'custody.copies.match': { success: 'The chain and the record of the case name the same working copies.' },
  'custody.copies.mismatch': {
    failure: 'The chain and the record of the case do not name the same working copies.',
  },
  'custody.copy.mismatch': { failure: 'An event erases another working copy than was made.' },
  'custody.copy.repeated': { failure: 'The chain says twice that one working copy was made.' },
  'custody.copy.unknown': { failure: 'An event erases a working copy that was not there at that time.' },
  'custody.detail.strange': { failure: 'An event has a detail in a form that Holdfast never writes.' },
  'custody.digest.mismatch': { failure: 'An event has changed since it was written.' },
  'custody.document.present': { failure: 'The chain says that a paper was left out, yet it is here.' },
  'custody.event.unreadable': { failure: 'A line of the chain is not an event that can be read.' },
  'custody.events.lost': {
    missing: 'Events were lost before the bundle was made. The record of the case says so.',
  },
  'custody.exhibit.erased': { failure: 'An event is about an exhibit that had been erased by then.' },
  'custody.exhibit.mismatch': { failure: 'An event gives an exhibit another number or record than it got.' },
  'custody.exhibit.repeated': { failure: 'The chain says twice that one exhibit was recorded.' },
  'custody.exhibit.unknown': { failure: 'An event is about an exhibit that had not been recorded by then.' },
  'custody.exhibit.unnamed': { failure: 'An event does not say which number the exhibit got.' },
  'custody.exhibits.changed': {
    notice: 'Exhibits came or went while the bundle was being made. The chain shows it.',
  },
  'custody.exhibits.match': {
    success: 'The chain and the record of the case name the same exhibits for this bundle.',
  },
  'custody.exhibits.mismatch': {
    failure: 'The chain and the record of the case do not name the same exhibits for this bundle.',
  },
  'custody.export.repeated': { failure: 'The chain says twice that one export began or ended.' },
  'custody.export.unprepared': { failure: 'The chain says that an export ended that never began.' },
  'custody.head.match': { success: 'The chain ends where the record of the case says.' },
  'custody.head.mismatch': { failure: 'The chain does not end where the record of the case says.' },
  'custody.held-back.absent': {
    notice: 'The chain does not say which pictures were held back. The record of the case does.',
  },
  'custody.held-back.match': {
    success: 'The chain and the record of the case agree on which pictures were held back.',
  },
  'custody.held-back.mismatch': {
    failure: 'The chain and the record of the case do not agree on which pictures were held back.',
  },
  'custody.initials.mismatch': {
    failure: 'An exhibit’s number begins with other initials than those of the person who recorded it.',
  },
  'custody.log.restored': {
    notice: 'The log was restored from a backup. What was done after that backup is not in the chain.',
  },
  'custody.lost.contradicted': {
    failure: 'The record of the case calls events lost, and the chain shows that this is not so.',
  },
  'custody.lost.exceeded': {
    failure: 'More things lack an event than the number of events said to be lost.',
  },
  'custody.note.disordered': { failure: 'The versions of a note are not in order in the chain.' },
  'custody.note.mismatch': { failure: 'An event about a note does not fit the events before it.' },
  'custody.note.unknown': { failure: 'An event erases a note that was not there at that time.' },
  'custody.number.gap': { failure: 'An exhibit number was skipped. Numbers are given one after another.' },
  'custody.number.repeated': { failure: 'An exhibit number was given twice. A number is never used again.' },
  'custody.opening.first': { success: 'The chain begins with the opening of the case.' },
  'custody.opening.lost': { notice: 'The event that opened the case is one of the lost ones.' },
  'custody.opening.missing': { failure: 'The chain does not begin with the opening of the case.' },
  'custody.opening.repeated': { failure: 'The chain says more than once that the case was opened.' },
  'custody.prepared.erased': { failure: 'An export gives out an exhibit that had been erased by then.' },
  'custody.prepared.left-out': {
    failure: 'An export does not mention an exhibit that was there at that time.',
  },
  'custody.prepared.repeated': { failure: 'An export names one exhibit more than once.' },
  'custody.prepared.unknown': { failure: 'An export names an exhibit that had not been recorded by then.' },
  'custody.prepared.unnamed': { failure: 'An export does not say which exhibits were given out.' },
  'custody.previous.mismatch': {
    failure: 'An event does not follow the one before it. Events were changed, added or taken out.',
  },
  'custody.received.gone': {
    failure: 'An export gives out a received file that was not there at that time.',
  },
  'custody.received.match': { success: 'The chain and the record of the case name the same received files.' },
  'custody.received.mismatch': {
    failure: 'The chain and the record of the case do not name the same received files.',
  },
  'custody.received.repeated': { failure: 'The chain says twice that one file was received.' },
  'custody.received.unknown': { failure: 'An event erases a received file that was not there at that time.' },
  'custody.recipient.absent': {
    notice: 'The chain does not say who this bundle was made for. The record of the case does.',
  },
  'custody.recipient.match': { success: 'The chain and the record of the case name the same recipient.' },
  'custody.recipient.mismatch': {
    failure: 'The chain and the record of the case name different recipients.',
  },
  'custody.sequence.broken': {
    failure: 'An event has the wrong number. Events were added, taken out or moved.',
  },
  'custody.story.lost': {
    notice: 'The events that are here fit together. Nothing is known about the lost ones.',
  },
  'custody.story.match': {
    success: 'Everything was made before it was used, and not used after it was erased.',
  },
  'custody.subject.strange': { failure: 'An event is said to be about an exhibit, and its kind never is.' },
  'custody.subject.unnamed': {
    failure: 'An event does not say which exhibit, export, note, copy or file it is about.',
  },
  'custody.text.canonical': { success: 'Every event is written in its proper form.' },
  'custody.text.not-canonical': { failure: 'An event is not written in the form that Holdfast writes.' },
  'custody.text.unreadable': { failure: 'The chain cannot be read.' },
  'custody.time.apart': {
    notice:
      'Two times for one act are far apart. A clock that was set, or a computer that slept, can do this.',
  },
  'custody.time.backwards': {
    notice: 'An event has an earlier time than the one before it. The clock may have been set back.',
  },
  'custody.time.mismatch': { failure: 'Two times for one act are too far apart. Both cannot be right.' },
  'custody.time.standstill': {
    failure: 'All events happened in the same instant. People’s acts take longer.',
  },
} as const satisfies FindingTable;
