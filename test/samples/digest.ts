import { createHash } from 'node:crypto';
import { type Sha256, sha256Schema } from '../../src/model/identifiers.ts';

/** The SHA-256 of bytes, or of a text as UTF-8, by Node's own code and not by ours. */
export function digestOf(content: string | Uint8Array): Sha256 {
  return sha256Schema.parse(createHash('sha256').update(content).digest('hex'));
}
