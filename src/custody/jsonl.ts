import { canonicalJson } from '../crypto/canonical-json.ts';
import { parseOutsideJson } from '../crypto/outside-json.ts';
import type { CustodyEvent } from '../model/custody.ts';

/** `custody.jsonl`: one event a line in canonical JSON, each ended by a line feed. Empty when there are no events. */
export function eventsToJsonl(events: readonly CustodyEvent[]): string {
  return events.map(event => `${canonicalJson(event)}\n`).join('');
}

/** In characters. Digests, identifiers and dates alone make every event longer than this. */
const shortestEvent = 200;
/** This many lines are always read, so that each broken line of a real chain is named. */
const alwaysRead = 10_000;

/**
 * One value for each line, for `checkChain`. A line that is not JSON becomes `undefined`, so that later lines keep
 * their numbers. The empty end after the last line feed is not a line. A text with more lines than events could fill is
 * not a chain and becomes a single `undefined`, because each line would cost a hundred times its length. Never throws.
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
