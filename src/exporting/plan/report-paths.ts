/** Where the report for printing stands below `data/`. */
export const printPath = 'report.pdf';

/** The report for reading on a screen, which every bundle has. */
export const screenPath = 'report.html';
