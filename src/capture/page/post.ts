import type { PagePost } from '../../messaging/page-protocol.ts';
import type { PostAddress } from '../../model/post.ts';
import type { ReadPost } from '../../platforms/contract.ts';
import { platformFor } from '../../platforms/index.ts';
import { web } from '../../platforms/sites/web/platform.ts';
import { chosenElement, pageAddress, platformHere, viewer } from './chosen.ts';
import type { PageSession } from './session.ts';

/** The element of the chosen post, else of the one that the address names; undefined when there is none. */
export function postHere(session: PageSession): Element | undefined {
  if (session.chosen !== undefined) return chosenElement(session);
  return platformHere().postAt(document, pageAddress());
}

/** Whether the page's layout is known: false where the address names a post and no post in a known layout was read. */
export function isLayoutKnown(post: PagePost | null): boolean {
  if (post?.reader !== 'unknown') return true;
  const platform = platformFor(pageAddress());
  return platform === web || platform.identify(pageAddress())?.postId === undefined;
}

/**
 * What `post`, the result of {@link postHere}, says; null when there is none. With `addressAlone`, what the address
 * says by itself when no post was chosen and the page shows none that it names.
 */
export function readPost(
  session: PageSession,
  post: Element | undefined,
  addressAlone = false,
): PagePost | null {
  if (post === undefined) return addressAlone && session.chosen === undefined ? readAddress() : null;
  const platform = session.chosen?.platform ?? platformHere();
  const read = withAddress(platform.read(post, pageAddress(), viewer()), platform.identify(pageAddress()));
  const signedIn = platform.signedIn?.(document);
  return { platform: platform.id, ...read, ...(signedIn && { signedIn }) };
}

/** What the address says: the account of a profile page, else the identifiers; null when there are none. */
function readAddress(): PagePost | null {
  const address = pageAddress();
  const platform = platformFor(address);
  const asked = platform === web ? undefined : platform.identify(address);
  if (asked === undefined) return null;
  const { handle, accountId, shortLink: _opaque, ...named } = asked;
  const signedIn = platform.signedIn?.(document);
  const said = {
    ...(handle !== undefined && { handle }),
    ...(accountId !== undefined && { accountId }),
    profileAddress: asked.permalink,
  };
  const isProfile = asked.kind === 'profile';
  const shown = isProfile ? platform.account?.(document, address) : undefined;
  const alone = 'Nothing of this was read from the page; it is what the page’s address says.';
  return {
    platform: platform.id,
    ...(named.postId !== undefined && { reader: 'unknown' }),
    ...named,
    // The name in a post's address may be anybody's: some sites accept any name before the same post id.
    account: isProfile ? { ...said, ...shown } : {},
    ...(signedIn && { signedIn }),
    ...(shown === undefined && { notes: [alone] }),
  };
}

/** The post with the identifiers that the page's address adds, when the address names this post. */
function withAddress(read: ReadPost, address: PostAddress | undefined): ReadPost {
  if (address?.postId === undefined || address.postId !== read.postId) return read;
  const parentId = read.parentId ?? address.parentId;
  return {
    ...read,
    ...(parentId !== undefined && { parentId }),
    ...((read.ids ?? address.ids) && { ids: { ...address.ids, ...read.ids } }),
  };
}
