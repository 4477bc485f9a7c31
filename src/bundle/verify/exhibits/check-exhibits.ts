import type { Losses } from '../../../custody/losses.ts';
import type { CaptureRecord } from '../../../model/capture.ts';
import { type AbsentExhibit, type CaseRecord, type ExhibitEntry, isAtFault } from '../../../model/case.ts';
import type { CustodyEvent } from '../../../model/custody.ts';
import { exhibitNumber } from '../../../model/exhibit.ts';
import type { Finding } from '../../../model/finding.ts';
import { countLostTexts } from '../../../model/lost-texts.ts';
import { altered, held, missing, noted } from '../../findings.ts';
import { bundlePaths, payloadFolder } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';
import { textIn } from '../custody/chain-facts.ts';
import { lostCommits, type MayBeLost } from '../custody/lost-commits.ts';
import { unwitnessed } from '../custody/lost-witness.ts';
import { checkWorkingCopies } from '../pictures/check-working-copies.ts';
import {
  type ChainedRecord,
  checkPreviousEvent,
  checkPreviousNamed,
  latestIn,
} from '../time-stamps/check-previous-event.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { checkNotes } from '../words/check-notes.ts';
import { checkWords } from '../words/check-words.ts';
import { checkChainTimes } from './check-clocks.ts';
import { checkExhibit } from './check-exhibit.ts';
import { checkRecordings } from './check-recordings.ts';
import { compareMoments } from './moments.ts';

/** The findings on all exhibits, and the records that can be read, by their references. */
export interface ExhibitsCheck {
  readonly findings: readonly Finding[];
  readonly records: ReadonlyMap<string, CaptureRecord>;
}

/** The chain's events, and which of them are declared lost. */
export interface Chained {
  readonly events: readonly CustodyEvent[];
  readonly losses: Losses;
}

/** Checks each exhibit of this volume against its files, and all exhibits of the case against the chain. */
export async function checkExhibits(
  contents: BundleContents,
  record: CaseRecord,
  { events, losses }: Chained,
  options: VerifyOptions,
): Promise<ExhibitsCheck> {
  const twice = listedTwice(record);
  const findings: (readonly Finding[])[] = [
    [...twice].map(one =>
      altered('exhibit.reference.duplicate', one.reference, 'The record lists this exhibit twice.'),
    ),
    checkFolders(contents, record),
  ];
  const chain: ExhibitChain = {
    byCapture: toExhibitEvents(events),
    losses,
    mayBeLost: lostCommits(events, losses),
  };
  const preparedAt = preparedIn(record, events);
  const opened = events.find(({ action }) => action === 'case.opened');
  const records = new Map<string, CaptureRecord>();
  const chained: ChainedRecord[] = [];
  const latestUntil = latestIn(events);
  for (const entry of record.exhibits) {
    options.signal?.throwIfAborted();
    if (twice.has(entry)) continue;
    const described = eventsOf(entry, chain, 'exhibit.described');
    findings.push([checkCommit(entry, chain)], await checkWords(record, entry, { described, losses }));
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
      const ofEntry = chain.byCapture.get(entry.captureId) ?? [];
      const history = { events: ofEntry, preparedAt, latestUntil, losses };
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
    findings.push(await checkWorkingCopies(contents, record, { entry, events: chain.byCapture, losses }));
  }
  const all = [
    ...findings.flat(),
    ...checkRecordings([...records.values()]),
    ...checkPreviousNamed(chained),
    ...checkVolume(record),
    ...(await checkNotes(record, events, losses)),
    ...record.absent.filter(absent => !twice.has(absent)).flatMap(absent => checkAbsent(absent, chain)),
    ...checkGaps(record, events),
  ];
  return { findings: all, records };
}

/** Repeated entries, which are not checked again, because a record may list one folder without end. */
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

function checkCommit(entry: ExhibitEntry, chain: ExhibitChain): Finding {
  const committed = eventsOf(entry, chain, 'capture.committed');
  const [event] = committed;
  const { reference } = entry;
  if (event === undefined && isStatedElsewhere(entry, chain))
    return unwitnessed('exhibit.commit.lost', reference, 'that and when it was recorded');
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

/** Whether the recording's event may be lost and every other event of the exhibit agrees with its entry. */
function isStatedElsewhere(entry: ExhibitEntry, { byCapture, mayBeLost }: ExhibitChain): boolean {
  const { reference, recordSha256 } = entry;
  const events = byCapture.get(entry.captureId) ?? [];
  const isSame = (event: CustodyEvent) =>
    event.action !== 'exhibit.erased' &&
    (event.subject.reference ?? reference) === reference &&
    (textIn(event, 'recordSha256') ?? recordSha256) === recordSha256;
  return events.every(isSame) && mayBeLost({ reference, events });
}

/** Compares a record with the event of its recording, also in time. */
function checkAgainstChain(
  record: CaptureRecord,
  committed: CustodyEvent,
  opened: CustodyEvent | undefined,
): readonly Finding[] {
  const { reference, scope, outcome, artifacts } = record;
  const recorded = { scope, outcome, artifacts: artifacts.length };
  const differing = Object.entries(recorded).filter(
    ([name, value]) => (committed.detail[name] ?? value) !== value,
  );
  const detail = `The chain says something else of this recording: ${differing.map(([name]) => name).join(', ')}.`;
  return [
    ...(differing.length === 0 ? [] : [altered('exhibit.commit.contradicted', reference, detail)]),
    ...checkChainTimes(record, { opened, committed }),
    ...checkPreviousEvent(record, committed),
  ];
}

/** No volume is empty, and a case called complete contains nothing damaged or lost. */
function checkVolume(record: CaseRecord): readonly Finding[] {
  const { exhibits, received = [], absent, outcome, group, lostEvents, lostReceived } = record;
  const path = bundlePaths.caseRecord;
  const isEmpty = ![...exhibits, ...received].some(({ volume }) => volume === group.volume);
  const filled = new Set(
    [...exhibits, ...received].map(({ volume }) => volume).filter(each => each <= group.volumes),
  );
  const isInOrder = exhibits.every(({ volume }, index) => volume >= (exhibits[index - 1]?.volume ?? 0));
  const isLost = lostEvents !== undefined || lostReceived !== undefined || countLostTexts(record) > 0;
  const isContradicted = outcome === 'complete' && (isLost || absent.some(isAtFault));
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
    ...(!isEmpty && filled.size < group.volumes
      ? [
          altered(
            'case.volume.unfilled',
            path,
            `It speaks of ${group.volumes} volumes, and has nothing for some of them. No volume is made of nothing.`,
          ),
        ]
      : []),
    ...(isInOrder
      ? []
      : [
          altered(
            'case.volume.disordered',
            path,
            'Its exhibits go back to an earlier volume. Volumes are filled in order.',
          ),
        ]),
    ...checkListingOrder(record),
    ...(isContradicted
      ? [
          altered(
            'case.outcome.contradicted',
            path,
            'It is called complete, yet it says that something was damaged.',
          ),
        ]
      : []),
  ];
}

/** By number. Earlier versions ordered by the clock, so a clock that was set back could change the order. */
function checkListingOrder({ exhibits }: CaseRecord): readonly Finding[] {
  const numbers = exhibits.map(({ reference }) => exhibitNumber(reference));
  if (numbers.every((number, index) => number >= (numbers[index - 1] ?? 0))) return [];
  const detail =
    'It lists its exhibits in another order than that of their numbers, in which they were recorded.';
  return [noted('case.exhibits.disordered', bundlePaths.caseRecord, detail)];
}

function checkAbsent(absent: AbsentExhibit, chain: ExhibitChain): readonly Finding[] {
  const { reference, reason, at } = absent;
  const [erased] = eventsOf(absent, chain, 'exhibit.erased');
  const [committed] = eventsOf(absent, chain, 'capture.committed');
  const isErasureLost = erased === undefined && reason === 'erased' && isLostAfter(committed, chain);
  if ((erased !== undefined) !== (reason === 'erased') && !isErasureLost)
    return [
      altered('exhibit.absent.unexplained', reference, 'Record and chain disagree on whether it was erased.'),
    ];
  const about = chain.byCapture.get(absent.captureId) ?? [];
  const isCommitLost =
    committed === undefined &&
    about.every(({ subject }) => (subject.reference ?? reference) === reference) &&
    chain.mayBeLost({ reference, events: about });
  if (!isCommitLost && committed?.subject.reference !== reference)
    return [altered('exhibit.absent.unexplained', reference, 'The chain does not say that it was recorded.')];
  if (isErasureLost || (isCommitLost && erased === undefined))
    return [missing('exhibit.absent.lost', reference, absentLost)];
  if (erased !== undefined)
    return [
      noted('exhibit.absent.erased', reference, 'Its holder erased it; the chain says when.'),
      ...(at === undefined
        ? []
        : compareMoments({ subject: reference, claim: 'it was erased', at, event: erased })),
    ];
  if (reason === 'damaged')
    return [
      missing('exhibit.absent.damaged', reference, 'It was damaged in the log and could not be exported.'),
    ];
  if (reason === 'refused')
    return [
      missing(
        'exhibit.absent.refused',
        reference,
        'It was left out: before it was given out, the sender’s own check found something wrong with it.',
      ),
    ];
  return [noted('exhibit.absent.not-chosen', reference, 'Its holder did not choose it for this export.')];
}

const absentLost =
  'It is not here. What the chain said of it is lost: whether it was recorded, left out or erased cannot be checked.';

/** Whether an event after this one, or after the opening of the case, is lost. */
function isLostAfter(event: CustodyEvent | undefined, { losses }: ExhibitChain): boolean {
  return losses.between(event?.sequence ?? 1, Number.POSITIVE_INFINITY) > 0;
}

/** Exhibits that are in the chain but not in the record. */
function checkGaps(record: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  const known = new Set([...record.exhibits, ...record.absent].map(one => String(one.captureId)));
  const gaps: Finding[] = [];
  for (const { subject, sequence } of events) {
    if (subject.captureId === undefined || known.has(subject.captureId)) continue;
    known.add(subject.captureId);
    gaps.push(
      altered(
        'exhibit.listing.missing',
        subject.reference ?? `${bundlePaths.custody}:${sequence}`,
        'The chain says that it was recorded; the record of the case does not mention it.',
      ),
    );
  }
  if (gaps.length > 0) return gaps;
  return [
    held('exhibit.listing.complete', bundlePaths.caseRecord, 'Record and chain know the same exhibits.'),
  ];
}

/** The sequence number of the event that began this bundle; infinite without one, which is reported elsewhere. */
function preparedIn({ group }: CaseRecord, events: readonly CustodyEvent[]): number {
  const isPrepared = (event: CustodyEvent) =>
    event.action === 'bundle.prepared' && event.detail['groupId'] === group.id;
  return events.findLast(isPrepared)?.sequence ?? Number.POSITIVE_INFINITY;
}

/** The events of each capture, in order. */
type ExhibitEvents = ReadonlyMap<string, readonly CustodyEvent[]>;

/** The events of each capture, with those that may be lost. */
interface ExhibitChain {
  readonly byCapture: ExhibitEvents;
  readonly losses: Losses;
  readonly mayBeLost: MayBeLost;
}

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
  { byCapture }: ExhibitChain,
  action: CustodyEvent['action'],
): readonly CustodyEvent[] {
  return byCapture.get(captureId)?.filter(event => event.action === action) ?? [];
}
