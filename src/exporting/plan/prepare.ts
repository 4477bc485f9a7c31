import type { LogReader } from '../../evidence/reader.ts';
import type { Software } from '../../model/capture.ts';
import { type CaseRecord, caseRecordSchema, type ExhibitEntry, isAtFault } from '../../model/case.ts';
import type { Confidential } from '../../model/confidential.ts';
import type { CustodyEvent } from '../../model/custody.ts';
import { exhibitDirectory } from '../../model/exhibit.ts';
import type { ExportChoice } from '../../model/export-choice.ts';
import { Fault } from '../../model/fault.ts';
import type { Instant } from '../../model/identifiers.ts';
import { countLostTexts } from '../../model/lost-texts.ts';
import type { ExportedNote } from '../../model/note.ts';
import { receivedFolder } from '../../model/received.ts';
import type { Reporter } from '../../model/reporter.ts';
import { type Authorities, areTwoAsked, isAsked } from '../../model/time-stamp.ts';
import type { GivenCopy, WorkingCopy } from '../../model/working-copy.ts';
import type { ReportExhibit, ReportInput } from '../../reports/input.ts';
import { recipientRules } from '../../reports/recipients.ts';
import { wordingEdition } from '../../reports/remake.ts';
import type { GatherRequest } from '../engine.ts';
import { isAny } from '../gather/damage.ts';
import { type GatheredExhibit, type Gathering, gatherExhibits, stampArtifacts } from '../gather/gather.ts';
import { givenPictures } from '../gather/given-pictures.ts';
import { type PlannedReceived, toReceivedEntry } from '../gather/given-received.ts';
import { givenNotes } from '../gather/given-texts.ts';

/** What an export needs to know apart from the case itself. */
export interface ExportTerms {
  readonly choice: ExportChoice;
  readonly groupId: string;
  readonly exportedAt: Instant;
  readonly software: Software;
}

/** Everything that an export reads from the log except the artifacts' bytes, and what of it the person chose. */
export interface Prepared extends ExportTerms {
  readonly gathering: Gathering;
  readonly custody: readonly CustodyEvent[];
  readonly reporter: Reporter;
  readonly notes: readonly ExportedNote[];
  /** The received bundles that this recipient may get, and the volume that each would be in. */
  readonly received: readonly PlannedReceived[];
  /** The latest confidential answers, which are kept back unless chosen; undefined when there are none. */
  readonly confidential: Confidential | undefined;
  readonly signerFingerprint: string;
  /** Who issued the signer's certificate; undefined when the certificate is self-signed. */
  readonly signerIssuer?: string | undefined;
  /** The authorities that time-stamp the bundle. */
  readonly authorities: Authorities;
}

/** Reads what an export needs. Throws Fault `log.not-readable` when the chain is empty, and the log's own faults. */
export async function prepare(log: LogReader, gathering: Gathering, terms: ExportTerms): Promise<Prepared> {
  const custody = gathering.chain.events;
  if (custody.length === 0) throw new Fault('log.not-readable', 'the chain of the case is empty');
  const signer = await log.openSigner();
  const confidential = gathering.notes
    .map(({ versions }) => versions.at(-1)?.note)
    .findLast(note => note?.kind === 'confidential');
  return {
    ...terms,
    gathering,
    custody,
    received: gathering.received.map(bundle => ({ bundle, volume: 1 })),
    reporter: await log.readReporter(),
    notes: givenNotes(gathering.notes),
    confidential,
    signerFingerprint: signer.fingerprint,
    signerIssuer: signer.issuer,
    authorities: await log.readAuthorities(),
  };
}

/**
 * Gathers and prepares from a single state of the log. Throws Fault `export.damage.new` when damage is found that was
 * not agreed to.
 */
export function readPrepared(
  log: LogReader,
  request: GatherRequest & ExportTerms,
  signal: AbortSignal,
): Promise<Prepared> {
  return log.readStill(request.caseId, async () => {
    const gathering = await gatherExhibits(log, request, signal);
    const { damaged, lost, lostNotes, lostWords, lostReceived } = gathering.summary;
    if (isAny(gathering.summary))
      throw new Fault(
        'export.damage.new',
        `${damaged.join(', ')} ${lost.length} ${lostNotes.length + lostWords.length} ${lostReceived.length}`,
      );
    return prepare(log, gathering, request);
  });
}

/** The exhibits of each volume, in order. */
export type Plan = readonly (readonly GatheredExhibit[])[];

/** `case.json` of one volume. */
export function caseRecordOf(prepared: Prepared, plan: Plan, volume: number): CaseRecord {
  const { gathering, choice, groupId, notes } = prepared;
  const { getsOwnWords } = recipientRules[choice.recipient];
  const received = chosenReceived(prepared);
  return caseRecordSchema.parse({
    formatVersion: 1,
    case: gathering.caseFile,
    exportedAt: prepared.exportedAt,
    outcome: outcomeOf(gathering),
    group: { id: groupId, volume, volumes: plan.length },
    custodyHead: prepared.custody.at(-1)?.digest,
    signerFingerprint: prepared.signerFingerprint,
    software: prepared.software,
    exhibits: plan.flatMap((exhibits, index) => exhibits.map(each => toEntry(each, index + 1, choice))),
    absent: gathering.absent,
    recipient: choice.recipient,
    ...(getsOwnWords && { notes }),
    ...(received.length > 0 && { received: received.map(toReceivedEntry) }),
    ...(gathering.chain.lost.length > 0 && { lostEvents: gathering.chain.lost }),
    ...(gathering.lostNotes.length > 0 && { lostNotes: gathering.lostNotes }),
    ...(gathering.lostReceived.length > 0 && { lostReceived: gathering.lostReceived }),
    wording: wordingEdition,
    ...(isOfRecordOnly(prepared) && { reportMadeFrom: 'record' }),
  });
}

/** Whether the report says nothing of an officer or of the person's health, and shows every picture that is given. */
function isOfRecordOnly({ reporter, choice, gathering }: Prepared): boolean {
  const isShown = gathering.exhibits.every(exhibit => givenPictures(exhibit, choice).isShown);
  return reporter.capacity !== 'officer' && !choice.tellVulnerability && isShown;
}

/** The received bundles that the person did not leave out. */
export function chosenReceived({ received, choice }: Prepared): readonly PlannedReceived[] {
  return received.filter(({ bundle }) => !choice.documentsLeftOut.includes(receivedFolder(bundle.sha256)));
}

/** What the documents of one volume are made from. `documents` are the paths of those in this volume. */
export function reportInputOf(
  prepared: Prepared,
  plan: Plan,
  volume: number,
  documents: readonly string[] = [],
): ReportInput {
  const { gathering, custody, signerFingerprint, reporter, choice, confidential } = prepared;
  const caseRecord = caseRecordOf(prepared, plan, volume);
  const gathered = new Map(gathering.exhibits.map(exhibit => [exhibit.captureId, exhibit]));
  return {
    caseRecord,
    exhibits: caseRecord.exhibits.map(entry => toReportExhibit(entry, exhibitOf(gathered, entry), choice)),
    ...(isAsked(prepared.authorities) && { timeStampsAsked: true, listsAsked: areListsAsked(prepared) }),
    ...(areTwoAsked(prepared.authorities) && { secondStampAsked: true }),
    custody,
    signerFingerprint,
    signerIssuer: prepared.signerIssuer,
    volume,
    documents,
    reporter,
    ...(choice.tellVulnerability &&
      confidential !== undefined && {
        vulnerability: {
          vulnerabilities: confidential.vulnerabilities,
          vulnerabilityWords: confidential.vulnerabilityWords,
        },
      }),
    ...(reporter.capacity === 'officer' && { unused: gathering.unused.map(({ record }) => record) }),
  };
}

/** True when the user allowed other addresses for lists, or when lists could be had before. */
function areListsAsked({ authorities, gathering }: Prepared): boolean {
  const { lists = [] } = authorities;
  return lists.length > 0 || gathering.exhibits.some(({ timeStamp }) => timeStamp?.lists !== undefined);
}

/** Incomplete when an exhibit, event, text or received file was lost; not for what was erased or not chosen. */
export function outcomeOf({
  absent,
  chain,
  exhibits,
  lostNotes,
  lostReceived,
}: Pick<Gathering, 'absent' | 'chain' | 'exhibits' | 'lostNotes' | 'lostReceived'>):
  | 'complete'
  | 'incomplete' {
  const lost = chain.lost.length + countLostTexts({ exhibits, lostNotes }) + lostReceived.length;
  return lost > 0 || absent.some(isAtFault) ? 'incomplete' : 'complete';
}

function toReportExhibit(entry: ExhibitEntry, exhibit: GatheredExhibit, choice: ExportChoice): ReportExhibit {
  const { record } = exhibit;
  const hidesPictures = !givenPictures(exhibit, choice).isShown;
  return {
    entry,
    record,
    ...stampArtifacts(exhibit),
    ...(hidesPictures && { hidesPictures }),
  };
}

function exhibitOf<T>(exhibits: ReadonlyMap<string, T>, { captureId }: ExhibitEntry): T {
  const exhibit = exhibits.get(captureId);
  if (exhibit === undefined) throw new Error('an entry without its exhibit');
  return exhibit;
}

function toEntry(exhibit: GatheredExhibit, volume: number, choice: ExportChoice): ExhibitEntry {
  const { record, captureId, recordSha256, words, lostWords = [] } = exhibit;
  const { getsOwnWords } = recipientRules[choice.recipient];
  const { heldBack, copies } = givenPictures(exhibit, choice);
  return {
    reference: record.reference,
    captureId,
    directory: `exhibits/${exhibitDirectory(record.reference)}`,
    volume,
    scope: record.scope,
    recordSha256,
    words: getsOwnWords ? [...words] : [],
    ...(lostWords.length > 0 && { lostWords: [...lostWords] }),
    ...(heldBack.length > 0 && { heldBack: [...heldBack] }),
    ...(copies.length > 0 && {
      workingCopies: copies.map((copy, index) => toGiven(copy, index, getsOwnWords)),
    }),
  };
}

/** A working copy as `case.json` lists it. Its purpose is in the person's own words, so only `getsOwnWords` includes it. */
function toGiven(
  { captureId: _, purpose, salt, ...copy }: WorkingCopy,
  index: number,
  getsOwnWords: boolean,
): GivenCopy {
  return {
    ...copy,
    path: `copies/${index + 1}.png`,
    ...(getsOwnWords && purpose !== '' && { purpose, salt }),
  };
}
