/** Path of the report for printing, relative to `data/`. */
export const printPath = 'report.pdf';

/** Path of the report for the screen, which every bundle has. */
export const screenPath = 'report.html';
