import { canonicalBytes } from '../../../crypto/canonical-json.ts';
import { sha256 } from '../../../crypto/digest.ts';
import type { Losses } from '../../../custody/losses.ts';
import { type CaseRecord, isAtFault } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths, longestName, payloadFolder } from '../../layout.ts';
import { compareMoments, day, spanFindings } from '../exhibits/moments.ts';
import { type ChainExhibits, chainExhibits } from './chain-exhibits.ts';
import { firstOf, lineOf, listIn, textIn } from './chain-facts.ts';
import { isErasure, isReceipt } from './chain-receipts.ts';
import { isAfterLook } from './check-exports.ts';

/** What is compared with the chain: the case record and the paths of the files that are here. */
export interface Preparation {
  readonly record: CaseRecord;
  readonly events: readonly CustodyEvent[];
  readonly losses: Losses;
  readonly paths: readonly string[];
}

/**
 * Compares the event that began this bundle with the case record: the same exhibits, recipient and time. The record is
 * written shortly afterwards; events in between are in the chain and are only noted.
 */
export async function checkPreparation({
  record,
  events,
  losses,
  paths,
}: Preparation): Promise<readonly Finding[]> {
  const described = await checkCaseDigest(record, events, losses);
  const prepared = preparationOf(record, events);
  if (prepared === undefined) return described;
  const exhibits = chainExhibits(events);
  return [
    ...described,
    ...checkEnded(record, events),
    ...checkMoment(record, prepared, events.at(-1) ?? prepared),
    ...checkRecipient(record, prepared),
    checkListed(record, prepared, exhibits),
    ...checkPictures(record, prepared, events),
    ...checkReceivedListed(record, prepared, events),
    ...checkLeftOut(prepared, paths),
  ];
}

/** The event that began this bundle; undefined when there is none. */
export function preparationOf(
  { group }: CaseRecord,
  events: readonly CustodyEvent[],
): CustodyEvent | undefined {
  return events.find(event => event.action === 'bundle.prepared' && textIn(event, 'groupId') === group.id);
}

/** The chain is read while the bundle is made, so it cannot contain the end of the export. */
function checkEnded({ group }: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  return events
    .filter(({ action }) => action === 'bundle.exported' || action === 'bundle.stopped')
    .filter(event => textIn(event, 'groupId') === group.id)
    .map(event =>
      altered(
        'custody.bundle.ended',
        lineOf(event),
        'It says how the making of this bundle ended. No bundle can hold the end of its own making.',
      ),
    );
}

/** The export's time is taken after its beginning. The chain is read a little later and may contain more. */
function checkMoment(
  { exportedAt }: CaseRecord,
  prepared: CustodyEvent,
  last: CustodyEvent,
): readonly Finding[] {
  const subject = bundlePaths.caseRecord;
  const made = `The record says that the export was made at ${exportedAt}.`;
  const begun = spanFindings(subject, [prepared.at, exportedAt], {
    sentence: `${made} The chain says that it was begun at ${prepared.at}.`,
    longest: day,
  });
  if (begun.length > 0 || Date.parse(last.at) <= Date.parse(exportedAt)) return begun;
  return spanFindings(subject, [exportedAt, last.at], {
    sentence: `${made} The chain goes on until ${last.at}.`,
  });
}

function checkRecipient({ recipient }: CaseRecord, prepared: CustodyEvent): readonly Finding[] {
  const named = textIn(prepared, 'recipient');
  if (named === recipient)
    return named === undefined
      ? []
      : [held('custody.recipient.match', lineOf(prepared), 'Chain and record name the same recipient.')];
  if (named === undefined) {
    const detail = 'The chain does not say for whom this bundle was made. The record of the case does.';
    return [noted('custody.recipient.absent', lineOf(prepared), detail)];
  }
  const detail = `The chain says that this bundle was made for: ${named.slice(0, 40)}. The record of the case says: ${recipient ?? 'nobody'}.`;
  return [altered('custody.recipient.mismatch', lineOf(prepared), detail)];
}

/** Compares the exhibits given and absent in the chain with those in the record. */
function checkListed(record: CaseRecord, prepared: CustodyEvent, exhibits: ChainExhibits): Finding {
  const given = new Set<string>(record.exhibits.map(({ reference }) => reference));
  const absent = new Map(record.absent.map(each => [String(each.reference), each]));
  const saidGiven = listIn(prepared, 'references') ?? [];
  const saidAbsent = listIn(prepared, 'absent');
  const named = new Set([...saidGiven, ...(saidAbsent ?? [])]);
  const isNew = (reference: string) => {
    const committed = exhibits.byReference.get(reference)?.committed;
    return !named.has(reference) && committed !== undefined && isAfterLook(committed, prepared);
  };
  const isGone = (reference: string) => {
    const erased = exhibits.byReference.get(reference)?.erased;
    const left = absent.get(reference);
    if (left === undefined) return false;
    return isAtFault(left) || (left.reason === 'erased' && !!erased && isAfterLook(erased, prepared));
  };
  const wentMissing = saidGiven.filter(reference => !given.has(reference));
  const saidToGo = new Set(saidGiven);
  const cameNew = [...given].filter(reference => !saidToGo.has(reference));
  return toFinding(prepared, {
    missing: [wentMissing, wentMissing.filter(reference => !isGone(reference))],
    added: [cameNew, cameNew.filter(reference => !isNew(reference))],
    unsaid: saidAbsent === undefined ? [] : differing(saidAbsent, absent, { isNew, isGone }),
  });
}

/** Exhibits absent in only one of the two, without an event that explains it. */
function differing(
  said: readonly string[],
  absent: ReadonlyMap<string, unknown>,
  explains: { isNew(reference: string): boolean; isGone(reference: string): boolean },
): readonly string[] {
  const known = new Set(said);
  return [
    ...said.filter(reference => !absent.has(reference)),
    ...[...absent.keys()].filter(
      reference => !known.has(reference) && !explains.isNew(reference) && !explains.isGone(reference),
    ),
  ];
}

interface Differences {
  /** All differences, and those that no event explains. */
  readonly missing: readonly [all: readonly string[], unexplained: readonly string[]];
  readonly added: readonly [all: readonly string[], unexplained: readonly string[]];
  readonly unsaid: readonly string[];
}

function toFinding(prepared: CustodyEvent, { missing, added, unsaid }: Differences): Finding {
  const line = lineOf(prepared);
  const parts = [
    ...(missing[1].length > 0 ? [`It names ${firstOf(missing[1])}, which the record does not list.`] : []),
    ...(added[1].length > 0 ? [`The record lists ${firstOf(added[1])}, which it does not name.`] : []),
    ...(unsaid.length > 0 ? [`They do not agree that ${firstOf(unsaid)} is left out.`] : []),
  ];
  if (parts.length > 0)
    return altered(
      'custody.exhibits.mismatch',
      line,
      `Chain and record do not tell of the same exhibits. ${parts.join(' ')}`,
    );
  const moved = [...missing[0], ...added[0]];
  return moved.length > 0
    ? noted(
        'custody.exhibits.changed',
        line,
        `While the bundle was made, these came, went, or turned out damaged: ${firstOf(moved)}. The chain shows it.`,
      )
    : held('custody.exhibits.match', line, 'Chain and record name the same exhibits for this bundle.');
}

/** Compares held-back pictures and working copies. Neither is named where there were none. */
function checkPictures(
  { exhibits }: CaseRecord,
  prepared: CustodyEvent,
  events: readonly CustodyEvent[],
): readonly Finding[] {
  const changed = new Set(
    events
      .filter(({ action }) => action === 'exhibit.described' || action.startsWith('copy.'))
      .filter(event => isAfterLook(event, prepared))
      .map(({ subject }) => String(subject.reference)),
  );
  const isChanged = (name: string) => changed.has(name.split(' ', 1)[0] ?? '');
  const back = exhibits.filter(({ heldBack }) => heldBack !== undefined).map(({ reference }) => reference);
  const copies = exhibits.flatMap(({ reference, workingCopies = [] }) =>
    workingCopies.map(copy => `${reference} ${copy.sha256}`),
  );
  return [
    ...compareIfSaid({
      prepared,
      isChanged,
      ...heldBackWords,
      said: listIn(prepared, 'heldBack'),
      listed: back,
    }),
    ...compareIfSaid({
      ...{ prepared, isChanged, ...copyWords },
      ...{ said: listIn(prepared, 'workingCopies'), listed: copies },
    }),
  ];
}

const heldBackWords = { aspect: 'held-back', what: 'of which exhibits pictures were held back' } as const;
const copyWords = { aspect: 'copies', what: 'which working copies were given out' } as const;

/** Compares the received files. Those received or erased while the export read the log are in the chain. */
function checkReceivedListed(
  { received = [] }: CaseRecord,
  prepared: CustodyEvent,
  events: readonly CustodyEvent[],
): readonly Finding[] {
  const said = listIn(prepared, 'received');
  if (said === undefined) return []; // made before the chain named them
  const changed = new Set(
    events
      .filter(event => (isReceipt(event) || isErasure(event)) && isAfterLook(event, prepared))
      .map(event => textIn(event, 'receivedId')),
  );
  return compareLists({
    ...{ prepared, aspect: 'received', what: 'which received files were given out', said },
    listed: received.map(({ id }) => id),
    isChanged: id => changed.has(id),
  });
}

interface Lists {
  readonly prepared: CustodyEvent;
  readonly aspect: 'copies' | 'held-back' | 'received';
  readonly what: string;
  readonly said: readonly string[];
  readonly listed: readonly string[];
  isChanged(name: string): boolean;
}

/** A list that chains of earlier versions do not contain. */
interface ListsIfSaid extends Omit<Lists, 'aspect' | 'said'> {
  readonly aspect: 'copies' | 'held-back';
  readonly said: readonly string[] | undefined;
}

function compareIfSaid({ said, ...lists }: ListsIfSaid): readonly Finding[] {
  if (said !== undefined) return compareLists({ ...lists, said });
  const { prepared, aspect, what, listed } = lists;
  const detail = `The chain does not say ${what}. The record does.`;
  return listed.length === 0 ? [] : [noted(`custody.${aspect}.absent`, lineOf(prepared), detail)];
}

function compareLists({ prepared, aspect, what, said, listed, isChanged }: Lists): readonly Finding[] {
  const line = lineOf(prepared);
  const [inChain, inRecord] = [new Set(said), new Set(listed)];
  const differ = [
    ...said.filter(name => !inRecord.has(name)),
    ...listed.filter(name => !inChain.has(name)),
  ].filter(name => !isChanged(name));
  if (differ.length === 0)
    return [held(`custody.${aspect}.match`, line, `Chain and record agree on ${what}.`)];
  const detail = `Chain and record do not agree on ${what}: ${firstOf(differ.map(name => name.slice(0, 40)))}.`;
  return [altered(`custody.${aspect}.mismatch`, line, detail)];
}

/** Documents that the chain says were left out but that are here. The program gives no longer names. */
function checkLeftOut(prepared: CustodyEvent, paths: readonly string[]): readonly Finding[] {
  const out = new Set(listIn(prepared, 'documentsLeftOut')?.map(path => `${payloadFolder}${path}`));
  if (out.size === 0) return [];
  return paths
    .filter(path => path.length <= longestName)
    .filter(path => [path, ...foldersOf(path)].some(each => out.has(each)))
    .map(path =>
      altered('custody.document.present', path, 'The chain says that this was left out. It is here.'),
    );
}

/** `a/b/c.txt` → `a/`, `a/b/`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}

/**
 * Compares the case with its latest digest in the chain, from its opening or last description. Chains without one
 * cannot be compared.
 */
async function checkCaseDigest(
  record: CaseRecord,
  events: readonly CustodyEvent[],
  losses: Losses,
): Promise<readonly Finding[]> {
  const descriptions = events.filter(({ action }) => action === 'case.opened' || action === 'case.described');
  const opened = descriptions.find(({ action }) => action === 'case.opened');
  const path = bundlePaths.caseRecord;
  const moments =
    opened === undefined
      ? []
      : compareMoments({
          subject: path,
          claim: 'the case was opened',
          at: record.case.openedAt,
          event: opened,
        });
  const digests = descriptions.map(event => textIn(event, 'caseSha256'));
  if (digests.every(digest => digest === undefined)) {
    const detail = 'The chain has no digest of the title and the person. They could not be compared with it.';
    return [...moments, noted('case.description.not-checked', path, detail)];
  }
  const own = await digestOf(record.case);
  if (own !== undefined && digests.at(-1) === own)
    return [
      ...moments,
      held('case.description.match', path, 'The chain has the same title and person for the case.'),
    ];
  const prepared = preparationOf(record, events);
  const isLate = prepared !== undefined && (descriptions.at(-1)?.sequence ?? 0) > prepared.sequence;
  if (isLate && own !== undefined && digests.at(-2) === own)
    return [
      ...moments,
      noted('case.description.changed', path, 'Title or person were changed while the bundle was made.'),
    ];
  if (own !== undefined && losses.between(descriptions.at(-1)?.sequence ?? 0, Number.POSITIVE_INFINITY) > 0) {
    const detail =
      'The chain has another title or person for the case. That they were changed may have stood in a lost event.';
    return [...moments, noted('case.description.lost', path, detail)];
  }
  const detail = 'The chain has another title or another person for the case than the record.';
  return [...moments, altered('case.description.mismatch', path, detail)];
}

async function digestOf(facts: CaseRecord['case']): Promise<string | undefined> {
  try {
    return await sha256(canonicalBytes(facts));
  } catch {
    return undefined; // a lone surrogate, over which no digest can exist
  }
}
