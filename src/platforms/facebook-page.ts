import type { Account, PostAddress, RelatedPost } from '../model/post.ts';
import type { ReadPost, Viewer } from './contract.ts';
import { attributeOf, containsNode, documentOf, matches, queryAll, textContentOf } from './dom.ts';
import { identifyFacebook } from './facebook-address.ts';
import { commentFacts, storyFacts } from './facebook-facts.ts';
import { webAddress } from './hosts.ts';
import { hrefOf } from './links.ts';
import { mediaOf } from './media.ts';
import { innermostAround, isFurniture, ownParts } from './parts.ts';
import { pictureText } from './shown-text.ts';
import { lineOf, postText } from './text.ts';
import { readUnixTime } from './time.ts';

/*
 * A post is an article without a label, or an item of a feed; a comment is an article with a label. The time's words
 * are shuffled by style on purpose and are not read; the moment stands in the page's data, beside the post's number.
 */
const feedItem = 'div[aria-posinset]';
const story = `${feedItem}, div[role="article"]:not([aria-label])`;
const comment = 'div[role="article"][aria-label]';
const words =
  '[data-ad-preview="message"], [data-ad-comet-preview="message"], [data-ad-rendering-role="story_message"]';
const heading = 'h2 a[href], h3 a[href], h4 a[href], strong a[href]';
const anyPage = new URL('https://www.facebook.com/');

/** Every post and every comment, in order. A post that another one shares is part of it. */
export function posts(document: Document): readonly Element[] {
  const stories = queryAll(document, story);
  const outer = stories.filter(one => !stories.some(other => other !== one && containsNode(other, one)));
  const inner = new Set([...outer, ...queryAll(document, comment)]);
  return queryAll(document, `${story}, ${comment}`).filter(one => inner.has(one));
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

export function postAt(document: Document, postId: string | undefined): Element | undefined {
  if (postId === undefined) return undefined;
  const linked = posts(document).map(post => {
    const own = partsOf(post);
    return { post, link: linkOf(post, own, authorOf(post, own)) };
  });
  const named = linked.find(({ link }) => link?.postId === postId);
  if (named !== undefined || !/^\d+$/.test(postId)) return named?.post;
  return linked.find(({ link }) => numberOf(link, document) === postId)?.post;
}

function numberOf(link: PostAddress | undefined, document: Document): string | undefined {
  return link?.kind === 'post' ? storyFacts(document, link).numericPostId : undefined;
}

type Own = (selector: string) => Element[];

function partsOf(post: Element): Own {
  const inside = queryAll(post, comment).filter(other => other !== post);
  const shared = matches(post, comment) ? [] : sharedIn(post);
  return selector => ownParts(post, selector, [...inside, ...shared]);
}

/** Articles without a label inside a post, apart from the one that an item of a feed is made of. */
function sharedIn(post: Element): Element[] {
  const articles = queryAll(post, 'div[role="article"]:not([aria-label])');
  return matches(post, feedItem) ? articles.slice(1) : articles;
}

function addressesIn(
  links: readonly Element[],
): { readonly element: Element; readonly address: PostAddress }[] {
  return links.flatMap(element => {
    const url = webAddress(hrefOf(element), anyPage);
    const address = url && identifyFacebook(url);
    return address === undefined ? [] : [{ element, address }];
  });
}

/** The first link to an account that shows a name. */
function authorOf(post: Element, own: Own): Account {
  const links = matches(post, comment) ? own('a[href]') : own(heading);
  for (const { element, address } of addressesIn(links)) {
    const name = lineOf(textContentOf(element));
    if (address.kind !== 'profile' || name === undefined) continue;
    const { handle, accountId, permalink } = address;
    return {
      ...(handle !== undefined && { handle }),
      displayName: name,
      ...(accountId !== undefined && { accountId }),
      profileAddress: permalink,
    };
  }
  return {};
}

/**
 * The post's own link. Where the page hides it, the link of a shared post could stand alone: it is taken only if it
 * names the author that is shown, or if it is the only one and names nobody.
 */
function linkOf(post: Element, own: Own, author: Account): PostAddress | undefined {
  const found = addressesIn(own('a[href]')).map(({ address }) => address);
  if (matches(post, comment)) return found.find(({ kind }) => kind === 'comment' || kind === 'reply');
  const pages = found.filter(
    ({ kind, permalink }) => /^(?:post|video)$/.test(kind) && !/\/photo\.php/.test(permalink),
  );
  const named = pages.filter(({ handle, accountId }) => (handle ?? accountId) !== undefined);
  const mine = named.find(each => isSame(each, author));
  if (mine !== undefined) return mine;
  const [first] = pages;
  const distinct = new Set(pages.map(({ postId }) => postId));
  return named.length === 0 && distinct.size === 1 ? first : undefined;
}

function isSame(address: PostAddress, author: Account): boolean {
  if (address.accountId !== undefined && address.accountId === author.accountId) return true;
  return address.handle !== undefined && address.handle.toLowerCase() === author.handle?.toLowerCase();
}

/** What the post or the comment shows; number and moment from data that names this very one. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  const own = partsOf(post);
  const author = authorOf(post, own);
  const link = linkOf(post, own, author);
  const document = documentOf(post);
  const isComment = matches(post, comment);
  const facts = document === null || link === undefined ? {} : factsOf(document, link, isComment);
  const sameName = facts.name !== undefined && facts.name === author.displayName;
  const accountId = author.accountId ?? (sameName ? facts.accountId : undefined);
  const text = postText(
    own(isComment ? 'div[dir="auto"]' : words)
      .filter(it => !isFurniture(it, post))
      .slice(0, 1)
      .map(pictureText)
      .join(''),
  );
  const machineTime = facts.time ?? legacyTime(own);
  const shown = lineOf(shownTime(own, isComment));
  const media = isComment ? [] : mediaOf(own('a[href*="/photo"] img, video'));
  const numericPostId = facts.numericPostId === link?.postId ? undefined : facts.numericPostId;
  const ids = { ...link?.ids, ...(numericPostId !== undefined && { numericPostId }) };
  const related = isComment ? [] : sharedIn(post).slice(0, 1).map(readShared);
  const notes = [
    ...(text.note === undefined ? [] : [text.note]),
    ...(link === undefined ? ['The post shows no link of its own, so its number was not read.'] : []),
  ];
  return {
    kind: link?.kind ?? (isComment ? 'comment' : 'post'),
    ...(link?.postId !== undefined && { postId: link.postId }),
    ...(link?.parentId !== undefined && { parentId: link.parentId }),
    ...(Object.keys(ids).length > 0 && { ids }),
    ...(link && { permalink: link.permalink }),
    account: { ...author, ...(accountId !== undefined && { accountId }) },
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    ...(notes.length > 0 && { notes }),
  };
}

function readShared(post: Element): RelatedPost {
  const own: Own = selector => queryAll(post, selector);
  const account = authorOf(post, own);
  const link = linkOf(post, own, account);
  const { text } = postText(own(words).slice(0, 1).map(pictureText).join(''));
  return {
    relation: 'reposted',
    ...(link?.postId !== undefined && { postId: link.postId, permalink: link.permalink }),
    account,
    ...(text !== undefined && { text }),
  };
}

function factsOf(document: Document, link: PostAddress, isComment: boolean) {
  return isComment ? commentFacts(document, link.postId ?? '') : storyFacts(document, link);
}

/** A comment's own link shows its time; a post's words are legible only on pages that write an `abbr`. */
function shownTime(own: Own, isComment: boolean): string | undefined {
  const links = isComment ? addressesIn(own('a[href]')) : [];
  const link = links.find(({ address }) => address.kind === 'comment' || address.kind === 'reply')?.element;
  return (link === undefined ? own('abbr') : [link]).map(textContentOf)[0];
}

/** The time as pages of before 2020, and those for simple telephones, wrote it. */
function legacyTime(own: Own): ReadPost['machineTime'] {
  const written = own('abbr[data-utime]').map(mark => attributeOf(mark, 'data-utime'));
  const stored = own('abbr[data-store*="time"]').map(
    mark => /"time":\s?(\d{9,10})\b/.exec(attributeOf(mark, 'data-store') ?? '')?.[1],
  );
  const times = new Set([...written, ...stored]);
  const [only] = times;
  return times.size === 1 ? readUnixTime(only) : undefined;
}
