import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import { type CustodyEvent, unknownActor } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { lineOf, quoted } from './chain-facts.ts';

/** The program as the actor, in chains without a person. */
const program = /^Holdfast \d+(?:\.\d+)*$/;

/**
 * Whether the chain is consistent about who acted. Opening and describing the case name the person who acts from then
 * on; every other event must name that person, and the last one must be in the case record. An exhibit's initials must
 * be those of the person who recorded it.
 */
export function checkActors(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): readonly Finding[] {
  const findings: Finding[] = [];
  const acting = { person: undefined as string | undefined, sequence: 0, isProgram: false, isUnknown: false };
  for (const event of events) {
    const { action, actor } = event;
    acting.isUnknown ||= actor === unknownActor;
    acting.isProgram ||= program.test(actor);
    if (actor === unknownActor || program.test(actor)) continue;
    const isNamed = action === 'case.opened' || action === 'case.described';
    if (acting.person !== undefined && acting.person !== actor && !isNamed) {
      const isLost = losses.between(acting.sequence, event.sequence) > 0;
      const find = isLost ? noted : altered;
      findings.push(find('custody.actor.changed', lineOf(event), changed(acting.person, actor)));
    }
    acting.person = actor;
    acting.sequence = event.sequence;
    findings.push(...checkInitials(event));
  }
  const last = labelOf(record);
  if (acting.person !== undefined && acting.person !== last) {
    const detail = `The last to act is ${quoted(acting.person)}. The record of the case names ${quoted(last)}.`;
    findings.push(altered('custody.actor.mismatch', bundlePaths.custody, detail));
  }
  return [...findings, ...summary(acting, findings.length === 0)];
}

function summary(
  { person, isProgram, isUnknown }: { person: string | undefined; isProgram: boolean; isUnknown: boolean },
  isClear: boolean,
): readonly Finding[] {
  const path = bundlePaths.custody;
  return [
    ...(isUnknown
      ? [noted('custody.actor.not-known', path, 'For some events the log could not tell who acted.')]
      : []),
    ...(isProgram
      ? [noted('custody.actor.program', path, 'Some events name only the program, and no person.')]
      : []),
    ...(isClear && person !== undefined
      ? [held('custody.actor.match', path, 'Every event names the person that the case names by then.')]
      : []),
  ];
}

function changed(before: string, actor: string): string {
  return `Until here it was ${quoted(before)}. This event names ${quoted(actor)}, and no event says that this changed.`;
}

function checkInitials(event: CustodyEvent): readonly Finding[] {
  const { action, actor, subject } = event;
  if (action !== 'capture.committed' || subject.reference === undefined) return [];
  const initials = subject.reference.slice(0, subject.reference.indexOf('/'));
  if (actor === initials || actor.endsWith(` (${initials})`)) return [];
  const detail = `The exhibit has the initials ${initials}. Whoever recorded it is ${quoted(actor)}.`;
  return [altered('custody.initials.mismatch', lineOf(event), detail)];
}

/** The person as events name them: the name with the initials, or the initials alone. */
function labelOf({ case: { producer } }: CaseRecord): string {
  const { initials, name } = producer;
  return name === '' ? initials : `${name} (${initials})`;
}
