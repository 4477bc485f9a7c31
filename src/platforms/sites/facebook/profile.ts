import type { Account, PostAddress } from '../../../model/post.ts';
import { lineOf } from '../../reading/text.ts';
import { accountFacts, viewerFacts } from './facts.ts';

/** The account of a profile page, from data with the handle or number in the address; undefined otherwise. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  const facts = accountFacts(document, asked);
  if (facts.accountId === undefined) return undefined;
  const displayName = lineOf(facts.name);
  return {
    ...(asked.handle !== undefined && { handle: asked.handle }),
    ...(displayName !== undefined && { displayName }),
    accountId: facts.accountId,
    profileAddress: asked.permalink,
  };
}

/** The signed-in account. */
export function signedIn(document: Document): Account | undefined {
  const { accountId, name } = viewerFacts(document);
  if (accountId === undefined) return undefined;
  const displayName = lineOf(name);
  return {
    ...(displayName !== undefined && { displayName }),
    accountId,
    profileAddress: `https://www.facebook.com/profile.php?id=${accountId}`,
  };
}
