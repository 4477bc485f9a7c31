import type { Case } from '../../../model/case.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { AccountItem } from './account-item.tsx';
import { PeoplePart } from './people-part.tsx';
import { useAccounts } from './use-accounts.ts';

/** The accounts that the exhibits of a case show, and the people whom the user takes them to belong to. */
export function AccountsView({ caseFile }: { readonly caseFile: Case }) {
  const read = useAccounts(caseFile.id);
  if (read.state === 'waiting') return <p class="muted">Reading the log…</p>;
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  const { accounts, people, unplaced } = read.value;
  return (
    <>
      <section aria-labelledby="accounts-title">
        <h2 id="accounts-title">Accounts</h2>
        <p class="muted">
          These are the accounts that your recordings show. Recordings are put together under one account only
          by the number that the site gave it, or by the account’s own name there. The name people see on a
          post is never used for that: anyone can copy it.
        </p>
        {accounts.length === 0 && <p>No account has been recorded in this case yet.</p>}
      </section>
      {accounts.map((listed, index) => (
        <AccountItem
          key={listed.account.exhibits[0]?.captureId}
          id={`account-${index + 1}`}
          caseFile={caseFile}
          listed={listed}
          people={people}
        />
      ))}
      <PeoplePart caseFile={caseFile} people={people} unplaced={unplaced} />
    </>
  );
}
