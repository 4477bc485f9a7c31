import { platformName } from '../../../matter/platform-names.ts';
import type { CaseAccount } from '../../../model/accounts.ts';
import type { Case } from '../../../model/case.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AttachPart } from './attach-part.tsx';
import type { ListedAccount, PersonHistory } from './use-accounts.ts';

interface AccountItemProps {
  readonly id: string;
  readonly caseFile: Case;
  readonly listed: ListedAccount;
  readonly people: readonly PersonHistory[];
}

/** One account: what the recordings show of it, and whose the user thinks it is. */
export function AccountItem({ id, caseFile, listed, people }: AccountItemProps) {
  const { account } = listed;
  return (
    <section aria-labelledby={`${id}-title`} class="account">
      <h2 id={`${id}-title`}>
        <PageText text={shownName(account)} />
        <span class="muted"> · {account.name.site ?? platformName(account.name.platform)}</span>
      </h2>
      <AccountFacts caseFile={caseFile} account={account} />
      <AttachPart id={id} caseFile={caseFile} listed={listed} people={people} />
    </section>
  );
}

/** The name to show for an account: handle, else display name, else account number; undefined when it has none. */
export function shownName({ name, handles, displayNames }: CaseAccount): string | undefined {
  return handles.at(-1)?.text ?? displayNames.at(-1)?.text ?? name.accountId;
}
