import { canonicalBytes } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';
import type { CaptureRecord } from '../model/capture.ts';
import type { AbsentExhibit, CaseRecord, ExhibitEntry, WordsVersion } from '../model/case.ts';
import type { CustodyEvent } from '../model/custody.ts';
import type { Finding } from '../model/finding.ts';
import { salted } from '../model/salt.ts';
import { textIn } from './chain-facts.ts';
import { checkChainTimes } from './check-clocks.ts';
import { detailHolds } from './check-custody.ts';
import { checkExhibit } from './check-exhibit.ts';
import { checkNotes, isWithheld } from './check-notes.ts';
import { type ChainedRecord, checkPreviousEvent, checkPreviousNamed } from './check-previous-event.ts';
import { checkRecordings } from './check-recordings.ts';
import { checkWorkingCopies } from './check-working-copies.ts';
import type { BundleContents } from './contents.ts';
import { altered, held, missing, noted } from './findings.ts';
import { bundlePaths, payloadFolder } from './layout.ts';
import { compareMoments } from './moments.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What was found of all exhibits, and the records of those that can be read, by their references. */
export interface ExhibitsCheck {
  readonly findings: readonly Finding[];
  readonly records: ReadonlyMap<string, CaptureRecord>;
}

/** Each exhibit of this volume against its files, and all exhibits of the case against the chain. */
export async function checkExhibits(
  contents: BundleContents,
  record: CaseRecord,
  events: readonly CustodyEvent[],
  options: VerifyOptions,
): Promise<ExhibitsCheck> {
  const twice = listedTwice(record);
  const findings: (readonly Finding[])[] = [
    [...twice].map(one =>
      altered('exhibit.reference.duplicate', one.reference, 'The record lists this exhibit twice.'),
    ),
    checkFolders(contents, record),
  ];
  const chain = toExhibitEvents(events);
  const preparedAt = preparedIn(record, events);
  const opened = events.find(({ action }) => action === 'case.opened');
  const records = new Map<string, CaptureRecord>();
  const chained: ChainedRecord[] = [];
  const latestUntil = latestIn(events);
  for (const entry of record.exhibits) {
    options.signal?.throwIfAborted();
    if (twice.has(entry)) continue;
    findings.push([checkCommit(entry, chain)], await checkWords(record, entry, chain));
    if (entry.volume > record.group.volumes)
      findings.push([
        altered(
          'exhibit.volume.impossible',
          entry.reference,
          'It is listed in a volume that does not exist.',
        ),
      ]);
    else if (entry.volume !== record.group.volume)
      findings.push([
        noted('exhibit.volume.elsewhere', entry.reference, `Its files are in volume ${entry.volume}.`),
      ]);
    else {
      const history = { events: chain.get(entry.captureId) ?? [], preparedAt, latestUntil };
      const checked = await checkExhibit(contents, { entry, history }, options);
      findings.push(checked.findings);
      if (checked.record !== undefined) {
        records.set(entry.reference, checked.record);
        const [committed] = eventsOf(entry, chain, 'capture.committed');
        if (committed !== undefined) {
          chained.push({ record: checked.record, committed });
          findings.push(checkAgainstChain(checked.record, committed, opened));
        }
      }
    }
    findings.push(await checkWorkingCopies(contents, record, { entry, events: chain }));
  }
  const all = [
    ...findings.flat(),
    ...checkRecordings([...records.values()]),
    ...checkPreviousNamed(chained),
    ...checkVolume(record),
    ...(await checkNotes(record, events)),
    ...record.absent.filter(absent => !twice.has(absent)).flatMap(absent => checkAbsent(absent, chain)),
    ...checkGaps(record, events),
  ];
  return { findings: all, records };
}

/** What is listed again. It is not looked at a second time: a record may list one folder without end. */
function listedTwice(record: CaseRecord): ReadonlySet<ExhibitEntry | AbsentExhibit> {
  const seen = new Set<string>();
  const twice = new Set<ExhibitEntry | AbsentExhibit>();
  for (const one of [...record.exhibits, ...record.absent]) {
    const names = [one.reference, one.captureId, ...('directory' in one ? [one.directory] : [])];
    if (names.some(name => seen.has(name))) twice.add(one);
    for (const name of names) seen.add(name);
  }
  return twice;
}

/** Files below `data/exhibits/` that belong to no exhibit of this volume. */
function checkFolders({ files }: BundleContents, record: CaseRecord): readonly Finding[] {
  const folders = new Set(
    record.exhibits
      .filter(entry => entry.volume === record.group.volume)
      .map(entry => `${payloadFolder}${entry.directory}`),
  );
  return [...files.keys()]
    .filter(path => path.startsWith('data/exhibits/') && !folders.has(path.split('/', 3).join('/')))
    .map(path => altered('exhibit.file.unlisted', path, 'This file belongs to no exhibit of this volume.'));
}

function checkCommit(entry: ExhibitEntry, chain: ExhibitEvents): Finding {
  const committed = eventsOf(entry, chain, 'capture.committed');
  const [event] = committed;
  const { reference } = entry;
  if (event === undefined || committed.length > 1)
    return altered(
      'exhibit.commit.missing',
      reference,
      'The chain does not say, once, that it was recorded.',
    );
  if (eventsOf(entry, chain, 'exhibit.erased').length > 0)
    return altered(
      'exhibit.commit.mismatch',
      reference,
      'The chain says that it was erased, yet it is listed.',
    );
  return textIn(event, 'recordSha256') === entry.recordSha256 && event.subject.reference === reference
    ? held(
        'exhibit.commit.match',
        reference,
        'The chain says when it was recorded, and names this very record.',
      )
    : altered('exhibit.commit.mismatch', reference, 'The chain names another record for it.');
}

/** What the chain says of a recording, and when, against its record. */
function checkAgainstChain(
  record: CaptureRecord,
  committed: CustodyEvent,
  opened: CustodyEvent | undefined,
): readonly Finding[] {
  const { reference, scope, outcome, artifacts } = record;
  const told = { scope, outcome, artifacts: artifacts.length };
  const differing = Object.entries(told).filter(
    ([name, value]) => (committed.detail[name] ?? value) !== value,
  );
  const detail = `The chain says something else of this recording: ${differing.map(([name]) => name).join(', ')}.`;
  return [
    ...(differing.length === 0 ? [] : [altered('exhibit.commit.contradicted', reference, detail)]),
    ...checkChainTimes(record, { opened, committed }),
    ...checkPreviousEvent(record, committed),
  ];
}

/** A volume is made for what stands in it; of a case that says nothing is left out, nothing is damaged. */
function checkVolume({ exhibits, received = [], absent, outcome, group }: CaseRecord): readonly Finding[] {
  const path = bundlePaths.caseRecord;
  const isEmpty = ![...exhibits, ...received].some(({ volume }) => volume === group.volume);
  const isContradicted = outcome === 'complete' && absent.some(({ reason }) => reason === 'damaged');
  return [
    ...(isEmpty
      ? [
          altered(
            'case.volume.empty',
            path,
            'It lists no exhibit and no received file. No bundle is made of nothing.',
          ),
        ]
      : []),
    ...(isContradicted
      ? [
          altered(
            'case.outcome.contradicted',
            path,
            'It is called complete, yet it says that an exhibit was damaged.',
          ),
        ]
      : []),
  ];
}

/** Every version of the words has one event with its digest, in the same order. */
async function checkWords(
  record: CaseRecord,
  entry: ExhibitEntry,
  chain: ExhibitEvents,
): Promise<readonly Finding[]> {
  const described = eventsOf(entry, chain, 'exhibit.described');
  if (described.length > 0 && entry.words.length === 0 && isWithheld(record))
    return [
      noted(
        'exhibit.words.withheld',
        entry.reference,
        'What was written about it was not given to this recipient.',
      ),
    ];
  const findings: Finding[] = [];
  for (const [index, version] of entry.words.entries()) {
    const subject = `${entry.reference} words ${version.version}`;
    const isAsWritten = (await digestOfWords(version)) === version.sha256;
    const event = described[index];
    const isChained = event !== undefined && detailHolds(event, version.sha256);
    if (!isAsWritten)
      findings.push(
        altered('exhibit.words.mismatch', subject, 'What was written about it has been changed.'),
      );
    else if (!isChained || version.version !== index + 1)
      findings.push(altered('exhibit.words.unchained', subject, 'The chain does not name these words here.'));
    else
      findings.push(
        held('exhibit.words.match', subject, 'What was written about it is as the chain has it.'),
        ...compareMoments({ subject, told: 'this was written', at: version.writtenAt, event }),
      );
  }
  if (described.length > entry.words.length)
    findings.push(
      altered(
        'exhibit.words.missing',
        entry.reference,
        'The chain names more versions of the words than are here.',
      ),
    );
  return findings;
}

async function digestOfWords({ words, salt }: WordsVersion): Promise<string | undefined> {
  try {
    return await sha256(canonicalBytes(salted(words, salt)));
  } catch {
    return undefined; // a lone surrogate: no digest was ever made over these
  }
}

function checkAbsent(absent: AbsentExhibit, chain: ExhibitEvents): readonly Finding[] {
  const { reference, reason, at } = absent;
  const [erased] = eventsOf(absent, chain, 'exhibit.erased');
  const [committed] = eventsOf(absent, chain, 'capture.committed');
  if ((erased !== undefined) !== (reason === 'erased'))
    return [
      altered('exhibit.absent.unexplained', reference, 'Record and chain disagree on whether it was erased.'),
    ];
  if (committed?.subject.reference !== reference)
    return [altered('exhibit.absent.unexplained', reference, 'The chain does not say that it was recorded.')];
  if (erased !== undefined)
    return [
      noted('exhibit.absent.erased', reference, 'Its holder erased it; the chain says when.'),
      ...(at === undefined
        ? []
        : compareMoments({ subject: reference, told: 'it was erased', at, event: erased })),
    ];
  if (reason === 'damaged')
    return [
      missing('exhibit.absent.damaged', reference, 'It was damaged in the log and could not be exported.'),
    ];
  return [noted('exhibit.absent.not-chosen', reference, 'Its holder did not choose it for this export.')];
}

/** Exhibits that the chain knows and the record does not. */
function checkGaps(record: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  const known = new Set([...record.exhibits, ...record.absent].map(one => String(one.captureId)));
  const gaps = events
    .filter(event => event.action === 'capture.committed' && !known.has(event.subject.captureId ?? ''))
    .map(event =>
      altered(
        'exhibit.listing.missing',
        event.subject.reference ?? `${bundlePaths.custody}:${event.sequence}`,
        'The chain says that it was recorded; the record of the case does not mention it.',
      ),
    );
  if (gaps.length > 0) return gaps;
  return [
    held('exhibit.listing.complete', bundlePaths.caseRecord, 'Record and chain know the same exhibits.'),
  ];
}

/** The number of the event that began this bundle; past all events where there is none, which has been said. */
function preparedIn({ group }: CaseRecord, events: readonly CustodyEvent[]): number {
  const isPrepared = (event: CustodyEvent) =>
    event.action === 'bundle.prepared' && event.detail['groupId'] === group.id;
  return events.findLast(isPrepared)?.sequence ?? Number.POSITIVE_INFINITY;
}

/** Of the events up to a number the one whose moment is the latest, in one pass over all of them. */
function latestIn(events: readonly CustodyEvent[]): (sequence: number) => CustodyEvent | undefined {
  const latest = new Map<number, CustodyEvent>();
  let last: CustodyEvent | undefined;
  for (const event of events) {
    if (last === undefined || event.at > last.at) last = event;
    latest.set(event.sequence, last);
  }
  return sequence => latest.get(sequence);
}

/** The events of each capture, in their order. */
export type ExhibitEvents = ReadonlyMap<string, readonly CustodyEvent[]>;

function toExhibitEvents(events: readonly CustodyEvent[]): ExhibitEvents {
  const byCapture = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    const { captureId } = event.subject;
    if (captureId === undefined) continue;
    const own = byCapture.get(captureId);
    if (own === undefined) byCapture.set(captureId, [event]);
    else own.push(event);
  }
  return byCapture;
}

function eventsOf(
  { captureId }: Pick<ExhibitEntry, 'captureId'>,
  chain: ExhibitEvents,
  action: CustodyEvent['action'],
): readonly CustodyEvent[] {
  return chain.get(captureId)?.filter(event => event.action === action) ?? [];
}
