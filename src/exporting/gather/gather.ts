import type { StampArtifacts } from '../../bundle/bundle-input.ts';
import { chainExhibits } from '../../bundle/verify/custody/chain-exhibits.ts';
import type {
  ExhibitSummary,
  KeptChain,
  LogReader,
  StoredRecord,
  TimeStampFile,
  TimeStampFiles,
} from '../../evidence/reader.ts';
import type { AbsentExhibit, Case, WordsVersion } from '../../model/case.ts';
import type { CustodyEvent } from '../../model/custody.ts';
import { type ExhibitReference, exhibitReference } from '../../model/exhibit.ts';
import { Fault, type FaultCode, faultCodeOf } from '../../model/fault.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { LostNote } from '../../model/lost-texts.ts';
import type { NoteHistory } from '../../model/note.ts';
import { type ReceivedBundle, receivedFolder } from '../../model/received.ts';
import type { WorkingCopy } from '../../model/working-copy.ts';
import { recipientRules } from '../../reports/recipients.ts';
import type { Gathered, GatherRequest } from '../engine.ts';
import { newlyLost, newlyLostReceived, reasonToLeaveOut } from './damage.ts';
import { givenPictures } from './given-pictures.ts';
import { receivedFiles, toLost } from './given-received.ts';
import { givenNotes, lostNotesOf, lostWordsOf } from './given-texts.ts';

/** One exhibit whose record could be read, with the words about it. */
export interface GatheredExhibit extends StoredRecord {
  readonly captureId: CaptureId;
  readonly words: readonly WordsVersion[];
  /** Versions of the words that this recipient would get and that can no longer be read. Absent means none. */
  readonly lostWords?: readonly number[];
  /** A time-stamp over the record, as files of the bundle. Absent means none. */
  readonly timeStamp?: TimeStampFiles;
  /** A second one, from another authority. Absent means none. */
  readonly secondStamp?: TimeStampFiles;
  /** Whether its record waits for a time-stamp, or for a second one. */
  readonly awaitsTimeStamp?: boolean;
  readonly awaitsSecondStamp?: boolean;
  /** Working copies of its pictures, made to be given away. Absent means none. */
  readonly copies?: readonly WorkingCopy[];
}

/** A case with everything except the artifacts' bytes. `unused` are exhibits that were not chosen. */
export interface Gathering {
  readonly caseFile: Case;
  readonly exhibits: readonly GatheredExhibit[];
  readonly unused: readonly GatheredExhibit[];
  readonly absent: readonly AbsentExhibit[];
  readonly chain: KeptChain;
  readonly notes: readonly NoteHistory[];
  /** Notes that this recipient would get and that can no longer be read. */
  readonly lostNotes: readonly LostNote[];
  /** The received files that this recipient may get, including those left out. */
  readonly received: readonly ReceivedBundle[];
  /** Received files that this recipient would get and that can no longer be read as they came. */
  readonly lostReceived: readonly LostReceived[];
  readonly summary: Gathered;
}

/**
 * Reads the records of a case, oldest number first. An exhibit whose record cannot be opened counts as damaged and does
 * not hide the others. When no exhibit and no received file is left, throws Fault `export.case.damaged` if damage is
 * the cause, else `export.case.empty`. Also throws `export.stopped` and the log's own faults.
 */
export async function gatherExhibits(
  log: LogReader,
  request: GatherRequest,
  signal: AbortSignal,
): Promise<Gathering> {
  const caseFile = await log.readCase(request.caseId);
  const exhibits: GatheredExhibit[] = [];
  const unused: GatheredExhibit[] = [];
  const damaged: AbsentExhibit[] = [];
  const leftOut: AbsentExhibit[] = [];
  const chain = await log.readChain(caseFile.id);
  const { getsOwnWords } = recipientRules[request.choice.recipient];
  const describedOf = descriptionsIn(chain);
  const listed = withUnlisted(chain, await log.listExhibits(caseFile.id, { order: 'oldest' }));
  const present = listed.filter(summary => summary.state !== 'erased');
  for await (const [summary, exhibit] of readTogether(log, present)) {
    if (signal.aborted) throw new Fault('export.stopped');
    const { captureId } = summary;
    const reference = exhibit?.record.reference ?? referenceOf(chain, caseFile, summary);
    const reason = reasonToLeaveOut(request.agreed, reference);
    if (reason !== undefined) leftOut.push({ reference, captureId, reason });
    else if (exhibit === undefined) damaged.push({ reference, captureId, reason: 'damaged' });
    else if (request.choice.exhibitsLeftOut.includes(reference)) unused.push(exhibit);
    else exhibits.push(getsOwnWords ? withLostWords(exhibit, describedOf(captureId)) : exhibit);
  }
  const erased = listed.flatMap(summary => erasedIn(chain, caseFile, summary));
  const absent = [...erased, ...leftOut, ...damaged, ...unused.map(notChosen)];
  const files = receivedFiles(await log.listReceived(caseFile.id), chain.events, request);
  if (exhibits.length === 0 && files.whole.length === 0) {
    const isDamaged = damaged.length + leftOut.length + files.lost.length > 0;
    throw new Fault(isDamaged ? 'export.case.damaged' : 'export.case.empty');
  }
  const { whole: received, lost: lostReceived } = getsOwnWords ? files : { whole: [], lost: [] };
  const notes = await log.readAllNotes(caseFile.id);
  const lostNotes = getsOwnWords ? lostNotesOf(chain.events, givenNotes(notes)) : [];
  const summary = {
    references: exhibits.map(exhibit => exhibit.record.reference),
    absent: absent.map(each => each.reference),
    damaged: damaged.map(each => each.reference),
    refused: [],
    lost: newlyLost(request.agreed.lost, chain.lost),
    lostNotes: newlyLost(request.agreed.lostNotes, lostNotes),
    lostWords: newlyLost(request.agreed.lostWords, exhibits.flatMap(lostWordsIn)),
    lostReceived: newlyLostReceived(request.agreed, lostReceived),
    ...picturesGiven(exhibits, request.choice),
    received: withoutLeftOut(received, request.choice),
  };
  return { caseFile, exhibits, unused, absent, chain, notes, lostNotes, received, lostReceived, summary };
}

/** The received files that go into the export, in the form in which damage names them. */
function withoutLeftOut(
  received: readonly ReceivedBundle[],
  { documentsLeftOut }: GatherRequest['choice'],
): readonly LostReceived[] {
  return received.filter(({ sha256 }) => !documentsLeftOut.includes(receivedFolder(sha256))).map(toLost);
}

function erasedIn(chain: KeptChain, of: Case, summary: ExhibitSummary): readonly AbsentExhibit[] {
  if (summary.state !== 'erased') return [];
  const { captureId, erasedAt: at } = summary;
  return [{ reference: referenceOf(chain, of, summary), captureId, reason: 'erased', at }];
}

/** The listed exhibits and those known only from the chain, because their row is gone. Oldest number first. */
function withUnlisted({ events }: KeptChain, listed: readonly ExhibitSummary[]): readonly ExhibitSummary[] {
  const known = new Set<string>(listed.map(({ captureId }) => captureId));
  const unlisted = chainExhibits(events).inOrder.filter(({ captureId }) => !known.has(captureId));
  if (unlisted.length === 0) return listed;
  const summaries = unlisted.map(({ committed, number, erased }): ExhibitSummary[] => {
    const { captureId, reference } = committed.subject;
    if (captureId === undefined) return [];
    const named = { captureId, number, reference };
    return [
      erased === undefined
        ? { state: 'damaged', ...named }
        : { state: 'erased', ...named, erasedAt: erased.at },
    ];
  });
  return [...listed, ...summaries.flat()].toSorted((one, other) => one.number - other.number);
}

/** The events about words for an exhibit, by capture. */
function descriptionsIn({ events }: KeptChain): (captureId: CaptureId) => readonly CustodyEvent[] {
  const byCapture = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    const { captureId } = event.subject;
    if (event.action !== 'exhibit.described' || captureId === undefined) continue;
    const described = byCapture.get(captureId);
    if (described === undefined) byCapture.set(captureId, [event]);
    else described.push(event);
  }
  return captureId => byCapture.get(captureId) ?? [];
}

function withLostWords(exhibit: GatheredExhibit, described: readonly CustodyEvent[]): GatheredExhibit {
  const lostWords = lostWordsOf(described, exhibit.words);
  return lostWords.length === 0 ? exhibit : { ...exhibit, lostWords };
}

/** The lost words of an exhibit, in the form in which damage names them. */
function lostWordsIn({ record, lostWords = [] }: GatheredExhibit): readonly string[] {
  return lostWords.map(version => `${record.reference} ${version}`);
}

/** What the chain records about pictures: which are held back and which working copies are given. */
function picturesGiven(exhibits: readonly GatheredExhibit[], choice: GatherRequest['choice']) {
  const given = exhibits.map(exhibit => ({
    reference: exhibit.record.reference,
    ...givenPictures(exhibit, choice),
  }));
  return {
    heldBack: given.filter(({ heldBack }) => heldBack.length > 0).map(({ reference }) => reference),
    workingCopies: given.flatMap(({ reference, copies }) =>
      copies.map(({ sha256 }) => `${reference} ${sha256}`),
    ),
  };
}

/** The files of an exhibit's time-stamps; empty when it has none. */
export function stampFiles({
  timeStamp,
  secondStamp,
}: Pick<GatheredExhibit, 'timeStamp' | 'secondStamp'>): readonly TimeStampFile[] {
  return [timeStamp, secondStamp].flatMap(stamp => {
    if (stamp === undefined) return [];
    return stamp.lists === undefined ? [stamp.reply] : [stamp.reply, stamp.lists];
  });
}

/** The same files as members of an exhibit in a bundle or a report. */
export function stampArtifacts({
  timeStamp,
  secondStamp,
}: Pick<GatheredExhibit, 'timeStamp' | 'secondStamp'>): Partial<StampArtifacts> & {
  readonly secondStamp?: StampArtifacts;
} {
  const artifactsOf = ({ reply, lists }: TimeStampFiles): StampArtifacts => ({
    timeStamp: reply.artifact,
    ...(lists && { lists: lists.artifact }),
  });
  return {
    ...(timeStamp && artifactsOf(timeStamp)),
    ...(secondStamp && { secondStamp: artifactsOf(secondStamp) }),
  };
}

function notChosen({ record: { reference }, captureId }: GatheredExhibit): AbsentExhibit {
  return { reference, captureId, reason: 'not-chosen' };
}

/** How many records are read at once. */
const together = 16;

/** The exhibits in order, each with its record, or undefined where the record cannot be read. */
async function* readTogether(
  log: LogReader,
  summaries: readonly ExhibitSummary[],
): AsyncGenerator<readonly [ExhibitSummary, GatheredExhibit | undefined]> {
  for (let at = 0; at < summaries.length; at += together) {
    const batch = summaries.slice(at, at + together);
    yield* await Promise.all(batch.map(async summary => [summary, await readExhibit(log, summary)] as const));
  }
}

/** Faults that mean that a record cannot be opened or is gone. */
const unreadable: readonly FaultCode[] = [
  'log.artifact.damaged',
  'log.not-readable',
  'log.exhibit.not-found',
];

async function readExhibit(log: LogReader, summary: ExhibitSummary): Promise<GatheredExhibit | undefined> {
  const { captureId } = summary;
  const { awaitsTimeStamp = false, awaitsSecondStamp = false } = summary.state === 'kept' ? summary : {};
  try {
    const stored = await log.readRecord(captureId);
    const [words, timeStamp, secondStamp, copies] = await Promise.all([
      log.readWords(captureId),
      log.readTimeStampFiles(captureId),
      log.readTimeStampFiles(captureId, 2),
      log.listWorkingCopies(captureId),
    ]);
    return {
      ...{ ...stored, captureId, words, copies, awaitsTimeStamp, awaitsSecondStamp },
      ...(timeStamp && { timeStamp }),
      ...(secondStamp && { secondStamp }),
    };
  } catch (error) {
    const code = faultCodeOf(error);
    if (code !== undefined && unreadable.includes(code)) return undefined;
    throw error;
  }
}

/** The reference of an exhibit; taken from the chain when its own row cannot be opened. */
function referenceOf({ events }: KeptChain, of: Case, summary: ExhibitSummary): ExhibitReference {
  if (summary.reference !== undefined) return summary.reference;
  const committed = events.find(event => event.subject.captureId === summary.captureId);
  return committed?.subject.reference ?? exhibitReference(of.producer.initials, summary.number);
}
