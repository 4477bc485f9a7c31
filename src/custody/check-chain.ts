import { mapTogether } from '../crypto/together.ts';
import { type CustodyEvent, custodyActions, custodyEventSchema } from '../model/custody.ts';
import { type Finding, findingsOf } from '../model/finding.ts';
import type { CodeOf } from '../model/finding-codes.ts';
import { type LostEvents, lostEventsWords } from '../model/lost-events.ts';
import { digestOfEvent, firstPrevious } from './chain.ts';
import { lossesOf } from './losses.ts';

const held = findingsOf('success');
const noted = findingsOf('notice');
const missing = findingsOf('missing');
const altered = findingsOf('failure');

/**
 * Checks the chain of a case from its first event. `events` holds one value for each line, as `jsonlToValues` returns
 * them. Never throws. A finding names its line as `custody.jsonl:<line>`, counted from 1 and including the lost events;
 * a finding on the whole chain names `custody.jsonl`. `custody.chain.intact` comes last, and only when nothing failed
 * and nothing is lost. A clock that was set back is a notice.
 *
 * `lost` are the events that the record of the case lists as lost. A gap that matches them exactly is `missing`. Any
 * other gap fails, and so does a lost event that is present or that would come after the last event.
 *
 * An edited, added, removed or moved event is found where the chain first breaks. A chain that was cut at its end, or
 * made anew as a whole, looks like a genuine one. The change shows only against a digest of the last event
 * that was kept elsewhere, such as `custodyHead` in a signed `case.json`.
 */
export async function checkChain(
  events: readonly unknown[],
  lost: readonly LostEvents[] = [],
): Promise<readonly Finding[]> {
  if (events.length === 0) return [missing('custody.chain.empty', chain, 'There is no event.')];
  const findings: Finding[] = [];
  const gaps = lossesOf(lost) === undefined ? [] : [...lost].reverse();
  if (gaps.length < lost.length) findings.push(altered('custody.lost.contradicted', chain, disordered));
  let skipped = 0;
  // The digest is over the value as read: the schema drops members that it does not know.
  const digests = await mapTogether(events, digestOf);
  let before: Link = { sequence: 0, digest: firstPrevious };
  for (const [index, value] of events.entries()) {
    const { data: event } = custodyEventSchema.safeParse(value);
    for (let gap = gaps.at(-1); gap?.from === before.sequence + 1; gap = gaps.at(-1)) {
      gaps.pop();
      findings.push(missing('custody.events.lost', lineAt(gap.from), lostWords(gap)));
      skipped += gap.to - gap.from + 1;
      before = beyond(before, gap.to);
    }
    const at = index + 1 + skipped;
    if (event === undefined) {
      findings.push(altered('custody.event.unreadable', lineAt(at), 'This is not a custody event.'));
      before = beyond(before, before.sequence + 1);
      continue;
    }
    findings.push(...checkDigest(digests[index], event, at), ...checkLink(before, event, at));
    before = event;
  }
  const unplaced = gaps.at(-1);
  if (unplaced !== undefined)
    findings.push(altered('custody.lost.contradicted', lineAt(unplaced.from), contradicted(unplaced)));
  const isWhole = findings.every(({ severity }) => severity === 'notice');
  return isWhole ? [...findings, held('custody.chain.intact', chain, wholeChain(before))] : findings;
}

const disordered = 'The record of the case names lost events twice, or not in their order.';

function lostWords(gap: LostEvents): string {
  const [these, them] = gap.from === gap.to ? ['this event', 'it'] : ['these events', 'them'];
  return `${lostEventsWords(gap)} in the log that this was exported from, and the record of the case says so. What stood in ${these} cannot be checked: it may have been anything. Ask the sender what happened to ${them}.`;
}

function contradicted(gap: LostEvents): string {
  const lost = gap.from === gap.to ? `event ${gap.from} is` : `events ${gap.from} to ${gap.to} are`;
  return `The record of the case says that ${lost} lost. The chain has no gap there.`;
}

/** What the next event is compared with. No digest when the event before is lost or could not be read. */
interface Link {
  readonly sequence: number;
  readonly digest?: string;
  /** Digest of the last event before a gap. The event after the gap must not link to it. */
  readonly digestBeforeGap?: string;
  readonly at?: string;
  readonly subject?: CustodyEvent['subject'];
}

// The event takes up its number, but its digest is not known.
function beyond({ digest, ...before }: Link, sequence: number): Link {
  return { ...before, sequence, ...(digest !== undefined && { digestBeforeGap: digest }) };
}

function checkDigest(digest: string | undefined, event: CustodyEvent, line: number): readonly Finding[] {
  if (digest === event.digest) return [];
  return [
    altered('custody.digest.mismatch', lineAt(line), 'The event is not what its digest was made over.'),
  ];
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
  const expect = (isSo: boolean, code: CodeOf<'failure'>, detail: string) => {
    if (!isSo) findings.push(altered(code, lineAt(line), detail));
  };
  const due = before.sequence + 1;
  expect(
    event.sequence === due,
    'custody.sequence.broken',
    `Number ${event.sequence} stands where ${due} is due.`,
  );
  expect(
    before.digest === undefined
      ? event.previous !== before.digestBeforeGap
      : event.previous === before.digest,
    'custody.previous.mismatch',
    'The event does not follow the one before it.',
  );
  expect(
    event.category === custodyActions[event.action].category,
    'custody.category.mismatch',
    `“${event.action}” is not ${event.category}.`,
  );
  expect(
    before.subject === undefined || event.subject.caseId === before.subject.caseId,
    'custody.case.mismatch',
    'The event belongs to another case.',
  );
  if (before.at !== undefined && event.at < before.at) {
    const detail = 'The clock said an earlier time than for the event before.';
    findings.push(noted('custody.time.backwards', lineAt(line), detail));
  }
  return findings;
}

function wholeChain(last: Link): string {
  return `${last.sequence} ${last.sequence === 1 ? 'event' : 'events'}, the last with digest ${last.digest ?? ''}.`;
}

/** The subject of findings on the whole chain. */
const chain = 'custody.jsonl';

function lineAt(line: number): string {
  return `${chain}:${line}`;
}
