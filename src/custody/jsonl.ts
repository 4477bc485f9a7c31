import { canonicalJson } from '../crypto/canonical-json.ts';
import { parseOutsideJson } from '../crypto/outside-json.ts';
import type { CustodyEvent } from '../model/custody.ts';

/** `custody.jsonl`: one event a line in canonical JSON, each line ended by one line feed; empty when there are none. */
export function eventsToJsonl(events: readonly CustodyEvent[]): string {
  return events.map(event => `${canonicalJson(event)}\n`).join('');
}

/** Digests, identifiers and dates alone make every event longer, in characters. */
const shortestEvent = 200;
/** So many lines are read whatever they are, so that each broken one of a real chain is named. */
const alwaysRead = 10_000;

/**
 * One value a line, for `checkChain`; a line that is not JSON becomes `undefined`, so that it keeps its
 * number. The empty end after the last line feed is no line. A text of more lines than events could fill is no
 * chain and becomes one `undefined`: each line of it would cost a hundred times its length. Never throws.
 */
export function jsonlToValues(text: string): readonly unknown[] {
  if (text === '') return [];
  if (hasMoreLines(text, alwaysRead + text.length / shortestEvent)) return [undefined];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(parseOutsideJson);
}

function hasMoreLines(text: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
