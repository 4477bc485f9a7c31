import type { Losses } from '../../../custody/losses.ts';
import type { Finding } from '../../../model/finding.ts';
import type { CodeOf, FindingCode } from '../../../model/finding-codes.ts';
import { altered, missing } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';

/** Findings on things of which each has one event of its own, which may be a lost one. */
const witnessCodes = [
  'exhibit.commit.lost',
  'exhibit.words.lost',
  'exhibit.copy.lost',
  'case.note.lost',
  'capture.stamped.lost',
  'received.event.lost',
] as const satisfies readonly CodeOf<'missing'>[];
type WitnessCode = (typeof witnessCodes)[number];

/**
 * That the event which would bear a thing out is not in the chain, and may be among those that are lost. It never counts
 * as borne out: whoever has the key could have put it in and named a loss.
 */
export function unwitnessed(code: WitnessCode, subject: string, told: string): Finding {
  const detail = `The chain does not say ${told}. Events of it are lost, and this may have stood in one of them. Nothing here shows that it did.`;
  return missing(code, subject, detail);
}

/** No more things may lack their event than events are lost. */
export function checkWitnesses(findings: readonly Finding[], { count }: Losses): readonly Finding[] {
  const codes: ReadonlySet<FindingCode> = new Set(witnessCodes);
  const lacking = findings.filter(({ code }) => codes.has(code)).length;
  if (lacking <= count) return [];
  const detail = `${lacking} things here have no event of their own in the chain. Only ${count} ${count === 1 ? 'event is' : 'events are'} said to be lost.`;
  return [altered('custody.lost.exceeded', bundlePaths.custody, detail)];
}
