import {
  checkRevocation,
  listsFromPem,
  type RevocationFault,
  type RevocationResult,
} from '../../../crypto/time-stamp/revocation-list.ts';
import type { TimeStampFacts } from '../../../crypto/time-stamp/time-stamp-check.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';

/** Revocation lists stored with a time-stamp in a bundle. */
export interface KeptLists {
  /** The text of the file; undefined when it is not text. */
  readonly text: string | undefined;
  /** Whether they were fetched with this time-stamp and not with another one beside it. */
  readonly isOwn: boolean;
}

const faultWords: Readonly<Record<RevocationFault, string>> = {
  stray: 'One of the lists is not by who issued the authority’s certificate. Somebody put it here.',
  signature: 'One of the lists was not signed with the key of who issued the certificate.',
  'not-authority': 'One of the lists was signed by somebody who may not sign such lists.',
  revoked: 'A certificate of the authority had been withdrawn by that moment',
  compromised:
    'A certificate of the authority was withdrawn later, and the reason, or that there is none, speaks against all that its key signed',
  'no-list': 'No list here speaks of the authority’s own certificate.',
  issuer: 'The certificate that signed the list is not here.',
  algorithm: 'The list is signed by a method that this program does not know.',
  condition: 'The list states a condition that this program does not know.',
  stale: 'The list is not of that time.',
};

/**
 * Checks a time-stamp against revocation lists. Each code is `time-stamp.revocation.held`, `.failed`, `.later` or
 * `.not-checked`.
 */
export async function revocationFindings(
  subject: string,
  { genTime, certificates }: TimeStampFacts,
  { text, isOwn }: KeptLists,
): Promise<readonly Finding[]> {
  const lists = text === undefined ? undefined : listsFromPem(text);
  if (lists === undefined) return isOwn ? [altered('time-stamp.revocation.failed', subject, unreadable)] : [];
  const path = certificates?.path ?? [];
  return [toFinding(subject, await checkRevocation({ path, lists, at: genTime, isOwn }))];
}

const unreadable = 'The lists of withdrawn certificates that stand beside the time-stamp cannot be read.';

function toFinding(subject: string, result: RevocationResult): Finding {
  const { outcome, fault, revokedAt } = result;
  const at = revokedAt === undefined ? '' : ` (${shown(revokedAt)})`;
  if (fault !== undefined) {
    const why = faultWords[fault];
    const words = why.endsWith('.') ? why : `${why}${at}.`;
    return outcome === 'broken'
      ? altered('time-stamp.revocation.failed', subject, words)
      : noted('time-stamp.revocation.not-checked', subject, `${notChecked} ${words}`);
  }
  if (revokedAt === undefined)
    return held(
      'time-stamp.revocation.held',
      subject,
      `The authority’s certificate is not among those that ${listWords(result)} names as withdrawn.`,
    );
  return noted(
    'time-stamp.revocation.later',
    subject,
    `The authority’s certificate was withdrawn after that moment${at}, says ${listWords(result)}. The reason it gives does not speak against what was time-stamped before.`,
  );
}

const notChecked = 'Whether the authority’s certificate had been withdrawn by that moment was not checked.';

function listWords({ thisUpdate, nextUpdate }: RevocationResult): string {
  const made = thisUpdate === undefined ? '' : ` of ${shown(thisUpdate)}`;
  const until = nextUpdate === undefined ? '' : `, which was to be replaced by ${shown(nextUpdate)}`;
  return `the list of its issuer${made}${until},`;
}

function shown(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? 'an unknown moment' : moment.toISOString();
}

/** One notice for all time-stamps without stored revocation lists; none where all have them. */
export function listsNotKept(file: string, findings: readonly Finding[]): readonly Finding[] {
  const subjectsOf = (start: string) =>
    new Set(findings.filter(({ code }) => code.startsWith(start)).map(({ subject }) => subject));
  const looked = subjectsOf('time-stamp.revocation.');
  const without = [...subjectsOf('time-stamp.moment.')].filter(subject => !looked.has(subject)).length;
  if (without === 0) return [];
  const which = without === 1 ? 'one time-stamp' : `${without} time-stamps`;
  const detail = `With ${which} nothing was kept that says whether the authority’s certificate had been withdrawn by then. That was not checked.`;
  return [noted('time-stamp.revocation.not-kept', file, detail)];
}
