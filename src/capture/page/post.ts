import type { PagePost } from '../../messaging/page-protocol.ts';
import type { PostAddress } from '../../model/post.ts';
import type { ReadPost } from '../../platforms/contract.ts';
import { chosenElement, pageAddress, platformHere, viewer } from './chosen.ts';
import type { PageSession } from './session.ts';

/** What the chosen post says, or the post that the address names; null when there is none. */
export function readPost(session: PageSession): PagePost | null {
  const element = session.chosen === undefined ? undefined : chosenElement(session);
  if (session.chosen !== undefined && element === undefined) return null;
  const platform = session.chosen?.platform ?? platformHere();
  const post = element ?? platform.postAt(document, pageAddress());
  if (post === undefined) return null;
  const read = withAddress(platform.read(post, pageAddress(), viewer()), platform.identify(pageAddress()));
  const signedIn = platform.signedIn?.(document);
  return { platform: platform.id, ...read, ...(signedIn && { signedIn }) };
}

/** The post with the identifiers that the page's address adds, where the address names this very post. */
function withAddress(read: ReadPost, address: PostAddress | undefined): ReadPost {
  if (address?.postId === undefined || address.postId !== read.postId) return read;
  const parentId = read.parentId ?? address.parentId;
  return {
    ...read,
    ...(parentId !== undefined && { parentId }),
    ...((read.ids ?? address.ids) && { ids: { ...address.ids, ...read.ids } }),
  };
}
