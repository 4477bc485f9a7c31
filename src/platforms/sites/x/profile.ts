import { attributeOf, queryFirst } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import { scriptJson, textIn, valueAt } from '../../reading/json.ts';
import { lineOf } from '../../reading/text.ts';

const schema = 'script[type="application/ld+json"][data-testid="UserProfileSchema-test"]';

/**
 * The account of a profile page, from the page's own data. The site keeps that data when it navigates without loading,
 * so it is taken only where it names the handle or number in the address.
 */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  for (const data of scriptJson(document, schema)) {
    // `author` until 2024, `mainEntity` since.
    const person = valueAt(data, 'mainEntity') ?? valueAt(data, 'author');
    const handle = /^\w{1,15}$/.exec(textIn(person, 'additionalName') ?? '')?.[0];
    const accountId = /^[1-9]\d{0,18}$/.exec(textIn(person, 'identifier') ?? '')?.[0];
    const wanted = asked.accountId ?? asked.handle?.toLowerCase();
    const found = asked.accountId === undefined ? handle?.toLowerCase() : accountId;
    if (handle === undefined || found !== wanted) continue;
    const displayName = lineOf(textIn(person, 'givenName'));
    return {
      handle,
      ...(displayName !== undefined && { displayName }),
      ...(accountId !== undefined && { accountId }),
      profileAddress: `https://x.com/${handle}`,
    };
  }
  return undefined;
}

/** From memory, 2026-11-21. */
const switcher = '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]';

/** The signed-in account: the one in the switcher at the side. */
export function signedIn(document: Document): Account | undefined {
  const avatar = queryFirst(document, switcher);
  const name = avatar && attributeOf(avatar, 'data-testid');
  const handle = /^UserAvatar-Container-(\w{1,15})$/.exec(name ?? '')?.[1];
  return handle === undefined ? undefined : { handle, profileAddress: `https://x.com/${handle}` };
}
