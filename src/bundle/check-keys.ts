import type { Losses } from '../custody/losses.ts';
import type { CaseRecord } from '../model/case.ts';
import type { CustodyAction, CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import { firstOf, lineOf, textIn } from './chain-facts.ts';
import { altered, held, noted } from './findings.ts';
import { bundlePaths } from './layout.ts';

/**
 * The keys that the chain names, against the key of this bundle: at the opening of the case, in exports before this
 * one, and where a key was replaced. A key may be replaced, and then the chain or its holder can say when. What it
 * was replaced by, and what it replaced, must be the keys before and after.
 */
export function checkKeys(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): readonly Finding[] {
  const others = new Set<string>();
  const findings: Finding[] = [];
  let key: string | undefined;
  let keySequence = 0;
  for (const event of events) {
    const named = namesKey.has(event.action) ? textIn(event, 'signerFingerprint') : undefined;
    if (named === undefined) continue;
    if (event.action === 'signer.replaced') {
      const before = textIn(event, 'previousFingerprint');
      const isOther = key !== undefined && before !== undefined && before !== key;
      // What made the key before it one of the log's may be lost.
      const isLost = losses.between(keySequence, event.sequence) > 0;
      if (before === named || (isOther && !isLost))
        findings.push(altered('signer.history.contradicted', lineOf(event), contradicted));
      findings.push(noted('signer.history.replaced', lineOf(event), replaced(event, named)));
    } else if (named !== record.signerFingerprint) others.add(named);
    key = named;
    keySequence = event.sequence;
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

/** Events that name a key of this log's own. A received bundle has its sender's. */
const namesKey: ReadonlySet<CustodyAction> = new Set(['case.opened', 'bundle.exported', 'signer.replaced']);

const contradicted = 'It says that a key was replaced that was not in use by then.';

function replaced({ at }: CustodyEvent, fingerprint: string): string {
  return `The key that seals bundles was replaced at ${at}. The new one has the fingerprint ${fingerprint.slice(0, 64)}.`;
}

function changed(fingerprints: readonly string[]): string {
  const shown = firstOf(fingerprints.map(fingerprint => fingerprint.slice(0, 64)));
  return `Earlier, this case had another key. Its fingerprint is ${shown}. Ask the sender when the key was replaced.`;
}
