import type { Losses } from '../../../custody/losses.ts';
import type { Finding } from '../../../model/finding.ts';
import type { CodeOf, FindingCode } from '../../../model/finding-codes.ts';
import { altered, missing } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';

/** Findings on things whose own event may be lost. */
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
 * A finding that the event confirming something is not in the chain but may be lost. It never counts as confirmed: the
 * holder of the key could have added the thing and declared a loss.
 */
export function unwitnessed(code: WitnessCode, subject: string, what: string): Finding {
  const detail = `The chain does not say ${what}. Events of it are lost, and this may have stood in one of them. Nothing here shows that it did.`;
  return missing(code, subject, detail);
}

/** At most as many things may lack their event as events are lost. */
export function checkWitnesses(findings: readonly Finding[], { count }: Losses): readonly Finding[] {
  const codes: ReadonlySet<FindingCode> = new Set(witnessCodes);
  const lacking = findings.filter(({ code }) => codes.has(code)).length;
  if (lacking <= count) return [];
  const detail = `${lacking} things here have no event of their own in the chain. Only ${count} ${count === 1 ? 'event is' : 'events are'} said to be lost.`;
  return [altered('custody.lost.exceeded', bundlePaths.custody, detail)];
}
