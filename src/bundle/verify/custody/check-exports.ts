import type { Losses } from '../../../custody/losses.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import type { CodeOf } from '../../../model/finding-codes.ts';
import { altered } from '../../findings.ts';
import { type ChainExhibit, type ChainExhibits, chainExhibits } from './chain-exhibits.ts';
import { firstOf, lineOf, listIn, textIn } from './chain-facts.ts';

/**
 * Whether every export in the chain is possible: prepared once, ended at most once and only after that, and of exhibits
 * that existed. A preparation names every exhibit of that time, as given or as absent. An earlier event may be missing
 * where events are lost.
 */
export function checkExports(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const exhibits = chainExhibits(events);
  const groups = new Map<string, 'prepared' | 'ended'>();
  return events.flatMap(event => {
    const isPreparation = event.action === 'bundle.prepared';
    const id = textIn(event, 'groupId');
    const isExport = isPreparation || event.action === 'bundle.exported' || event.action === 'bundle.stopped';
    if (!isExport || id === undefined) return [];
    const stage = groups.get(id);
    groups.set(id, isPreparation ? 'prepared' : 'ended');
    if (isPreparation)
      return [
        ...(stage === undefined ? [] : [wrong('custody.export.repeated', event, again)]),
        ...checkPrepared(event, exhibits, losses),
      ];
    const lost = losses.between(0, event.sequence);
    if (stage === 'prepared' || (stage === undefined && lost > 0)) return [];
    return stage === undefined
      ? [wrong('custody.export.unprepared', event, 'It ends an export that was never begun.')]
      : [wrong('custody.export.repeated', event, again)];
  });
}

const again = 'It says of one export again that it was begun or ended.';

/**
 * How long before its event an export may have read the log, in milliseconds. Anything recorded or erased in between is
 * in the chain but not in the lists.
 */
const longestLook = 60_000;

/** Whether an act may have come after the export read the log and before the event that lists its content. */
export function isAfterLook(act: CustodyEvent, prepared: CustodyEvent): boolean {
  return act.sequence > prepared.sequence || Date.parse(act.at) >= Date.parse(prepared.at) - longestLook;
}

function checkPrepared(
  event: CustodyEvent,
  { inOrder, byReference }: ChainExhibits,
  losses: Losses,
): readonly Finding[] {
  const given = listIn(event, 'references');
  if (given === undefined)
    return [wrong('custody.prepared.unnamed', event, 'It does not say which exhibits were to go.')];
  const absent = listIn(event, 'absent');
  const named = [...given, ...(absent ?? [])];
  const isThere = (reference: string) =>
    (byReference.get(reference)?.committed.sequence ?? Number.POSITIVE_INFINITY) < event.sequence;
  const strange = named.filter(reference => !isThere(reference));
  const isLost = strange.every(reference => !byReference.has(reference));
  if (!isLost || strange.length > losses.between(0, event.sequence)) {
    const detail = `It names ${firstOf(strange)}. The chain does not say before that this was recorded.`;
    return [wrong('custody.prepared.unknown', event, detail)];
  }
  if (new Set(named).size < named.length)
    return [wrong('custody.prepared.repeated', event, 'It names one exhibit more than once.')];
  const gone = given.filter(reference => isErasedBefore(byReference.get(reference), event));
  if (gone.length > 0)
    return [wrong('custody.prepared.erased', event, `It gives out ${firstOf(gone)}, erased before that.`)];
  const known = named.filter(isThere);
  return absent === undefined ? [] : checkAllNamed(event, inOrder, new Set(known));
}

function isErasedBefore(exhibit: ChainExhibit | undefined, prepared: CustodyEvent): boolean {
  const erased = exhibit?.erased;
  return erased !== undefined && !isAfterLook(erased, prepared);
}

/** Only the last exhibits may be unnamed, if they were recorded while the export read the log. */
function checkAllNamed(
  event: CustodyEvent,
  inOrder: readonly ChainExhibit[],
  named: ReadonlySet<string>,
): readonly Finding[] {
  const first = inOrder.slice(0, named.size + 1).find(({ reference }) => !named.has(reference));
  const isEarly = first !== undefined && first.committed.sequence < event.sequence;
  if (!isEarly || (first.place === named.size && isAfterLook(first.committed, event))) return [];
  const detail = `${first.reference} was there by then. It is named neither as given nor as absent.`;
  return [wrong('custody.prepared.left-out', event, detail)];
}

function wrong(code: CodeOf<'failure'>, event: CustodyEvent, detail: string): Finding {
  return altered(code, lineOf(event), detail);
}
