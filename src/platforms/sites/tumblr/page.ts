import { hrefOf } from '../../../dom/links.ts';
import { attributeOf, closestOf, containsNode, queryAll, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { mediaOf } from '../../reading/media.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/*
 * Classes are hashed. A post is an `article`, identified only by the link around its time; from memory, 2026-11-21. It
 * may hold the words of several blogs, one below the other.
 */
const article = 'article';
const linkForm =
  /^https:\/\/(?:www\.tumblr\.com\/(?<name>[A-Za-z0-9-]{1,32})\/(?<number>\d{9,20})|(?<blog>[A-Za-z0-9-]{1,32})\.tumblr\.com\/post\/(?<post>\d{9,20}))(?:[/?#]|$)/;

interface PostLink {
  readonly handle: string;
  readonly postId: string;
  readonly time: Element;
}

/** The only link around a time. Several belong to the posts that this one reblogs; then undefined. */
function linkOf(post: Element): PostLink | undefined {
  const [time, ...more] = queryAll(post, 'a[href] time').filter(each => closestOf(each, article) === post);
  const link = time && closestOf(time, 'a[href]');
  if (time === undefined || link === undefined || more.length > 0 || !containsNode(post, link))
    return undefined;
  const href = hrefOf(link) ?? '';
  const found = linkForm.exec(href.startsWith('/') ? `https://www.tumblr.com${href}` : href)?.groups ?? {};
  const handle = found['name'] ?? found['blog'];
  const postId = found['number'] ?? found['post'];
  return handle === undefined || postId === undefined ? undefined : { handle, postId, time };
}

export function posts(document: Document): readonly Element[] {
  return queryAll(document, article).filter(post => linkOf(post) !== undefined);
}

export function postAround(element: Element): Element | undefined {
  const found = closestOf(element, article);
  return found !== undefined && linkOf(found) !== undefined ? found : undefined;
}

export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  if (asked?.postId === undefined) return undefined;
  return posts(document).find(post => linkOf(post)?.postId === asked.postId);
}

/** The blogs that the post links by their names, as it does above what each of them wrote. */
function blogsIn(post: Element): ReadonlySet<string> {
  const names = queryAll(post, 'a[href]').flatMap(link => {
    const shown = lineOf(textContentOf(link))?.toLowerCase();
    const href = (hrefOf(link) ?? '').toLowerCase();
    const path = /^(?:https:\/\/www\.tumblr\.com)?\/([a-z0-9-]{1,32})(?:[/?#]|$)/.exec(href)?.[1];
    const blog = path ?? /^https:\/\/([a-z0-9-]{1,32})\.tumblr\.com(?:[/?#]|$)/.exec(href)?.[1];
    return blog !== undefined && blog === shown ? [blog] : [];
  });
  return new Set(names);
}

/** The line above a question that somebody sent: “Anonymous asked:”. */
const asked = /^(?:\S+\s)?(?:asked|hat gefragt|fragte|a demandé|preguntó|ha chiesto|perguntou|vroeg)\s?:?$/iu;

/** Whether the post answers a question, whose words are above the blog's own. */
function isAnswer(post: Element): boolean {
  return queryAll(post, '*').some(each => asked.test(lineOf(textContentOf(each)) ?? ''));
}

/** What the post shows: all its words, unless they are plainly by several people. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const link = linkOf(post);
  const isOfSeveral = blogsIn(post).size > 1 || isAnswer(post);
  const { text, related, notes } = wordsOf(isOfSeveral ? undefined : post, { pictures: true });
  return present<ReadPost>({
    reader: 'tumblr/2026',
    kind: 'post',
    postId: link?.postId,
    permalink: link && `https://www.tumblr.com/${link.handle}/${link.postId}`,
    account: present<Account>({
      handle: link?.handle,
      profileAddress: link && `https://www.tumblr.com/${link.handle}`,
    }),
    text,
    displayedTime: displayed(lineOf(link && textContentOf(link.time)), viewer),
    machineTime: readMachineTime(link && attributeOf(link.time, 'datetime')),
    media: unlessEmpty(mediaOf(queryAll(post, 'figure img, video'))),
    related: unlessEmpty(related),
    notes: [
      ...notes,
      isOfSeveral
        ? 'The blog is the one that shows the post. Several blogs are named in it, and their words were not told apart: none were read.'
        : 'The blog is the one that shows the post. The words may be of several blogs, whose names stand among them.',
    ],
  });
}
