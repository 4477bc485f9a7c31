import { pictureTextWithout } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  matches,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { PostAddress, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, before, type Own } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { isFurniture } from '../../reading/parts.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readUnixTime } from '../../reading/time.ts';
import {
  accountOf,
  commentWords,
  type FacebookLink,
  isComment,
  isPost,
  isSame,
  layoutOf,
  linksIn,
  type Parts,
  paragraphsOf,
  partsOfComment,
  partsOfStory,
  posts,
  words,
} from './blocks.ts';
import { commentFacts, storyFacts } from './facts.ts';

/*
 * Style shuffles the words of the time on purpose, so they are not read; the time is in the page's data, with the
 * post's number. `blocks.ts` decides which blocks are posts, and what in them belongs to whom.
 */
const control = '[role="button"]';

export { postAround, posts } from './blocks.ts';

/** The post with this id: by its own link, else by the number in the page's data; undefined when there is none. */
export function postAt(document: Document, postId: string | undefined): Element | undefined {
  if (postId === undefined) return undefined;
  const linked = posts(document).map(post => ({ post, link: linkOf(post, partsOf(post))?.address }));
  const named = linked.find(({ link }) => link?.postId === postId);
  if (named !== undefined || !/^\d+$/.test(postId)) return named?.post;
  return linked.find(({ link }) => numberOf(link, document) === postId)?.post;
}

function numberOf(link: PostAddress | undefined, document: Document): string | undefined {
  return link?.kind === 'post' ? storyFacts(document, link).numericPostId : undefined;
}

function partsOf(post: Element): Parts {
  return isComment(post) ? partsOfComment(post) : partsOfStory(post);
}

/**
 * The post's own link. Where the page hides it, only the link of a shared post may be visible: a link is taken only if
 * it names the shown author, or is the only one and names nobody.
 */
function linkOf(post: Element, { own, author }: Parts): FacebookLink | undefined {
  if (isComment(post)) {
    const links = linksIn(own('a[href]').filter(link => !isWritten(link, post)));
    const comments = links.filter(({ address: { kind } }) => kind === 'comment' || kind === 'reply');
    return agreed(comments.map(({ address }) => address.permalink)) === undefined ? undefined : comments[0];
  }
  const pages = linksIn(own('a[href]').filter(link => !isWritten(link, post))).filter(({ address }) =>
    isPost(address),
  );
  const named = pages.filter(({ address }) => (address.handle ?? address.accountId) !== undefined);
  const mine = named.find(({ address }) => isSame(address, author));
  if (mine !== undefined) return mine;
  const distinct = new Set(pages.map(({ address }) => address.postId));
  const [only] = pages;
  return named.length === 0 && distinct.size === 1 && only !== undefined && isOfPost(only) ? only : undefined;
}

/** Whether a link can be the post's own. A nameless video may be a shared one, unless its link states a time. */
function isOfPost({ element, address }: FacebookLink): boolean {
  return (
    address.kind !== 'video' || /\d/.test(`${attributeOf(element, 'aria-label')} ${textContentOf(element)}`)
  );
}

/** Whether a link is part of somebody's words, and so may lead to any post. */
function isWritten(link: Element, post: Element): boolean {
  const text = closestOf(link, isComment(post) ? commentWords : words);
  return text !== undefined && text !== post && containsNode(post, text);
}

/** What the post or comment shows; number and time come only from data about this post. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const parts = partsOf(post);
  const { own, author, isUnclear } = parts;
  const link = linkOf(post, parts);
  const address = link?.address;
  const document = documentOf(post);
  const isAnswer = isComment(post);
  const facts = document === null || address === undefined ? {} : factsOf(document, address, isAnswer);
  const sameName = facts.name !== undefined && facts.name === author.displayName;
  const accountId = author.accountId ?? (sameName ? facts.accountId : undefined);
  const text = postText(isUnclear && !isAnswer ? '' : textOf(post, own));
  const machineTime = facts.time ?? legacyTime(own);
  const shown = lineOf(shownTime(own, link));
  const media = isAnswer ? [] : mediaOf(own('a[href*="/photo"] img, video'));
  const numericPostId = facts.numericPostId === address?.postId ? undefined : facts.numericPostId;
  const ids = { ...address?.ids, ...(numericPostId !== undefined && { numericPostId }) };
  const related = isAnswer || isUnclear ? [] : sharedBy(post, parts);
  const notes = [
    ...(text.note === undefined ? [] : [text.note]),
    ...(isUnclear ? ['The page leaves open who wrote this, so nobody was taken as the author.'] : []),
    ...(link === undefined ? ['The post shows no link of its own, so its number was not read.'] : []),
  ];
  return {
    reader: layoutOf(post),
    kind: address?.kind ?? (isAnswer ? 'comment' : 'post'),
    ...(address?.postId !== undefined && { postId: address.postId }),
    ...(address?.parentId !== undefined && { parentId: address.parentId }),
    ...(Object.keys(ids).length > 0 && { ids }),
    ...(address && { permalink: address.permalink }),
    account: { ...author, ...(accountId !== undefined && { accountId }) },
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    ...(notes.length > 0 && { notes }),
  };
}

function textOf(post: Element, own: Own): string {
  const parts = isComment(post)
    ? paragraphsOf(own, post)
    : own(words)
        .filter(each => !isFurniture(each, post))
        .slice(0, 1);
  return parts.map(part => pictureTextWithout(part, control)).join('\n');
}

/** What the post shares: another's block, or everything after another's line in this one. */
function sharedBy(post: Element, { shared }: Parts): RelatedPost[] {
  if (shared === undefined) return [];
  const isLine =
    linksIn(queryAll(shared, 'a[href]')).every(({ address }) => !isPost(address)) &&
    !matches(shared, '[role="article"], article[data-ft]');
  const own: Own = selector =>
    isLine
      ? queryAll(post, selector).filter(each => containsNode(shared, each) || isAfter(each, shared))
      : queryAll(shared, selector);
  const outside = own('a[href]').filter(link => !isWritten(link, post));
  const account = linksIn(outside)
    .map(accountOf)
    .find(each => each !== undefined);
  const pages = linksIn(outside).filter(({ address }) => isPost(address));
  const link = account && pages.find(({ address }) => isSame(address, account))?.address;
  const { text } = postText(
    own(words)
      .slice(0, 1)
      .map(part => pictureTextWithout(part, control))
      .join(''),
  );
  return [
    {
      relation: 'reposted',
      ...(link?.postId !== undefined && { postId: link.postId, permalink: link.permalink }),
      ...(account && { account }),
      ...(text !== undefined && { text }),
    },
  ];
}

function isAfter(element: Element, border: Element): boolean {
  return before([border], element).length > 0;
}

function factsOf(document: Document, link: PostAddress, isComment: boolean) {
  return isComment ? commentFacts(document, link.postId ?? '') : storyFacts(document, link);
}

/**
 * The time as shown. A comment's own link shows it. A post shows it legibly only in an `abbr`; otherwise the link's
 * label may hold it.
 */
function shownTime(own: Own, link: FacebookLink | undefined): string | undefined {
  if (link !== undefined && /^(?:comment|reply)$/.test(link.address.kind)) return textContentOf(link.element);
  const legible = own('abbr').map(textContentOf)[0];
  const label = link && attributeOf(link.element, 'aria-label');
  return legible ?? (/\d/.test(label ?? '') ? label : undefined);
}

/** The time in the form of pages before 2020 and those for simple telephones; undefined unless it is unique. */
function legacyTime(own: Own): ReadPost['machineTime'] {
  const written = own('abbr[data-utime]').map(mark => attributeOf(mark, 'data-utime'));
  const stored = own('abbr[data-store*="time"]').map(
    mark => /"time":\s?(\d{9,10})\b/.exec(attributeOf(mark, 'data-store') ?? '')?.[1],
  );
  const times = new Set([...written, ...stored]);
  const [only] = times;
  return times.size === 1 ? readUnixTime(only) : undefined;
}
