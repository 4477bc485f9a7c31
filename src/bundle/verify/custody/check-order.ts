import type { Losses } from '../../../custody/losses.ts';
import type { CustodyAction, CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { lineOf } from './chain-facts.ts';

/**
 * Whether the events are possible: the case was opened once, before everything else, and time passed. Matching digests
 * do not show this, because the holder of a chain can recompute them.
 */
export function checkOrder(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  if (events.length === 0) return [];
  return [...checkOpening(events, losses), ...checkStandstill(events), ...noteRestores(events)];
}

function checkOpening(events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const [first] = events;
  const again = events
    .filter(event => event.action === 'case.opened')
    .filter(event => event !== first || losses.between(0, event.sequence) > 0)
    .map(event =>
      altered('custody.opening.repeated', lineOf(event), 'A case is opened once. Here it is opened again.'),
    );
  if (first === undefined) return again;
  if (first.action === 'case.opened' && losses.between(0, first.sequence) === 0)
    return [
      held('custody.opening.first', lineOf(first), 'The chain begins with the opening of the case.'),
      ...again,
    ];
  if (losses.between(0, first.sequence) > 0)
    return [noted('custody.opening.lost', lineOf(first), openingLost), ...again];
  const why = 'A chain begins with the opening of the case. This one begins with something else.';
  return [altered('custody.opening.missing', lineOf(first), why), ...again];
}

const openingLost =
  'A chain begins with the opening of the case. The first events are lost, and that with them.';

/** Two acts may happen in the same millisecond, and a short chain may hold no more. */
const fewest = 3;

/** Acts that take time: pictures are taken, and an export is requested after that. */
const slow: ReadonlySet<CustodyAction> = new Set(['capture.committed', 'bundle.prepared']);

function checkStandstill(events: readonly CustodyEvent[]): readonly Finding[] {
  const moments = new Set(events.map(({ at }) => at));
  if (moments.size > 1 || events.length < fewest || !events.some(({ action }) => slow.has(action))) return [];
  const detail = `All ${events.length} events are said to have happened in one thousandth of a second. Acts of people take longer.`;
  return [altered('custody.time.standstill', bundlePaths.custody, detail)];
}

/** No event here shows what happened after the backup was made. */
function noteRestores(events: readonly CustodyEvent[]): readonly Finding[] {
  return events
    .filter(({ action }) => action === 'log.restored')
    .map(event =>
      noted(
        'custody.log.restored',
        lineOf(event),
        `At ${event.at} the log was put back from a backup. What was done after that backup was made, and before this, is not in the chain.`,
      ),
    );
}
