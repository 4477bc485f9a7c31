import type { CaseAccount, SeenName } from '../../../model/accounts.ts';
import type { Case } from '../../../model/case.ts';
import { numberStateOf } from '../../../platforms/profile-offer.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { AccountOffer } from '../../parts/account-offer.tsx';
import { Moment } from '../../parts/moment.tsx';
import { exhibitHref } from '../route.ts';

interface AccountFactsProps {
  readonly caseFile: Case;
  readonly account: CaseAccount;
}

/** Names and numbers of an account, when they were seen, and the exhibits that show it. */
export function AccountFacts({ caseFile, account }: AccountFactsProps) {
  return (
    <>
      <dl class="facts">
        <div>
          <dt>Account number</dt>
          <dd>
            <NumberWords account={account} />
          </dd>
        </div>
        <Names name="Name on the site" names={account.handles} />
        <Names name="Name shown to people" names={account.displayNames} />
        {account.profileAddress !== undefined && (
          <div>
            <dt>Address of its page</dt>
            <dd>
              <PageText text={account.profileAddress} />
            </dd>
          </div>
        )}
        <div>
          <dt>Its page was recorded</dt>
          <dd>
            {account.profiles.length === 0 ? 'not yet' : <Profiles caseFile={caseFile} account={account} />}
          </dd>
        </div>
        <div>
          <dt>Seen in</dt>
          <dd>
            <Exhibits caseFile={caseFile} account={account} />
          </dd>
        </div>
      </dl>
      <AccountOffer account={account} />
    </>
  );
}

function NumberWords({ account }: { readonly account: CaseAccount }) {
  const state = numberStateOf(account);
  switch (state.kind) {
    case 'known':
      return <PageText text={state.number} />;
    case 'not-needed':
      return <>none needed: its full name with the server belongs to no other account</>;
    case 'on-profile':
      return <strong>not recorded yet</strong>;
    case 'not-known':
      return <>not found on the pages that were recorded</>;
  }
}

function Names({ name, names }: { readonly name: string; readonly names: readonly SeenName[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {names.map(({ text, firstSeen, lastSeen }) => (
        <dd key={text}>
          <PageText text={text} />
          <span class="aside">
            {' '}
            · seen <Moment at={firstSeen} />
            {lastSeen !== firstSeen && (
              <>
                {' '}
                to <Moment at={lastSeen} />
              </>
            )}
          </span>
        </dd>
      ))}
    </div>
  );
}

function Profiles({ caseFile, account }: AccountFactsProps) {
  return (
    <>
      {account.profiles.map(({ captureId, reference, at }) => (
        <span key={captureId}>
          <a href={exhibitHref(caseFile.id, captureId)}>{reference}</a>, <Moment at={at} />{' '}
        </span>
      ))}
    </>
  );
}

function Exhibits({ caseFile, account }: AccountFactsProps) {
  const joined = account.exhibits.filter(({ byHandleAlone }) => byHandleAlone);
  return (
    <>
      <ul class="link-row">
        {account.exhibits.map(({ captureId, reference }) => (
          <li key={captureId}>
            <a href={exhibitHref(caseFile.id, captureId)}>{reference}</a>
          </li>
        ))}
      </ul>
      {joined.length > 0 && (
        <p class="aside">
          {joined.map(({ reference }) => reference).join(', ')} did not show the number. It is counted here
          because the same name showed this number in another recording near that time.
        </p>
      )}
    </>
  );
}
