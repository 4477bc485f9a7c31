import { canonicalJson } from '../crypto/canonical-json.ts';
import { parseOutsideJson } from '../crypto/outside-json.ts';
import type { CustodyEvent } from '../model/custody.ts';

/** `custody.jsonl`: one event a line in canonical JSON, each line ended by one line feed; empty when there are none. */
export function eventsToJsonl(events: readonly CustodyEvent[]): string {
  return events.map(event => `${canonicalJson(event)}\n`).join('');
}

/**
 * One value a line, for `checkChain`; a line that is not JSON becomes `undefined`, so that it keeps its
 * number. The empty end after the last line feed is no line. Never throws.
 */
export function jsonlToValues(text: string): readonly unknown[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(parseOutsideJson);
}
