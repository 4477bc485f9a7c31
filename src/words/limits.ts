import type { JurisdictionWords } from './jurisdiction.ts';

/** What the files, digests and signature can show, in the terms of the jurisdiction. */
export const whatItShows = ({ exhibit }: Pick<JurisdictionWords, 'exhibit'>): readonly string[] => [
  `Each ${exhibit} is what a web page displayed in the producer’s browser, recorded by a computer program at the time given.`,
  'The files are the same, byte for byte, as when they were sealed with the signing key named in this report, if the checks hold.',
  'The continuity table lists what was done with the records on the producer’s computer, and a gap or a change in it can be found.',
];

/** What they cannot show. Stands wherever {@link whatItShows} stands. */
export const whatItDoesNotShow: readonly string[] = [
  'Who typed a post. An account is shown, not the person behind it.',
  'That the website sent what the browser displayed. A page can be changed on the screen before it is recorded.',
  'That the computer’s clock was right. The times of the website, where found, are given beside it for comparison.',
  'Who holds the signing key. The key says so of itself only; trust rests on its fingerprint being written down elsewhere.',
  'Anything that was not recorded. A field that reads “not found on the page” means just that, and not “none”.',
];

/** The limits in one line, for every page of a printed document. */
export const limitsLine =
  'This bundle records what a web page displayed in my browser at the times shown. It does not prove who operated the account. The signature shows the files have not changed since export.';
