import { hrefOf } from '../../../dom/links.ts';
import { attributeOf, closestOf, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import { lineOf } from '../../reading/text.ts';
import { accountFacts } from './facts.ts';

/**
 * The account of a profile page. The heading shows that the page is about it. The number comes from the page's data,
 * which is kept when the site navigates, so only data that names this handle counts.
 */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile' || asked.handle === undefined) return undefined;
  const handle = asked.handle.toLowerCase();
  const facts = accountFacts(document, handle);
  if (facts.accountId === undefined && !isShown(document, handle)) return undefined;
  const displayName = lineOf(facts.displayName);
  return {
    handle,
    ...(displayName !== undefined && { displayName }),
    ...(facts.accountId !== undefined && { accountId: facts.accountId }),
    profileAddress: `https://www.instagram.com/${handle}/`,
  };
}

function isShown(document: Document, handle: string): boolean {
  return queryAll(document, 'main header h1, main header h2').some(
    heading => lineOf(textContentOf(heading))?.toLowerCase() === handle,
  );
}

/** The signed-in account: its picture is in the menu, outside the page's main part. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  for (const link of queryAll(document, 'a[href^="/"]')) {
    const handle = /^\/([\w.]{1,30})\/$/.exec(hrefOf(link) ?? '')?.[1];
    if (handle === undefined || closestOf(link, 'main, article, [role="dialog"]') !== undefined) continue;
    const picture = queryFirst(link, 'img[alt]');
    const words = (picture && attributeOf(picture, 'alt'))?.split(/[^\w.]+/) ?? [];
    if (words.includes(handle)) return { handle, profileAddress: `https://www.instagram.com/${handle}/` };
  }
  return undefined;
}
