import type { LogReader } from '../../evidence/reader.ts';
import { accountsOf, type CaseAccount } from '../../model/accounts.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/** What the log adds to the result of a recording; each is undefined where there is nothing to add. */
export interface ResultParts {
  readonly picture?: Blob | undefined;
  /** The account of the post, where no exhibit of the case shows its number. */
  readonly account?: CaseAccount | undefined;
}

/**
 * Reads them for the result that is shown; undefined until they are known, and nothing in them where there is no result or
 * the log does not open. They stand above the choices: whoever draws those waits for them, since what came a moment later
 * would move a choice away from under the press.
 */
export function useResultParts(result: CaptureProgress | undefined): ResultParts | undefined {
  const { log } = usePorts();
  const captureId = result?.captureId;
  const isKept = result?.reference !== undefined;
  const watched = useWatched(
    async () => ({
      of: captureId,
      parts: result === undefined || !isKept ? {} : await readParts(log, result),
    }),
    [captureId, isKept],
  );
  if (watched.state === 'failed') return {};
  // For a moment the answer is still that to the question before.
  const known = readyValue(watched);
  return known !== undefined && known.of === captureId ? known.parts : undefined;
}

async function readParts(log: LogReader, { caseId, captureId }: CaptureProgress): Promise<ResultParts> {
  const [picture, account] = await Promise.all([
    log.readThumbnail(captureId),
    accountWithoutNumber(log, { caseId, captureId }),
  ]);
  return { picture, account };
}

async function accountWithoutNumber(
  log: LogReader,
  { caseId, captureId }: Pick<CaptureProgress, 'caseId' | 'captureId'>,
): Promise<CaseAccount | undefined> {
  const { record } = await log.readRecord(captureId);
  if (record.post === undefined || record.post.account.accountId !== undefined) return undefined;
  const accounts = accountsOf(await log.listRecords(caseId));
  return accounts.find(({ exhibits }) => exhibits.some(each => each.captureId === captureId));
}
