import { accountsOf } from '../../model/accounts.ts';
import type { CaptureProgress } from '../../model/journal.ts';
import { AccountOffer } from '../parts/account-offer.tsx';
import { usePorts } from '../parts/ports.ts';
import { readyValue, useWatched } from '../parts/use-watched.ts';

/** Offers to record the account of the post just recorded, where no exhibit of the case shows its number. */
export function AccountPart({ progress }: { readonly progress: CaptureProgress }) {
  const { log, shell } = usePorts();
  const { caseId, captureId } = progress;
  const account = readyValue(
    useWatched(async () => {
      const { record } = await log.readRecord(captureId);
      if (record.post === undefined || record.post.account.accountId !== undefined) return undefined;
      const accounts = accountsOf(await log.listRecords(caseId));
      return accounts.find(({ exhibits }) => exhibits.some(each => each.captureId === captureId));
    }, [caseId, captureId]),
  );
  if (account === undefined) return null;
  return (
    <aside aria-label="The account">
      <AccountOffer account={account} onOpened={() => shell.closeWindow()} />
    </aside>
  );
}
