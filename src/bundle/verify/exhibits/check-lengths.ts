import { longestList, longestText } from '../../../model/bounded-text.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered } from '../../findings.ts';

/**
 * Whether every text and list of a capture's record is within the bounds that its writer applies, whatever the page.
 * Names the first that is not.
 */
export function checkLengths(path: string, record: CaptureRecord): readonly Finding[] {
  const name = tooLong(record, '');
  if (name === undefined) return [];
  const detail = `“${name}” is longer than it can be in a recording.`;
  return [altered('record.member.out-of-bounds', path, detail)];
}

function tooLong(value: unknown, name: string): string | undefined {
  if (typeof value === 'string') return value.length > longestText ? name : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && value.length > longestList) return name;
  for (const [member, inside] of Object.entries(value)) {
    const found = tooLong(inside, name === '' ? member : `${name}.${member}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
