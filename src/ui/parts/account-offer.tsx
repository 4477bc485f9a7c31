import { platformName } from '../../matter/platform-names.ts';
import type { CaseAccount } from '../../model/accounts.ts';
import { numberStateOf } from '../../platforms/profile-offer.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { usePorts } from './ports.ts';

interface AccountOfferProps {
  readonly account: CaseAccount;
  /** Called once the profile is open in a tab of its own. */
  readonly onOpened?: () => void;
}

/**
 * Offers to record the account's own page, where it may show the number that its platform gave it. The page is opened
 * only when the user presses, and not contacted before. Draws nothing where this would not help.
 */
export function AccountOffer({ account, onOpened }: AccountOfferProps) {
  const { shell } = usePorts();
  const state = numberStateOf(account);
  if (state.kind !== 'on-profile') return null;
  const { address } = state;
  const open = () => void shell.openAddress(address).then(onOpened);
  return (
    <div class="account-offer" data-address={address.href}>
      <p>
        <strong>Record the account too.</strong> Its number is not recorded yet. A name can change. The number
        stays, and {platformName(account.name.platform)} can find the account by it.
      </p>
      <div class="button-row">
        <button type="button" onClick={open}>
          Open the account’s page
        </button>
      </div>
      <details>
        <summary>How to do it</summary>
        <p>
          The button opens the account’s page in a new tab, as if you followed a link there. When you see the
          page, press the Holdfast button in the browser’s toolbar and choose <strong>What I see</strong>.
        </p>
        <p class="muted">
          Address: <PageText text={address.href} />
        </p>
      </details>
    </div>
  );
}
