/** The session storage key of the moment at which the user last left every page at once, in ms since the Unix epoch. */
export const leftAt = 'left-at';
