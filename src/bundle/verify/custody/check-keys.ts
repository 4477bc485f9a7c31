import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyAction, CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { firstOf, lineOf, textIn } from './chain-facts.ts';

/**
 * Compares the keys that the chain names with the key of this bundle. A chain that names its first key must lead to the
 * bundle's key through an event for each replacement. A chain begun before cases named their key may name keys only in
 * its exports; a change is then a question for its holder.
 */
export function checkKeys(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): readonly Finding[] {
  const [opening, ...rest] = events;
  const first = opening?.action === 'case.opened' ? textIn(opening, 'signerFingerprint') : undefined;
  return first === undefined
    ? checkNamed(record, events, losses)
    : checkFrom(first, { rest, record, losses });
}

/**
 * Whether the chain names this bundle's key long before its certificate begins, which is made with the key. Only a
 * notice, because a wrong clock can cause this in an honest chain.
 */
export function checkKeyTimes(
  { signerFingerprint }: CaseRecord,
  events: readonly CustodyEvent[],
  notBefore: Date,
): readonly Finding[] {
  const early = events
    .filter(({ action }) => namesKey.has(action))
    .find(
      event =>
        textIn(event, 'signerFingerprint') === signerFingerprint &&
        notBefore.getTime() - Date.parse(event.at) > clockTolerance,
    );
  if (early === undefined) return [];
  const day = notBefore.toISOString().slice(0, 10);
  const detail = `It names the key of this bundle at ${early.at}. The certificate of that key begins on ${day}. A clock that was set can do this, and a chain that was made later than it says.`;
  return [noted('signer.history.early', lineOf(early), detail)];
}

/** The widest span of the world's time zones, in milliseconds. */
const clockTolerance = 26 * 3_600_000;

interface ChainFrom {
  readonly rest: readonly CustodyEvent[];
  readonly record: CaseRecord;
  readonly losses: Losses;
}

/** Follows the keys from the first to the bundle's. A lost event may hold a replacement. */
function checkFrom(first: string, { rest, record, losses }: ChainFrom): readonly Finding[] {
  const findings: Finding[] = [];
  const prepared = new Map<string | undefined, string>();
  let [key, keySequence] = [first, 1];
  for (const event of rest) {
    const group = textIn(event, 'groupId');
    if (event.action === 'bundle.prepared') prepared.set(group, key);
    const named = namesKey.has(event.action) ? textIn(event, 'signerFingerprint') : undefined;
    if (named === undefined) continue;
    const isLost = losses.between(keySequence, event.sequence) > 0;
    if (event.action === 'signer.replaced') {
      findings.push(...checkReplaced(event, isLost ? undefined : key, named));
      [key, keySequence] = [named, event.sequence];
      // A key may be replaced while an export with the previous key is being written.
    } else if (named !== key && named !== prepared.get(group) && !isLost)
      findings.push(altered('signer.history.contradicted', lineOf(event), strange));
  }
  const path = bundlePaths.certificate;
  if (key !== record.signerFingerprint) {
    const isLost = losses.between(keySequence, Number.POSITIVE_INFINITY) > 0;
    const find = isLost ? missing : altered;
    return [...findings, find('signer.history.mismatch', path, unled(key))];
  }
  const detail =
    key === first
      ? 'The chain began with the key of this bundle.'
      : 'The chain leads from the key that it began with to that of this bundle.';
  return [...findings, held('signer.history.match', path, detail)];
}

function checkNamed(record: CaseRecord, events: readonly CustodyEvent[], losses: Losses): readonly Finding[] {
  const others = new Set<string>();
  const findings: Finding[] = [];
  let key: string | undefined;
  let keySequence = 0;
  for (const event of events) {
    const named = namesKey.has(event.action) ? textIn(event, 'signerFingerprint') : undefined;
    if (named === undefined) continue;
    // The event that introduced the previous key may be lost.
    const isLost = losses.between(keySequence, event.sequence) > 0;
    if (event.action === 'signer.replaced')
      findings.push(...checkReplaced(event, isLost ? undefined : key, named));
    else if (named !== record.signerFingerprint) others.add(named);
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

/** A replacement must name the previous key, where that is known, and a different new one. */
function checkReplaced(event: CustodyEvent, key: string | undefined, named: string): readonly Finding[] {
  const before = textIn(event, 'previousFingerprint');
  const isStrange = before === named || (key !== undefined && before !== undefined && before !== key);
  return [
    ...(isStrange ? [altered('signer.history.contradicted', lineOf(event), contradicted)] : []),
    noted('signer.history.replaced', lineOf(event), replaced(event, named)),
  ];
}

/** Events that name one of this log's own keys; a received bundle has its sender's. */
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
