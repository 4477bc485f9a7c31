import { countExhibits, exhibitOf, listExhibits, readSummary } from './captures/exhibit-list.ts';
import { readWords } from './captures/exhibits.ts';
import { listRecords, openArtifact, readArtifact, readRecord, readThumbnail } from './captures/files.ts';
import { readProgress } from './captures/journal.ts';
import { listWorkingCopies, readWorkingCopy } from './captures/working-copies.ts';
import { currentCaseId, listCases, readCase } from './case/cases.ts';
import { list, readChain } from './case/custody-log.ts';
import { readAllNotes, readNotes, readTracks } from './case/notes.ts';
import { readReporter } from './case/reporter.ts';
import { readKeys, signerOf } from './keys/signer.ts';
import { readLock } from './lock/passphrase.ts';
import type { LogReader } from './reader.ts';
import { countReceivedParts, listReceived, readReceivedPart } from './received/received.ts';
import { readAuthorities } from './stamps/authorities.ts';
import { readTimeStamp, readTimeStampFiles } from './stamps/time-stamps.ts';
import { stampTables } from './store/contexts.ts';
import { oneWriter, writerName } from './store/one-writer.ts';
import { readStill } from './store/read-still.ts';
import type { LogStore } from './store/store.ts';
import { TableWatch } from './store/watching.ts';

/** The reader over a store. Each method declares its tables, so that only writes to those rerun a watched query. */
export function createReader(store: LogStore): LogReader {
  const watch = new TableWatch(store.database.name);
  const inTurn = oneWriter(writerName(store));
  const read = <T>(tables: readonly string[], work: () => Promise<T>) => {
    watch.reads(tables);
    return store.run(work);
  };
  const exhibits = ['exhibits', 'captures'];
  const listed = [...exhibits, ...Object.values(stampTables)];
  return {
    gaveWay: store.gaveWay,
    listCases: () => read(['cases'], () => listCases(store)),
    currentCaseId: () => read(['settings'], () => currentCaseId(store)),
    readCase: caseId => read(['cases'], () => readCase(store, caseId)),
    listExhibits: (caseId, paging) => read(listed, () => listExhibits(store, caseId, paging)),
    countExhibits: caseId => read(exhibits, () => countExhibits(store, caseId)),
    readSummary: captureId => read(listed, () => readSummary(store, captureId)),
    caseOf: captureId => read(exhibits, async () => (await exhibitOf(store, captureId)).caseId),
    readRecord: captureId => read(exhibits, () => readRecord(store, captureId)),
    readArtifact: (captureId, sha256) => read(exhibits, () => readArtifact(store, captureId, sha256)),
    openArtifact: (captureId, sha256) => read(exhibits, () => openArtifact(store, captureId, sha256)),
    readThumbnail: captureId => read(['thumbnails'], () => readThumbnail(store, captureId)),
    readWords: captureId => read(['words'], () => readWords(store, captureId)),
    readCustody: caseId => read(['custodyEvents'], () => list(store, caseId)),
    readChain: caseId => read(['custodyEvents', 'highWater'], () => readChain(store, caseId)),
    listRecords: caseId => read(exhibits, () => listRecords(store, caseId)),
    readNotes: (caseId, kind) => read(['notes'], () => readNotes(store, caseId, kind)),
    readAllNotes: caseId => read(['notes'], () => readAllNotes(store, caseId)),
    readTracks: caseId => read(['notes'], () => readTracks(store, caseId)),
    listWorkingCopies: captureId => read(['workingCopies'], () => listWorkingCopies(store, captureId)),
    readWorkingCopy: (captureId, id) => read(['workingCopies'], () => readWorkingCopy(store, captureId, id)),
    listReceived: caseId => read(['received'], () => listReceived(store, caseId)),
    countReceivedParts: id => read(['receivedParts'], () => countReceivedParts(store, id)),
    readReceivedPart: (id, index) => read([], () => readReceivedPart(store, id, index)),
    readReporter: () => read(['settings'], () => readReporter(store)),
    readAuthorities: () => read(['settings'], () => readAuthorities(store)),
    readTimeStamp: (captureId, anchor = 1) =>
      read([stampTables[anchor]], () => readTimeStamp(store, captureId, anchor)),
    readTimeStampFiles: (captureId, anchor = 1) =>
      read([stampTables[anchor]], () => readTimeStampFiles(store, captureId, anchor)),
    readProgress: captureId => read(['journal'], () => readProgress(store, captureId)),
    readLock: () => read(['vault'], () => readLock(store)),
    openSigner: () => read([], () => signerOf(store)),
    readKeys: () => read(['vault'], () => readKeys(store)),
    readStill: (caseId, work) => store.run(() => readStill(store, { caseId, inTurn }, work)),
    watch: query => watch.watch(query),
  };
}
