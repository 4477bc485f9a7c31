import { canonicalBytes } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';
import { type CustodyEntry, type CustodyEvent, custodyActions } from '../model/custody.ts';
import { type Sha256, sha256Schema } from '../model/identifiers.ts';

/** The `previous` of the first event of a chain: 64 zeros. */
export const firstPrevious: Sha256 = sha256Schema.parse('0'.repeat(64));

/**
 * Returns the event that links `entry` to `previous`, or that starts a chain when `previous` is undefined. Pure: it
 * stores nothing. Rejects when the entry holds a value that JSON cannot represent.
 */
export async function appendEvent(
  previous: Pick<CustodyEvent, 'sequence' | 'digest'> | undefined,
  entry: CustodyEntry,
): Promise<CustodyEvent> {
  const event = {
    sequence: (previous?.sequence ?? 0) + 1,
    previous: previous?.digest ?? firstPrevious,
    at: entry.at,
    category: custodyActions[entry.action].category,
    action: entry.action,
    actor: entry.actor,
    subject: entry.subject,
    detail: entry.detail,
  };
  return { ...event, digest: await digestOfEvent(event) };
}

/**
 * SHA-256 over the canonical JSON of every member except `digest`, including members that the schema does not know. The
 * event may or may not have a digest already. Rejects when a member is not JSON.
 */
export async function digestOfEvent(event: object): Promise<Sha256> {
  const { digest: _, ...hashed } = { digest: undefined, ...event };
  return sha256Schema.parse(await sha256(canonicalBytes(hashed)));
}
