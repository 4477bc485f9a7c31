import { digestIn } from '../../model/pasted-digest.ts';

/** What comparing a pasted digest with the computed one gives; undefined while nothing was pasted. */
export type Comparison = 'same' | 'different' | 'no-digest' | undefined;

/** Compares what somebody pasted, in any form that {@link digestIn} reads, with a SHA-256 in lower-case hex. */
export function compareDigest(pasted: string, sha256: string): Comparison {
  if (pasted.trim() === '') return undefined;
  const digits = digestIn(pasted);
  if (digits === undefined) return 'no-digest';
  return digits === sha256 ? 'same' : 'different';
}
