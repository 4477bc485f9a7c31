import type { LogReader } from '../../evidence/reader.ts';
import { noDamage } from '../../exporting/gather/damage.ts';
import { receivedFiles, toLost } from '../../exporting/gather/given-received.ts';
import { wholeCase } from '../../model/export-choice.ts';
import type { CaseId } from '../../model/identifiers.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { ReceivedBundle } from '../../model/received.ts';

/** The received files of a case, as its page shows them. */
export interface ReceivedOfCase {
  /** Files whose rows can be opened, whatever became of their bytes. */
  readonly rows: readonly ReceivedBundle[];
  /** Files that can no longer be read as they came, in the form in which an export names them. */
  readonly lost: readonly LostReceived[];
  /** Whether events of the chain are lost, one of which may say that a lost file was erased. */
  readonly isChainBroken: boolean;
}

/**
 * Compares the rows with the chain, and counts the pieces of the files. A piece that is there but cannot be opened is
 * only found when the file is read: reading every file in full would keep the page waiting.
 */
export async function readReceived(
  log: Pick<LogReader, 'listReceived' | 'readChain' | 'countReceivedParts'>,
  caseId: CaseId,
): Promise<ReceivedOfCase> {
  const [rows, chain] = await Promise.all([log.listReceived(caseId), log.readChain(caseId)]);
  const counts = await Promise.all(rows.map(({ id }) => log.countReceivedParts(id)));
  const gone = rows.filter(({ parts }, index) => counts[index] !== parts).map(toLost);
  const agreed = { ...noDamage, lostReceived: gone };
  const { lost } = receivedFiles(rows, chain.events, { agreed, choice: wholeCase });
  const lostIds = new Set(lost.map(({ receivedId }) => receivedId));
  return {
    rows,
    // The receipt of a file whose bytes are gone may be lost too.
    lost: [...lost, ...gone.filter(({ receivedId }) => !lostIds.has(receivedId))],
    isChainBroken: chain.lost.length > 0,
  };
}
