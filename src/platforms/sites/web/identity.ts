import { hrefOf } from '../../../dom/links.ts';
import { attributeOf, matches } from '../../../dom/tree.ts';
import type { PostKind } from '../../../model/post.ts';
import { webAddress, withoutTracking } from '../../hosts.ts';
import { lineOf, longestLine } from '../../reading/text.ts';
import { linkOf, ownElements } from './blocks.ts';

const comment = '[itemtype$="schema.org/Comment"], .comment, [data-comment-id]';
const message = '[role="log"] > *, .chat-message, .msg, [data-message-id]';
const idAttributes = ['data-post-id', 'data-comment-id', 'data-message-id'];

/** What kind of post the block is. */
export function kindOf(post: Element): PostKind {
  if (matches(post, comment)) return 'comment';
  return matches(post, message) ? 'message' : 'post';
}

/** The number in the block's attributes; undefined when it has none. */
export function postIdOf(post: Element): string | undefined {
  for (const name of idAttributes) {
    const id = lineOf(attributeOf(post, name));
    if (id !== undefined && id.length <= 200) return id;
  }
  return anchorForm.exec(attributeOf(post, 'id') ?? '')?.groups?.['postId'];
}

/** The block's own link to itself, else the page's address with the block's anchor; undefined without either. */
export function permalinkOf(post: Element, base: URL): string | undefined {
  const link = linkOf(post, base) ?? anchoredLink(post, base);
  if (link !== undefined) return withoutTracking(link).slice(0, longestLine);
  const id = attributeOf(post, 'id');
  if (id === undefined || postIdOf(post) === undefined || !/^[\w-]{1,100}$/.test(id)) return undefined;
  const address = new URL(base.href);
  address.hash = id;
  return withoutTracking(address);
}

/** An anchor, in a fragment or an element's id, that names a post by its number. */
export const anchorForm =
  /^(?:js-)?(?:post|p|comment|c|msg|message|reply|entry)[-_]?(?:id[-_]?)?(?<postId>\d{1,19})$/i;

/** A link in the post whose fragment names this post, as forums have it beside the time. */
function anchoredLink(post: Element, base: URL): URL | undefined {
  const postId = postIdOf(post);
  if (postId === undefined) return undefined;
  return ownElements(post, 'a[href*="#"]:not([href^="#"])')
    .map(link => webAddress(hrefOf(link), base))
    .find(
      address =>
        address?.host === base.host &&
        address.pathname === base.pathname &&
        anchorForm.exec(address.hash.slice(1))?.groups?.['postId'] === postId,
    );
}
