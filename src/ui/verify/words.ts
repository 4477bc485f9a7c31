import type { Verdict } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';

/** A verdict as a sign, a word and a sentence, so that it never depends on colour alone. */
export interface VerdictWords {
  readonly sign: string;
  readonly word: string;
  readonly sentence: string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  intact: {
    sign: '✓',
    word: 'Intact',
    sentence:
      'Every file is as it was when it was sealed. Compare the fingerprint below with the one written down.',
  },
  altered: {
    sign: '≠',
    word: 'Altered',
    sentence: 'Something is not as it was when it was sealed. What it is stands below.',
  },
  incomplete: {
    sign: '…',
    word: 'Incomplete',
    sentence:
      'Nothing that is here was altered, but something that belongs here is missing. It stands below.',
  },
  unreadable: {
    sign: '?',
    word: 'Could not be read',
    sentence: 'This is not a file that can be checked. Choose the ZIP file as it was exported or sent.',
  },
};

/** The kinds of finding in the order a reader needs them: what is wrong first, what held last and folded. */
export const findingGroups: readonly {
  readonly severity: Severity;
  readonly heading: string;
  readonly folded: boolean;
}[] = [
  { severity: 'unreadable', heading: 'Why it could not be read', folded: false },
  { severity: 'failure', heading: 'Not as it was sealed', folded: false },
  { severity: 'missing', heading: 'Missing', folded: false },
  { severity: 'notice', heading: 'Worth knowing, or not checked', folded: false },
  { severity: 'success', heading: 'Checks that held', folded: true },
];

/** What no check can show. Stands with every verdict. */
export const limits =
  'This shows whether the files are unchanged since somebody sealed them with that key. It does not show who typed a post, that the website sent what the browser displayed, or that the clock of the computer was right.';
