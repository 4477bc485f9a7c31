import type { CaseAccount } from '../model/accounts.ts';
import { isOn, platformById } from './index.ts';

/** What is known of an account's number; `on-profile`: its profile page, at the platform's own address, may show it. */
export type NumberState =
  | { readonly kind: 'known'; readonly number: string }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'on-profile'; readonly address: URL }
  | { readonly kind: 'not-known' };

/**
 * What is known of the number that the platform gave an account. The address of a profile comes from the recorded page,
 * so one that is not on the platform's own hosts is never offered.
 */
export function numberStateOf({ name, stable, profileAddress }: CaseAccount): NumberState {
  if (name.accountId !== undefined) return { kind: 'known', number: name.accountId };
  if (stable) return { kind: 'not-needed' };
  const platform = platformById(name.platform);
  if (platform?.account === undefined || profileAddress === undefined || !URL.canParse(profileAddress))
    return { kind: 'not-known' };
  const address = new URL(profileAddress);
  const isOwn = address.protocol === 'https:' && address.username === '' && address.password === '';
  return isOwn && isOn(platform, address) ? { kind: 'on-profile', address } : { kind: 'not-known' };
}
