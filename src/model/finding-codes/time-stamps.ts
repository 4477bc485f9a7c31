import type { FindingTable } from './table.ts';

/** Findings about time-stamps. */
export const timeStampCodes = {
  'time-stamp.absent': {
    notice: 'No authority says when the bundle existed. Its dates are those of the computer that made it.',
  },
  'time-stamp.authority.differs': {
    failure: 'The last time-stamp is from another authority than the sealed ones.',
    notice: 'The last time-stamp is from another authority than the sealed ones, but one that you trust.',
  },
  'time-stamp.binding.refused': {
    failure: 'The time-stamp names its certificate by an old method that Holdfast does not accept.',
  },
  'time-stamp.binding.weak': {
    notice:
      'The time-stamp names the authority’s certificate by an old method (SHA-1). An expert may ask whose certificate it was.',
  },
  'time-stamp.certificate.failed': { failure: 'The time-stamp itself names another certificate, or none.' },
  'time-stamp.certificate.held': { success: 'The time-stamp itself names the authority’s certificate.' },
  'time-stamp.certificate.not-checked': {
    notice: 'Whether the time-stamp names the authority’s certificate was not checked.',
  },
  'time-stamp.certificates.failed': {
    failure: 'The time-stamp holds a certificate that has nothing to do with the authority.',
  },
  'time-stamp.chain.failed': {
    failure: 'The authority’s certificate did not lead to the trusted root whose name it gives.',
  },
  'time-stamp.chain.held': { success: 'The authority’s certificate led to a trusted root at that moment.' },
  'time-stamp.chain.not-checked': {
    notice: 'Whether the authority’s certificate leads to a root that you trust was not checked.',
  },
  'time-stamp.clock.after': {
    notice:
      'The authority’s clock is well ahead of the computer’s. It was stamped later, or one clock was wrong.',
  },
  'time-stamp.clock.before': {
    notice: 'The authority’s clock is well behind the computer’s. One of the two clocks was wrong.',
  },
  'time-stamp.clock.match': {
    success: 'The computer’s clock and the authority’s agree within a few minutes.',
  },
  'time-stamp.digest.failed': { failure: 'What the authority signed is something else.' },
  'time-stamp.digest.held': { success: 'What the authority signed is what it says here.' },
  'time-stamp.digest.not-checked': {
    notice: 'Whether the authority signed what it says here was not checked.',
  },
  'time-stamp.form.differs': { failure: 'Something was added to the last time-stamp that no seal covers.' },
  'time-stamp.imprint.failed': { failure: 'The time-stamp is over something else.' },
  'time-stamp.imprint.held': { success: 'The time-stamp is over this very content.' },
  'time-stamp.moment.not-checked': {
    notice: 'An authority says when this existed. Whether it can be relied on was not checked.',
  },
  'time-stamp.moment.vouched': { success: 'An authority that you trust says when this existed.' },
  'time-stamp.order.impossible': {
    failure: 'A time-stamp gives an earlier time than one that was there before it.',
  },
  'time-stamp.order.late': {
    failure:
      'A time-stamp gives a later time than those that were asked for with it. One may have been swapped.',
    notice: 'A time-stamp in an older bundle gives a later time than those that were asked for with it.',
  },
  'time-stamp.other.absent': { notice: 'One time-stamp is not here, though others are.' },
  'time-stamp.parse.failed': { failure: 'The time-stamp cannot be read.' },
  'time-stamp.parse.held': { success: 'The time-stamp can be read.' },
  'time-stamp.purpose.failed': { failure: 'The certificate is not one for time-stamps alone.' },
  'time-stamp.purpose.held': { success: 'The authority’s certificate is for time-stamps and nothing else.' },
  'time-stamp.purpose.not-checked': {
    notice: 'Whether the authority’s certificate is for time-stamps was not checked.',
  },
  'time-stamp.revocation.failed': {
    failure: 'A certificate of the authority had been withdrawn, or the lists of withdrawn ones do not hold.',
  },
  'time-stamp.revocation.held': {
    success: 'The authority’s certificate is not on the list of withdrawn ones.',
  },
  'time-stamp.revocation.later': {
    notice:
      'The authority’s certificate was withdrawn later, for a reason that does not spoil this time-stamp.',
  },
  'time-stamp.revocation.not-checked': {
    notice: 'Whether the authority’s certificate had been withdrawn by then was not checked.',
  },
  'time-stamp.revocation.not-kept': {
    notice: 'Nothing was kept that says whether an authority’s certificate had been withdrawn.',
  },
  'time-stamp.seal.missing': { failure: 'A sealed time-stamp was taken out of the bundle.' },
  'time-stamp.seal.unexpected': { failure: 'A time-stamp was put in after the bundle was sealed.' },
  'time-stamp.second.absent': {
    notice: 'Two authorities were asked for a time-stamp, and only one answered.',
  },
  'time-stamp.second.alone': { failure: 'There is a second time-stamp and no first one.' },
  'time-stamp.second.another': {
    success: 'The second time-stamp is from an authority that has nothing to do with the first.',
  },
  'time-stamp.second.not-checked': {
    notice: 'Whether two time-stamps are from different authorities was not checked.',
  },
  'time-stamp.second.one-root': {
    notice: 'Two time-stamps are from authorities under one root, so they may not be independent.',
  },
  'time-stamp.second.same-authority': {
    failure: 'Two time-stamps that should be from different authorities are from the same one.',
  },
  'time-stamp.second.unexpected': {
    failure: 'A second time-stamp is here, though no second authority was asked.',
  },
  'time-stamp.signature.failed': {
    failure: 'The time-stamp was not signed with the key of the authority’s certificate.',
  },
  'time-stamp.signature.held': {
    success: 'The time-stamp was signed with the key of the authority’s certificate.',
  },
  'time-stamp.signature.not-checked': {
    notice: 'Whether the authority’s key signed the time-stamp was not checked.',
  },
  'time-stamp.signing-time.before': {
    failure: 'The time-stamp is older than what it stamps. Both times cannot be right.',
  },
  'time-stamp.status.failed': { failure: 'The authority did not grant the time-stamp.' },
  'time-stamp.status.held': { success: 'The authority granted the time-stamp.' },
  'time-stamp.term.failed': { failure: 'The authority’s certificate was not in its term at that moment.' },
  'time-stamp.term.held': { success: 'The authority’s certificate was in its term at that moment.' },
  'time-stamp.term.not-checked': {
    notice: 'Whether the authority’s certificate was in its term then was not checked.',
  },
} as const satisfies FindingTable;
