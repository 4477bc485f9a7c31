import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import { attributeOf, matches, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { firstSeen, shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { innermostAround, inOrder, ownParts } from '../../reading/parts.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { linkedAccount } from './account.ts';
import { commentWith, components, isComponent, readComponent, solePost } from './components.ts';

/*
 * Marks of the pages for members, as page scripts of 2026 use them; `data-id` of comments and the public page's card
 * (`data-activity-urn`) are from memory, 2026-11-21.
 */
const mark = {
  post: '.feed-shared-update-v2[data-urn], article[data-activity-urn]',
  publicPost: 'article[data-activity-urn]',
  comment: 'article.comments-comment-entity[data-id]',
  repeated: '.feed-shared-update-v2__update-content-wrapper',
  repeatedLink: 'a.update-components-mini-update-v2__link-to-details-page[href]',
  name: '.update-components-actor__title, [data-tracking-control-name$="_feed-actor-name"]',
  nameLink: 'a.update-components-actor__meta-link, a[data-tracking-control-name$="_feed-actor-name"]',
  text: '.update-components-update-v2__commentary, [data-test-id="main-feed-activity-card__commentary"]',
  time: '.update-components-actor__sub-description, article[data-activity-urn] time',
  cutShort: '.feed-shared-inline-show-more-text__see-more-less-toggle',
  media: '.update-components-image img, .feed-shared-image img, .update-components-linkedin-video video',
  commentName: '.comments-comment-meta__description-title',
  commentLink: 'a.comments-comment-meta__description-container, a.comments-comment-meta__image-link',
  commentText: '.comments-comment-entity__content .update-components-text',
  commentTime: 'time.comments-comment-meta__data',
} as const;
const everyPost = `${mark.post}, ${mark.comment}`;
const urnForm =
  /^urn:li:(?:(?<type>activity|ugcPost|share):(?<postId>\d{19})|comment:\((?:urn:li:)?(?<parentType>activity|ugcPost|share):(?<parentId>\d{19}),(?<commentId>\d{19})\))$/;

/** Every post and comment, in document order; a comment is inside its post. */
export function posts(document: Document): readonly Element[] {
  const marked = queryAll(document, everyPost).filter(post => urnOf(post) !== undefined);
  return inOrder([...marked, ...components(document)]);
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

/** The post or comment with this number. The page may identify a post by another of its numbers. */
export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  if (asked?.postId === undefined) return undefined;
  const { kind, postId } = asked;
  const found = posts(document).find(post => urnOf(post)?.postId === postId);
  return found ?? (kind === 'post' ? solePost(document) : commentWith(document, postId));
}

interface Urn {
  readonly urn: string;
  readonly postId: string;
  readonly type: string;
  readonly parentId: string | undefined;
}

function urnOf(post: Element): Urn | undefined {
  const names = ['data-urn', 'data-activity-urn', 'data-id'];
  const urn = names
    .map(name => attributeOf(post, name))
    .find(text => text !== undefined && urnForm.test(text));
  const found = urnForm.exec(urn ?? '')?.groups;
  const postId = found?.['commentId'] ?? found?.['postId'];
  const type = found?.['parentType'] ?? found?.['type'];
  if (urn === undefined || postId === undefined || type === undefined) return undefined;
  return { urn, postId, type, parentId: found?.['parentId'] };
}

/** The layout of a block: that for members, or the public page's. */
function shapeOf(post: Element): string {
  return matches(post, mark.publicPost) ? 'linkedin/public-2026' : 'linkedin/2026';
}

/** What the post or comment shows. The age stays text, because the time is in the number. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  const urn = urnOf(post);
  if (urn === undefined) {
    return isComponent(post)
      ? readComponent(post, address, viewer)
      : { reader: 'unknown', kind: 'post', account: {} };
  }
  return urn.parentId === undefined
    ? readPost(post, urn, address, viewer)
    : readComment(post, { ...urn, parentId: urn.parentId }, address, viewer);
}

function readPost(post: Element, { urn, postId, type }: Urn, address: URL, viewer: Viewer): ReadPost {
  const repeated = queryFirst(post, mark.repeated);
  const inside = [...queryAll(post, mark.comment), ...(repeated === undefined ? [] : [repeated])];
  const own = (selector: string) => firstSeen(ownParts(post, selector, inside));
  const body = own(mark.text);
  const { text, note } = postText(body === undefined ? '' : wordsOf(body));
  const isCut = own(mark.cutShort) !== undefined;
  return present<ReadPost>({
    reader: shapeOf(post),
    kind: 'post',
    postId,
    ids: { urn },
    permalink: `https://www.linkedin.com/feed/update/urn:li:${type}:${postId}`,
    account: accountOf(own(mark.name), own(mark.nameLink), address),
    text,
    displayedTime: displayed(shownIn(own(mark.time)), viewer),
    media: unlessEmpty(mediaOf(ownParts(post, mark.media, inside))),
    related: repeated && [readRepeated(repeated, address, viewer)],
    notes: unlessEmpty([
      ...(isCut ? ['The page may show only the beginning of the text.'] : []),
      ...(note === undefined ? [] : [note]),
    ]),
  });
}

function readComment(
  post: Element,
  { urn, postId, parentId, type }: Urn & { readonly parentId: string },
  address: URL,
  viewer: Viewer,
): ReadPost {
  const inside = queryAll(post, mark.comment);
  const own = (selector: string) => firstSeen(ownParts(post, selector, inside));
  const body = own(mark.commentText);
  const { text, note } = postText(body === undefined ? '' : wordsOf(body));
  const time = own(mark.commentTime);
  const link = new URL(`https://www.linkedin.com/feed/update/urn:li:${type}:${parentId}`);
  link.search = `?commentUrn=${encodeURIComponent(`urn:li:comment:(${type}:${parentId},${postId})`)}`;
  const isReply = /(?:^|\s)comments-comment-entity--reply(?:\s|$)/.test(attributeOf(post, 'class') ?? '');
  return present<ReadPost>({
    reader: shapeOf(post),
    kind: isReply ? 'reply' : 'comment',
    postId,
    parentId,
    ids: { urn },
    // The link to a reply also names the comment above it, which the reply by itself does not.
    permalink: isReply ? undefined : link.href,
    account: accountOf(own(mark.commentName), own(mark.commentLink), address),
    text,
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    notes: unlessEmpty(note === undefined ? [] : [note]),
  });
}

function readRepeated(block: Element, address: URL, viewer: Viewer): RelatedPost {
  const body = queryFirst(block, mark.text);
  const link = queryFirst(block, mark.repeatedLink);
  const { type, postId } =
    /\/feed\/update\/urn:li:(?<type>activity|ugcPost|share):(?<postId>\d{19})(?:[/?]|$)/.exec(
      ((link && hrefOf(link)) ?? '').replaceAll('%3A', ':'),
    )?.groups ?? {};
  const account = accountOf(
    firstSeen(queryAll(block, mark.name)),
    firstSeen(queryAll(block, mark.nameLink)),
    address,
  );
  return present<RelatedPost>({
    relation: 'reposted',
    postId,
    permalink:
      postId === undefined ? undefined : `https://www.linkedin.com/feed/update/urn:li:${type}:${postId}`,
    account: unlessEmpty(account),
    text: postText(body === undefined ? '' : wordsOf(body)).text,
    displayedTime: displayed(shownIn(queryFirst(block, mark.time)), viewer),
  });
}

/** The words without the switch that shows more of them. */
function wordsOf(body: Element): string {
  const more = queryAll(body, mark.cutShort).map(writtenText);
  return more.reduce((text, part) => (part === '' ? text : text.replace(part, '')), writtenText(body));
}

/** The visible name, because the page repeats it for screen readers. */
function shownIn(element: Element | undefined): string | undefined {
  const seen = element && (firstSeen(queryAll(element, '[aria-hidden="true"]')) ?? element);
  return shownName(seen);
}

/** The account of a name and the link beside it. */
function accountOf(name: Element | undefined, link: Element | undefined, base: URL): Account {
  const { handle, accountId, profileAddress } = linkedAccount(link ?? name, base);
  return present<Account>({ handle, displayName: shownIn(name), accountId, profileAddress });
}
