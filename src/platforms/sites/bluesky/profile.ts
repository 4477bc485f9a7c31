import { hrefOf } from '../../../dom/links.ts';
import { queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import { lineOf } from '../../reading/text.ts';

/**
 * The account of a profile page: the handle as the page shows it, and the DID in the address of its banner or picture.
 * The part of the page for browsers without script (`#bsky_did`) describes the page that was loaded first, and counts
 * only where it names the same account. Marks of the shown page are from memory, 2026-11-21.
 */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  const first = { handle: textOf(document, '#bsky_handle'), did: textOf(document, '#bsky_did') };
  const view = queryFirst(document, '[data-testid="profileView"]');
  const shown = view && shownIn(view);
  const found = [shown, first].find(
    each =>
      each !== undefined &&
      (asked.accountId ?? asked.handle) === (asked.accountId === undefined ? each.handle : each.did),
  );
  if (found === undefined) return undefined;
  const accountId = /^did:[a-z]+:[\w.:%-]+$/.exec(found.did ?? '')?.[0];
  const displayName = found === shown ? shown?.displayName : textOf(document, '#bsky_display_name');
  const { handle } = found;
  return {
    ...(handle !== undefined && { handle, profileAddress: `https://bsky.app/profile/${handle}` }),
    ...(displayName !== undefined && { displayName }),
    ...(accountId !== undefined && { accountId }),
  };
}

function shownIn(view: Element): { handle?: string; did?: string; displayName?: string } {
  const name = queryFirst(view, '[data-testid="profileHeaderDisplayName"]');
  const displayName = lineOf(name && textContentOf(name));
  const handle = /@([\w-]+(?:\.[\w-]+)+)/.exec(textContentOf(view))?.[1];
  const banner = queryFirst(view, 'img[src*="/img/banner/plain/did:"]');
  const did = /\/(did:[a-z]+:[\w.:%-]+)\//.exec((banner && hrefOf(banner, 'src')) ?? '')?.[1];
  return {
    ...(handle !== undefined && { handle }),
    ...(did !== undefined && { did }),
    ...(displayName !== undefined && { displayName }),
  };
}

function textOf(document: Document, selector: string): string | undefined {
  const element = queryFirst(document, selector);
  return lineOf(element && textContentOf(element));
}

/** The signed-in account: the only one that the menu links to. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  const handles = new Set(
    queryAll(document, 'nav a[href^="/profile/"]').flatMap(
      link => /^\/profile\/([\w-]+(?:\.[\w-]+)+)\/?$/.exec(hrefOf(link) ?? '')?.[1] ?? [],
    ),
  );
  const [handle] = handles;
  if (handles.size !== 1 || handle === undefined) return undefined;
  return { handle, profileAddress: `https://bsky.app/profile/${handle}` };
}
