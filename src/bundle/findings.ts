import { findingsOf } from '../model/finding.ts';

/** The check was made and held. */
export const held = findingsOf('success');
/** Worth knowing, or a check that could not be made. */
export const noted = findingsOf('notice');
/** Something that belongs here is absent. */
export const missing = findingsOf('missing');
/** Something differs from what was sealed. */
export const altered = findingsOf('failure');
/** The file cannot be read as a bundle. */
export const unreadable = findingsOf('unreadable');
