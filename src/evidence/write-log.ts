import type { CustodyAction, CustodyDetail } from '../model/custody.ts';
import type { CaptureId, CaseId } from '../model/identifiers.ts';
import { type CommitBasis, commitCapture, readCommitBasis } from './captures/commit.ts';
import { describeExhibit, eraseExhibit, viewedExhibit } from './captures/exhibits.ts';
import { createJournal } from './captures/journal.ts';
import { Staging } from './captures/staging.ts';
import { addWorkingCopy, eraseWorkingCopy } from './captures/working-copies.ts';
import { actorOf, chooseCase, describeCase, ensureCase, openCase } from './case/cases.ts';
import { append } from './case/custody-log.ts';
import { mendCases } from './case/mend-cases.ts';
import { eraseNote, writeNote } from './case/notes.ts';
import { setReporter } from './case/reporter.ts';
import {
  changePassphrase,
  noteUnlocked,
  removePassphrase,
  setPassphrase,
  unlock,
} from './lock/passphrase.ts';
import { eraseReceived, keepReceived } from './received/received.ts';
import { clearAbandoned } from './received/receiving.ts';
import { setAuthorities } from './stamps/authorities.ts';
import {
  dueTimeStamps,
  hastenTimeStamps,
  keepTimeStamp,
  nextTimeStampAt,
  postponeTimeStamp,
  queueTimeStamps,
} from './stamps/time-stamps.ts';
import { oneWriter, queue, writerName } from './store/one-writer.ts';
import { requireRoom } from './store/room.ts';
import type { LogStore } from './store/store.ts';
import type { LogWriter } from './writer.ts';

/** The one writer of the log, over a store that it shares with the reader. */
export function createWriter(store: LogStore): LogWriter {
  const inTurn = oneWriter(writerName(store));
  const act = <T>(work: () => Promise<T>) => store.run(() => inTurn(work));
  /** For acts that can wait for room; a capture's begin and end and an erasure cannot. */
  const actWithRoom = <T>(work: () => Promise<T>) =>
    act(async () => {
      await requireRoom(0);
      return await work();
    });
  const noteBundle = (action: CustodyAction, caseId: CaseId, detail: CustodyDetail) =>
    act(() => appendAct(store, action, caseId, detail));
  const staging = new Staging(store);
  const journal = createJournal(store, staging, queue());
  const bases = new Map<CaptureId, Promise<CommitBasis>>();
  return {
    ...journal,
    begin: progress => {
      const basis = readCommitBasis(store, progress);
      // Without this the commit reads it itself and reports the error.
      basis.catch(() => bases.delete(progress.captureId));
      bases.set(progress.captureId, basis);
      return journal.begin(progress);
    },
    abandon: (captureId, fault) => {
      bases.delete(captureId);
      return journal.abandon(captureId, fault);
    },
    mendCases: () => act(() => mendCases(store)),
    openCase: description => actWithRoom(() => openCase(store, description)),
    describeCase: (caseId, description) => actWithRoom(() => describeCase(store, caseId, description)),
    chooseCase: caseId => actWithRoom(() => chooseCase(store, caseId)),
    ensureCase: () => actWithRoom(() => ensureCase(store)),
    commitCapture: request => {
      const ahead = bases.get(request.captureId);
      bases.delete(request.captureId);
      return act(() => commitCapture(store, staging, request, ahead));
    },
    describeExhibit: (captureId, words) => actWithRoom(() => describeExhibit(store, captureId, words)),
    viewedExhibit: captureId => actWithRoom(() => viewedExhibit(store, captureId)),
    eraseExhibit: (captureId, reason) => act(() => eraseExhibit(store, captureId, reason)),
    writeNote: (caseId, note, noteId) => actWithRoom(() => writeNote(store, caseId, note, noteId)),
    eraseNote: (caseId, noteId, reason) => act(() => eraseNote(store, caseId, noteId, reason)),
    addWorkingCopy: (copy, bytes) => actWithRoom(() => addWorkingCopy(store, copy, bytes)),
    eraseWorkingCopy: (captureId, id, reason) =>
      act(() => eraseWorkingCopy(store, { captureId, id, reason })),
    savedRequest: ({ caseId, platform, files }) =>
      actWithRoom(() =>
        appendAct(store, 'preservation.saved', caseId, {
          platform,
          files: files.map(({ path, sha256 }) => `${path} ${sha256}`),
        }),
      ),
    setAuthorities: choice => actWithRoom(() => setAuthorities(store, choice)),
    queueTimeStamps: () => actWithRoom(() => queueTimeStamps(store)),
    dueTimeStamps: (at, anchor = 1) => store.run(() => dueTimeStamps(store, at, anchor)),
    nextTimeStampAt: (anchor = 1) => store.run(() => nextTimeStampAt(store, anchor)),
    keepTimeStamp: (captureId, stamp) => actWithRoom(() => keepTimeStamp(store, captureId, stamp)),
    postponeTimeStamp: (captureId, postponed) => act(() => postponeTimeStamp(store, captureId, postponed)),
    hastenTimeStamps: at => act(() => hastenTimeStamps(store, at)),
    setReporter: reporter => actWithRoom(() => setReporter(store, reporter)),
    keepReceived: (request, digest) => actWithRoom(() => keepReceived(store, request, digest)),
    eraseReceived: (request, reason) => act(() => eraseReceived(store, request, reason)),
    setPassphrase: first => actWithRoom(() => setPassphrase(store, first)),
    changePassphrase: change => actWithRoom(() => changePassphrase(store, change)),
    removePassphrase: passphrase => actWithRoom(() => removePassphrase(store, passphrase)),
    unlock: passphrase => act(() => unlock(store, passphrase)),
    noteUnlocked: wrongTries => actWithRoom(() => noteUnlocked(store, wrongTries)),
    clearAbandoned: () => clearAbandoned(store),
    bundlePrepared: ({ caseId, choice, heldBack = [], workingCopies = [], received = [], ...made }) =>
      actWithRoom(() =>
        appendAct(store, 'bundle.prepared', caseId, {
          groupId: made.groupId,
          references: [...made.references],
          absent: [...made.absent],
          recipient: choice.recipient,
          documentsLeftOut: [...choice.documentsLeftOut],
          contactSheet: choice.contactSheet,
          vulnerabilityTold: choice.tellVulnerability,
          received: [...received],
          ...(heldBack.length > 0 && { heldBack: [...heldBack] }),
          ...(workingCopies.length > 0 && { workingCopies: [...workingCopies] }),
        }),
      ),
    bundleExported: ({ caseId, groupId, volumes, signerFingerprint, timeStamps = [] }) =>
      noteBundle('bundle.exported', caseId, {
        groupId,
        volumes: volumes.map(({ name, sha256 }) => `${name} ${sha256}`),
        signerFingerprint,
        ...(timeStamps.length > 0 && { timeStamps: [...timeStamps] }),
      }),
    bundleStopped: ({ caseId, groupId, reason }) => noteBundle('bundle.stopped', caseId, { groupId, reason }),
  };
}

async function appendAct(
  store: LogStore,
  action: CustodyAction,
  caseId: CaseId,
  detail: CustodyDetail,
): Promise<void> {
  const actor = await actorOf(store, caseId);
  await append(store, caseId, async () => ({
    entry: { action, actor, subject: { caseId }, detail },
    tables: [],
    write: async () => undefined,
  }));
}
