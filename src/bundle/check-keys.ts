import type { CaseRecord } from '../model/case.ts';
import type { CustodyAction, CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import { firstOf, lineOf, textIn } from './chain-facts.ts';
import { altered, held, noted } from './findings.ts';
import { bundlePaths } from './layout.ts';

/**
 * The keys that the chain names, against the key of this bundle. A chain that names the key it began with leads to the
 * key of the bundle: each replacement is named, in the same act. One begun before keys were made with the case may name
 * them in its exports alone, and then its holder can say what the chain does not.
 */
export function checkKeys(record: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  const [opening, ...rest] = events;
  const first = opening?.action === 'case.opened' ? textIn(opening, 'signerFingerprint') : undefined;
  return first === undefined ? checkNamed(record, events) : checkFrom(first, rest, record);
}

/** Every key from the one of the opening to that of the bundle. */
function checkFrom(
  first: string,
  events: readonly CustodyEvent[],
  { signerFingerprint }: CaseRecord,
): readonly Finding[] {
  const findings: Finding[] = [];
  const prepared = new Map<string | undefined, string>();
  let key = first;
  for (const event of events) {
    const group = textIn(event, 'groupId');
    if (event.action === 'bundle.prepared') prepared.set(group, key);
    const named = namesKey.has(event.action) ? textIn(event, 'signerFingerprint') : undefined;
    if (named === undefined) continue;
    if (event.action === 'signer.replaced') {
      findings.push(...checkReplaced(event, key, named));
      key = named;
      // A key may be replaced while an export with the one before is being written.
    } else if (named !== key && named !== prepared.get(group))
      findings.push(altered('signer.history.contradicted', lineOf(event), strange));
  }
  const path = bundlePaths.certificate;
  const detail =
    key === first
      ? 'The chain began with the key of this bundle.'
      : 'The chain leads from the key that it began with to that of this bundle.';
  return [
    ...findings,
    key === signerFingerprint
      ? held('signer.history.match', path, detail)
      : altered('signer.history.mismatch', path, unled(key)),
  ];
}

function checkNamed(record: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  const others = new Set<string>();
  const findings: Finding[] = [];
  let key: string | undefined;
  for (const event of events) {
    const named = namesKey.has(event.action) ? textIn(event, 'signerFingerprint') : undefined;
    if (named === undefined) continue;
    if (event.action === 'signer.replaced') findings.push(...checkReplaced(event, key, named));
    else if (named !== record.signerFingerprint) others.add(named);
    key = named;
  }
  if (key === undefined) return [];
  const path = bundlePaths.certificate;
  if (others.size > 0) findings.push(noted('signer.history.changed', path, changed([...others])));
  else if (key === record.signerFingerprint)
    findings.push(
      held('signer.history.match', path, 'The last key that the chain names is that of this bundle.'),
    );
  else findings.push(noted('signer.history.changed', path, changed([key])));
  return findings;
}

/** What it replaced must be the key before, where that is known; what it was replaced by is another. */
function checkReplaced(event: CustodyEvent, key: string | undefined, named: string): readonly Finding[] {
  const before = textIn(event, 'previousFingerprint');
  const isStrange = before === named || (key !== undefined && before !== undefined && before !== key);
  return [
    ...(isStrange ? [altered('signer.history.contradicted', lineOf(event), contradicted)] : []),
    noted('signer.history.replaced', lineOf(event), replaced(event, named)),
  ];
}

/** Events that name a key of this log's own. A received bundle has its sender's. */
const namesKey: ReadonlySet<CustodyAction> = new Set(['case.opened', 'bundle.exported', 'signer.replaced']);

const contradicted = 'It says that a key was replaced that was not in use by then.';

const strange = 'It names a key that was not in use by then.';

function unled(key: string): string {
  return `The chain leads to another key than that of this bundle. Its fingerprint is ${key.slice(0, 64)}.`;
}

function replaced({ at }: CustodyEvent, fingerprint: string): string {
  return `The key that seals bundles was replaced at ${at}. The new one has the fingerprint ${fingerprint.slice(0, 64)}.`;
}

function changed(fingerprints: readonly string[]): string {
  const shown = firstOf(fingerprints.map(fingerprint => fingerprint.slice(0, 64)));
  return `Earlier, this case had another key. Its fingerprint is ${shown}. Ask the sender when the key was replaced.`;
}
