import type { Losses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import {
  type Finding,
  type ReceivedReport,
  type VerificationReport,
  verdictOf,
} from '../../../model/finding.ts';
import { type ReceivedEntry, receivedFolder } from '../../../model/received.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { payloadFolder, receivedRoot } from '../../layout.ts';
import type { ListedEntry } from '../../zip/entries.ts';
import { type BundleSource, sliceSource } from '../../zip/source.ts';
import { dataStart } from '../../zip/structure.ts';
import type { BundleContents } from '../contents.ts';
import { textIn } from '../custody/chain-facts.ts';
import { contradictedFacts, isErasure, isReceipt } from '../custody/chain-receipts.ts';
import { type ChainOutline, compareChains, forkWords } from '../custody/compare-chains.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { compareMoments } from '../exhibits/moments.ts';
import { checkLostReceived } from './check-lost-received.ts';
import { checkReceipts } from './check-receipt.ts';
import { checkDescription, checkOwnWord } from './check-received-words.ts';

/** How deep nested bundles are checked: a received one, and one that it had received. */
export const deepestReceived = 2;

/** A bundle, and how bundles inside it are checked: `depth` is 0 for the file that the user chose. */
export interface ReceivedChecking {
  readonly contents: BundleContents;
  readonly entries: readonly ListedEntry[];
  readonly record: CaseRecord;
  readonly events: readonly CustodyEvent[];
  readonly losses: Losses;
  readonly depth: number;
  /** The outline of the bundle's own chain; undefined when the chain is broken. */
  readonly outline: ChainOutline | undefined;
  verify(inner: BundleSource): Promise<CheckedBundle>;
}

/** The report on one bundle, and the outline of its chain for comparison with other exports of its case. */
export interface CheckedBundle {
  readonly report: VerificationReport;
  /** Absent when its record or chain cannot be read. */
  readonly outline?: ChainOutline | undefined;
}

/** Findings on the bundle itself and, separately, the reports on the bundles inside it. */
export interface ReceivedCheck {
  readonly findings: readonly Finding[];
  readonly reports: readonly ReceivedReport[];
}

interface EntryCheck extends ReceivedCheck {
  readonly outline?: ChainOutline | undefined;
}

/**
 * Checks every received bundle of this volume against record and chain, and then by itself. One that was altered before
 * it was received does not make the bundle that contains it altered.
 */
export async function checkReceived(checking: ReceivedChecking): Promise<ReceivedCheck> {
  const { record, events } = checking;
  const listed = record.received ?? [];
  const findings: Finding[] = [
    ...checkListing(checking, listed),
    ...checkLostReceived(record, events, checking.losses),
    ...checkGroups(listed),
  ];
  const reports: ReceivedReport[] = [];
  const outlines: ChainOutline[] = [];
  const byId = eventsById(events);
  const seen = new Set<string>();
  for (const entry of listed) {
    const names = [entry.path, entry.id, entry.sha256];
    if (names.some(name => seen.has(name))) {
      findings.push(altered('received.entry.duplicate', pathOf(entry), 'The record lists this file twice.'));
      continue;
    }
    for (const name of names) seen.add(name);
    findings.push(...checkOwnWord(pathOf(entry), entry));
    findings.push(...checkEvent(entry, byId.get(entry.id) ?? [], checking.losses));
    const checked = await checkEntry(checking, entry);
    findings.push(...checked.findings);
    reports.push(...checked.reports);
    // The chain of an altered or unreadable file proves nothing against another.
    const isWhole = checked.reports.every(({ report }) => isIntact(report));
    if (checked.outline !== undefined && isWhole) outlines.push(checked.outline);
  }
  return {
    findings: [...findings, ...forksHere(checking.outline, outlines)],
    reports: withForks(reports, outlines),
  };
}

/**
 * Forks that concern the chosen bundle. A failure only where its own key sealed an earlier export of the same case that
 * its chain does not continue, because nobody can cause that by sending a file. Other forks are notices.
 */
function forksHere(own: ChainOutline | undefined, received: readonly ChainOutline[]): readonly Finding[] {
  const forks = compareChains(own === undefined ? received : [own, ...received]);
  return forks.flatMap(({ caseId, forks: those }) =>
    those.map(fork => {
      const isOwn = fork.isOneSigner && own !== undefined && fork.files.includes(own.file);
      return (isOwn ? altered : noted)('group.custody.forked', caseId, forkWords(fork));
    }),
  );
}

/** Adds a finding to both of two received exports that the same key sealed and that contradict each other. */
function withForks(
  reports: readonly ReceivedReport[],
  outlines: readonly ChainOutline[],
): readonly ReceivedReport[] {
  const forked = new Map<string, Finding[]>();
  const forks = compareChains(outlines).flatMap(each => each.forks.map(fork => ({ ...fork, ...each })));
  for (const { caseId, ...fork } of forks.filter(({ isOneSigner }) => isOneSigner))
    for (const file of fork.files) {
      const findings = forked.get(file) ?? [];
      findings.push(altered('group.custody.forked', `${file}/${caseId}`, forkWords(fork)));
      forked.set(file, findings);
    }
  return reports.map(received => {
    const more = forked.get(received.path);
    if (more === undefined) return received;
    const findings = [...received.report.findings, ...more];
    return { ...received, report: { ...received.report, findings, verdict: verdictOf(findings) } };
  });
}

function isIntact({ verdict }: VerificationReport): boolean {
  return verdict === 'intact' || verdict === 'incomplete';
}

async function checkEntry(checking: ReceivedChecking, entry: ReceivedEntry): Promise<EntryCheck> {
  const { contents, record } = checking;
  const path = pathOf(entry);
  if (entry.volume > record.group.volumes)
    return only(altered('received.volume.impossible', path, 'It is listed in a volume that does not exist.'));
  if (entry.volume !== record.group.volume)
    return only(noted('received.volume.elsewhere', path, `It stands in volume ${entry.volume}.`));
  const file = contents.files.get(path);
  if (file === undefined)
    return only(missing('received.file.missing', path, 'This received file is listed and is not here.'));
  if (!entry.path.startsWith(receivedFolder(entry.sha256)))
    return only(altered('received.path.mismatch', path, 'Its folder is not named after its digest.'));
  if (file.sha256 !== entry.sha256 || file.size !== entry.size)
    return only(altered('received.digest.mismatch', path, 'This file is not the one that was received.'));
  const same = held('received.digest.match', path, 'This file is, byte for byte, the one that was received.');
  const inner = await checkInner(checking, entry);
  const receipts = await checkReceipts(contents, entry);
  return { ...inner, findings: [same, ...inner.findings, ...receipts] };
}

/** Checks the file itself; its findings name where it is. */
async function checkInner(checking: ReceivedChecking, entry: ReceivedEntry): Promise<EntryCheck> {
  const path = pathOf(entry);
  if (checking.depth >= deepestReceived)
    return only(
      noted('received.contents.not-checked', path, 'It stands too deep in other files to be checked here.'),
    );
  const place = checking.entries.find(each => each.name === path);
  if (place === undefined) return { findings: [], reports: [] };
  const source = sliceSource(checking.contents.source, {
    name: path,
    offset: dataStart(place),
    size: place.size,
  });
  const { report: inner, outline } = await checking.verify(source);
  const report = within(path, inner);
  const finding = compareVerdicts(path, entry.verdict, comparableVerdict(report));
  const findings = [finding, ...checkDescription(path, entry, inner)];
  return { findings, reports: [{ path, verdictThen: entry.verdict, report }], outline };
}

/** Verdicts from the weakest to the strongest. */
const promises: Readonly<Record<ReceivedEntry['verdict'], number>> = {
  unreadable: 0,
  altered: 1,
  incomplete: 2,
  intact: 3,
};

/** A stronger verdict then than now is a failure; a weaker one only shows that the checks have changed. */
function compareVerdicts(
  path: string,
  then: ReceivedEntry['verdict'],
  now: ReceivedEntry['verdict'],
): Finding {
  const words = `When it was received the check said: ${verdictWords[then]}. Checked now: ${verdictWords[now]}.`;
  if (then === now) return held('received.verdict.same', path, words);
  if (promises[then] < promises[now] || then === 'altered')
    return noted('received.verdict.differs', path, words);
  return altered('received.verdict.differs', path, `${words} The receipt said more than holds.`);
}

/** The verdict without findings that depend on the trusted roots, which the recipient may not have had. */
function comparableVerdict({ findings }: VerificationReport): ReceivedEntry['verdict'] {
  return verdictOf(findings.filter(({ code }) => !code.startsWith('time-stamp.chain.')));
}

const verdictWords: Readonly<Record<ReceivedEntry['verdict'], string>> = {
  intact: 'intact',
  altered: 'altered',
  incomplete: 'incomplete',
  unreadable: 'not checked, because it could not be read',
};

/** Prefixes each subject with the received file's path. */
function within(path: string, report: VerificationReport): VerificationReport {
  const prefixed = (subject: string) => (subject === path ? path : `${path}/${subject}`);
  return {
    ...report,
    findings: report.findings.map(finding => ({ ...finding, subject: prefixed(finding.subject) })),
    ...(report.received && {
      received: report.received.map(each => ({
        ...each,
        path: prefixed(each.path),
        report: within(path, each.report),
      })),
    }),
  };
}

/** Files below `data/received/` that are neither a listed bundle of this volume nor its receipt. */
function checkListing(
  { contents, record }: ReceivedChecking,
  listed: readonly ReceivedEntry[],
): readonly Finding[] {
  const here = listed.filter(entry => entry.volume === record.group.volume);
  const known = new Set(
    here.flatMap(entry => {
      const folder = `${payloadFolder}${receivedFolder(entry.sha256)}`;
      return [pathOf(entry), `${folder}receipt.txt`, `${folder}receipt.docx`];
    }),
  );
  return [...contents.files.keys()]
    .filter(path => path.startsWith(receivedRoot) && !known.has(path))
    .map(path =>
      altered('received.file.unlisted', path, 'This file belongs to no received bundle of this volume.'),
    );
}

/** The events that name a received file, by its id. */
function eventsById(events: readonly CustodyEvent[]): ReadonlyMap<string, readonly CustodyEvent[]> {
  const byId = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    const id = textIn(event, 'receivedId');
    if (id === undefined) continue;
    const own = byId.get(id);
    if (own === undefined) byId.set(id, [event]);
    else own.push(event);
  }
  return byId;
}

function checkEvent(
  entry: ReceivedEntry,
  ofEntry: readonly CustodyEvent[],
  losses: Losses,
): readonly Finding[] {
  const path = pathOf(entry);
  if (ofEntry.some(isErasure))
    return [altered('received.event.mismatch', path, 'The chain says that it was erased, yet it is listed.')];
  const own = ofEntry.filter(isReceipt);
  const [event] = own;
  if (event === undefined && losses.count > 0)
    return [unwitnessed('received.event.lost', path, 'that and when it was received')];
  if (own.length !== 1 || event?.detail['sha256'] !== entry.sha256 || event.detail['size'] !== entry.size)
    return [altered('received.event.mismatch', path, 'The chain does not say, once, that it was received.')];
  const differing = contradictedFacts(entry, event);
  if (differing.length > 0) {
    const detail = `The chain says something else of how it came: ${differing.join(', ')}.`;
    return [altered('received.event.contradicted', path, detail)];
  }
  return [
    held('received.event.match', path, 'The chain says when it was received, with this digest.'),
    ...compareMoments({ subject: path, claim: 'it was kept', at: entry.keptAt, event }),
  ];
}

/** Received volumes of an export whose other volumes were not received. */
function checkGroups(listed: readonly ReceivedEntry[]): readonly Finding[] {
  const groups = new Map<string, { readonly volumes: number; readonly here: Set<number> }>();
  for (const { groupId, ownVolume, ownVolumes } of listed) {
    if (groupId === undefined || ownVolume === undefined || ownVolumes === undefined) continue;
    const group = groups.get(groupId) ?? { volumes: ownVolumes, here: new Set() };
    group.here.add(ownVolume);
    groups.set(groupId, group);
  }
  return [...groups]
    .filter(([, { volumes, here }]) => here.size < volumes)
    .map(([id, { volumes, here }]) =>
      noted(
        'received.group.incomplete',
        id,
        `Of ${volumes} ZIP files of that export, ${here.size} ${here.size === 1 ? 'was' : 'were'} received.`,
      ),
    );
}

function pathOf({ path }: ReceivedEntry): string {
  return `${payloadFolder}${path}`;
}

function only(finding: Finding): ReceivedCheck {
  return { findings: [finding], reports: [] };
}
