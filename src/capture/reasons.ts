import { boundedText } from '../model/bounded-text.ts';
import { faultCodeOf } from '../model/fault.ts';
import { faultWords } from '../words/faults.ts';

/** Why a step failed, as a sentence in plain words: the fault's own, or that Holdfast has a defect. */
export function reasonOf(error: unknown): string {
  const code = faultCodeOf(error);
  if (code !== undefined) return faultWords[code].happened;
  const message = error instanceof Error ? error.message : String(error);
  return `Something in Holdfast did not work: ${boundedText(message, 300)}.`;
}
