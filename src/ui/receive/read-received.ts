import type { LogReader } from '../../evidence/reader.ts';
import { noDamage } from '../../exporting/gather/damage.ts';
import { receivedFiles, toLost } from '../../exporting/gather/given-received.ts';
import { wholeCase } from '../../model/export-choice.ts';
import type { CaseId } from '../../model/identifiers.ts';
import type { LostReceived } from '../../model/lost-received.ts';
import type { ReceivedBundle } from '../../model/received.ts';

/** The received files of a case, as its page shows them. */
export interface ReceivedOfCase {
  /** Those whose rows open, whatever became of their bytes. */
  readonly rows: readonly ReceivedBundle[];
  /** Those that can no longer be read as they came, as an export would name them. */
  readonly lost: readonly LostReceived[];
  /** Whether events of the chain are lost: one of them may say that a lost file was erased. */
  readonly isChainBroken: boolean;
}

/**
 * Holds the rows against the chain, and counts the pieces of the files. Pieces that are there and do not open show when the
 * file is read: reading every file to its end would keep the page waiting.
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
  const told = new Set(lost.map(({ receivedId }) => receivedId));
  return {
    rows,
    // The event of one of which bytes are gone may be lost too.
    lost: [...lost, ...gone.filter(({ receivedId }) => !told.has(receivedId))],
    isChainBroken: chain.lost.length > 0,
  };
}
