import { mapTogether } from '../crypto/together.ts';
import { type CustodyEvent, custodyCategories, custodyEventSchema } from '../model/custody.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { digestOfEvent, firstPrevious } from './chain.ts';

/** Every code that {@link checkChain} gives, with what it means for the chain. */
const severities = {
  'custody.chain.intact': 'success',
  'custody.chain.empty': 'missing',
  'custody.event.unreadable': 'failure',
  'custody.digest.mismatch': 'failure',
  'custody.sequence.broken': 'failure',
  'custody.previous.mismatch': 'failure',
  'custody.category.mismatch': 'failure',
  'custody.case.mismatch': 'failure',
  'custody.time.backwards': 'notice',
} as const satisfies Record<string, Severity>;

/** A code of a finding on a chain. */
export type CustodyFindingCode = keyof typeof severities;

/**
 * Checks a case's chain from its first event, one value a line as `jsonlToValues` gives them, and never throws.
 * Findings name the line, counted from 1: `custody.jsonl:<line>`; one on the whole chain names `custody.jsonl`.
 * `custody.chain.intact` comes last and only when nothing failed. A clock that was set back is a notice.
 *
 * An edited, added, removed or moved event is found where the chain first breaks. A chain that was cut at its end,
 * or made anew as a whole, is a chain like any other: that is seen only by whoever knows the digest of its last
 * event from elsewhere, as `custodyHead` in a signed `case.json`.
 */
export async function checkChain(events: readonly unknown[]): Promise<readonly Finding[]> {
  if (events.length === 0) return [finding('custody.chain.empty', undefined, 'There is no event.')];
  const findings: Finding[] = [];
  // The digest is over the value as it stands: the schema leaves out members that it does not know.
  const digests = await mapTogether(events, digestOf);
  let before: Link = { sequence: 0, digest: firstPrevious };
  for (const [index, value] of events.entries()) {
    const { data: event } = custodyEventSchema.safeParse(value);
    const at = index + 1;
    if (event === undefined) {
      findings.push(finding('custody.event.unreadable', at, 'This is not a custody event.'));
      before = unreadable(before);
      continue;
    }
    findings.push(...checkDigest(digests[index], event, at), ...checkLink(before, event, at));
    before = event;
  }
  const failed = findings.some(({ severity }) => severity === 'failure');
  return failed ? findings : [...findings, finding('custody.chain.intact', undefined, wholeChain(before))];
}

/** What the next event is held against. No digest when the event before could not be read. */
interface Link {
  readonly sequence: number;
  readonly digest?: string;
  readonly at?: string;
  readonly subject?: CustodyEvent['subject'];
}

// The chain goes on after it: the number is taken, the digest is not known.
function unreadable({ digest: _, ...before }: Link): Link {
  return { ...before, sequence: before.sequence + 1 };
}

function checkDigest(digest: string | undefined, event: CustodyEvent, line: number): readonly Finding[] {
  if (digest === event.digest) return [];
  return [finding('custody.digest.mismatch', line, 'The event is not what its digest was made over.')];
}

async function digestOf(value: unknown): Promise<string | undefined> {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return await digestOfEvent(value);
  } catch {
    return undefined; // a lone surrogate, or nested too deep: no digest was ever made over this
  }
}

function checkLink(before: Link, event: CustodyEvent, line: number): readonly Finding[] {
  const findings: Finding[] = [];
  const expect = (held: boolean, code: CustodyFindingCode, detail: string) => {
    if (!held) findings.push(finding(code, line, detail));
  };
  const due = before.sequence + 1;
  expect(
    event.sequence === due,
    'custody.sequence.broken',
    `Number ${event.sequence} stands where ${due} is due.`,
  );
  expect(
    before.digest === undefined || event.previous === before.digest,
    'custody.previous.mismatch',
    'The event does not follow the one before it.',
  );
  expect(
    event.category === custodyCategories[event.action],
    'custody.category.mismatch',
    `“${event.action}” is not ${event.category}.`,
  );
  expect(
    before.subject === undefined || event.subject.caseId === before.subject.caseId,
    'custody.case.mismatch',
    'The event belongs to another case.',
  );
  expect(
    before.at === undefined || event.at >= before.at,
    'custody.time.backwards',
    'The clock said an earlier time than for the event before.',
  );
  return findings;
}

function wholeChain(last: Link): string {
  return `${last.sequence} ${last.sequence === 1 ? 'event' : 'events'}, the last with digest ${last.digest ?? ''}.`;
}

function finding(code: CustodyFindingCode, line: number | undefined, detail: string): Finding {
  const subject = line === undefined ? 'custody.jsonl' : `custody.jsonl:${line}`;
  return { code, severity: severities[code], subject, detail };
}
