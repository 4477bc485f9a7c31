import { findingsOf } from '../model/finding.ts';

/** The check was made and held. */
export const held = findingsOf('success');
/** Worth knowing, or a check that could not be made. */
export const noted = findingsOf('notice');
/** Something that belongs here is not here. */
export const missing = findingsOf('missing');
/** Something is not as it was sealed. */
export const altered = findingsOf('failure');
/** The file is not a bundle that can be read at all. */
export const unreadable = findingsOf('unreadable');
