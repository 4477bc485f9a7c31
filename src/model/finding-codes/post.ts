import type { FindingTable } from './table.ts';

/** Findings from comparing the record of a post with its address, number and text. */
export const postCodes = {
  'post.account.differs': {
    notice:
      'A link names another account than the author. Such a link may name the place and not the author.',
  },
  'post.account.mismatch': {
    failure: 'A link or the account’s address names another account than the record.',
  },
  'post.address.differs': { notice: 'The page’s address names another post or account than the record.' },
  'post.address.match': { success: 'What the record says of the post agrees with the post’s link.' },
  'post.address.not-compared': { notice: 'The post’s addresses were not compared with the record.' },
  'post.link.differs': { notice: 'The post’s link has another number than the record.' },
  'post.link.mismatch': { failure: 'The post’s link names another post, or another site, than the record.' },
  'post.link.not-compared': {
    notice: 'The post’s link is of a kind not known here, so it was not compared.',
  },
  'post.platform.differs': {
    notice: 'The record calls it any web page, but the address is of a platform known here.',
  },
  'post.platform.left': { notice: 'The page moved to or from another site during the recording.' },
  'post.platform.mismatch': { failure: 'The page’s address is not of the platform that the record names.' },
  'post.platform.not-compared': {
    notice: 'The page’s address could not be compared with the platform that the record names.',
  },
  'post.platform.unknown': { notice: 'The platform that the record names is not known here.' },
  'post.text.differs': {
    notice: 'The saved text lacks words of the post. They may have been hidden or cut off.',
  },
  'post.text.match': { success: 'The saved text has every word of the post.' },
  'post.text.mismatch': {
    failure: 'The saved text lacks so many words of the post that it cannot be of that post.',
  },
  'post.text.unreadable': { failure: 'The saved text of the post cannot be read.' },
  'post.time.after-recording': { failure: 'The post’s time is after the recording. Both cannot be right.' },
  'post.time.caveat': {
    notice: 'The warning beside a worked-out time has other words than Holdfast writes.',
  },
  'post.time.contradicted': {
    failure: 'The page’s time and the time in the post’s number differ, and the record does not say so.',
  },
  'post.time.differs': { notice: 'The page’s time and the time in the post’s number differ.' },
  'post.time.duplicate': { failure: 'The record gives two answers of one kind to when the post was made.' },
  'post.time.late': {
    notice: 'The time of a post is after the recording. The computer’s clock may have been slow.',
  },
  'post.time.match': { success: 'The time worked out from the post’s number is the one in the record.' },
  'post.time.mismatch': { failure: 'The post’s number gives another time than the record.' },
  'post.time.not-derivable': { failure: 'The post’s number does not hold the time that the record gives.' },
  'post.time.vague': { failure: 'The record calls a time less exact than Holdfast ever reads one.' },
} as const satisfies FindingTable;
