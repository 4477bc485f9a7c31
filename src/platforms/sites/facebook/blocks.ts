import { hrefOf } from '../../../dom/links.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  matches,
  parentOf,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import { webAddress } from '../../hosts.ts';
import {
  before,
  fence,
  hasContent,
  type Own,
  outermostIn,
  outermostOf,
  shownName,
} from '../../reading/fence.ts';
import { standsAsAuthor } from '../../reading/name-place.ts';
import { innermostAround, inOrder, ownParts } from '../../reading/parts.ts';
import { lineOf } from '../../reading/text.ts';
import { identifyFacebook } from './address.ts';

/*
 * Which blocks of a page are posts, and what in them belongs to whom. Layouts: an article without a label in an item of
 * a feed (until 2025); plain children of a feed, and a post outside any article whose attachments are in articles with
 * an empty label (seen in public code, 2026-08 and 2026-10); an `article` with `data-ft` for telephones. A comment is
 * an article with a label. What a post shares is in an article of its own, or (2026) only after a second author line.
 */
const story =
  'div[aria-posinset], [role="feed"] > *, [role="article"]:not([aria-label]), [role="article"][aria-label=""], article[data-ft]';
const comment = '[role="article"][aria-label]:not([aria-label=""])';
const mark = '[data-ad-rendering-role="profile_name"]';
const heading = `${mark}, h2, h3, h4, h5, strong`;
/** The words of a post; those of a comment are in any `div` with a direction. */
export const words =
  '[data-ad-preview="message"], [data-ad-comet-preview="message"], [data-ad-rendering-role="story_message"], article[data-ft] div[data-ft*=\'"tn":"*s"\']';
export const commentWords = 'div[dir="auto"]';
const anyPage = new URL('https://www.facebook.com/');

export function isComment(post: Element): boolean {
  return matches(post, comment);
}

/** The layout of a block, named by when it was last seen. */
export function layoutOf(post: Element): string {
  if (isComment(post)) return 'facebook/comment-2026-08';
  if (matches(post, 'article[data-ft]')) return 'facebook/telephone-2026';
  const unlabelled = '[role="article"]:not([aria-label])';
  if (matches(post, unlabelled) || queryAll(post, unlabelled).length > 0) return 'facebook/2025';
  return matches(post, '[role="feed"] > *') ? 'facebook/2026-10' : 'facebook/2026-08';
}

/** Every post and comment, in document order. Shared posts, and what words imitate, are part of a post. */
export function posts(document: Document): readonly Element[] {
  const comments = queryAll(document, comment).filter(each => !isInWords(each) && hasContent(each));
  const stories = storiesIn(document);
  const loose = queryAll(document, mark)
    .filter(each => !isInWords(each) && closestOf(each, comment) === undefined)
    .filter(each => !stories.some(block => containsNode(block, each)))
    .flatMap(each => blockAroundName(each, stories) ?? []);
  const attached = stories.filter(each => loose.some(block => containsNode(block, each)));
  const apart = stories.filter(each => !attached.includes(each));
  return inOrder([...comments, ...apart, ...outermostOf(inOrder(loose))]);
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

function isInWords(element: Element): boolean {
  const parent = parentOf(element);
  if (parent === null) return false;
  if (closestOf(parent, words) !== undefined) return true;
  const said = closestOf(parent, commentWords);
  return said !== undefined && closestOf(said, comment) !== undefined;
}

/** The site's blocks that hold a post, without those that only hold others or nothing. */
function storiesIn(document: Document): Element[] {
  const candidates = queryAll(document, story).filter(
    each => !isInWords(each) && closestOf(each, comment) === undefined,
  );
  const whole = candidates.filter(each => {
    const inner = candidates.filter(other => other !== each && containsNode(each, other));
    const comments = queryAll(each, comment);
    const ownBlocks = authorBlocks(each).filter(
      block => ![...inner, ...comments].some(other => containsNode(other, block)),
    );
    if (ownBlocks.length > 0) return true;
    if (inner.some(other => authorBlocks(other).length > 0)) return false;
    return isOfItsOwn(each, comments);
  });
  return outermostOf(whole);
}

/** Whether a block without an author line is a post: it shows words of a post, or is an article with content. */
function isOfItsOwn(block: Element, comments: readonly Element[]): boolean {
  if (ownParts(block, words, comments).some(hasContent)) return true;
  if (matches(block, '[role="feed"] > *') && !matches(block, '[role="article"]')) return false;
  return comments.length === 0 && hasContent(block);
}

const highestClimb = 14;

/**
 * The post around a name outside any of the site's blocks: the smallest ancestor with the words and a link of a post,
 * but never one with a second name.
 */
function blockAroundName(name: Element, stories: readonly Element[]): Element | undefined {
  const named = stories.filter(each => authorBlocks(each).length > 0);
  let found: Element | undefined;
  let block = parentOf(name);
  for (let climbed = 0; block !== null && climbed < highestClimb; climbed += 1) {
    const reached: Element = block;
    if (matches(block, '[role="main"], body') || outermostIn(block, mark).length > 1) break;
    if (named.some(each => containsNode(reached, each))) break;
    found = block;
    const comments = queryAll(block, comment);
    const links = linksIn(ownParts(block, 'a[href]', comments)).some(({ address }) => isPost(address));
    if (links && ownParts(block, words, comments).length > 0) return block;
    block = parentOf(block);
  }
  return found;
}

/** Lines that name an account by a link, outside words and comments; the first is the author's. */
function authorBlocks(block: Element): Element[] {
  const lines = queryAll(block, heading).filter(
    each => !isInWords(each) && closestOf(each, words) === undefined && accountIn(each) !== undefined,
  );
  const outer = outermostOf(lines);
  return outer.filter((each, at) => {
    const last = outer[at - 1];
    const isSameLine = last !== undefined && matches(each, 'strong') && parentOf(last) === parentOf(each);
    return !isSameLine;
  });
}

/** A link with what its address identifies. */
export interface FacebookLink {
  readonly element: Element;
  readonly address: PostAddress;
}

/** The links to Facebook's own addresses, with what each identifies. */
export function linksIn(links: readonly Element[]): FacebookLink[] {
  return links.flatMap(element => {
    const url = webAddress(hrefOf(element), anyPage);
    const address = url && identifyFacebook(url);
    return address === undefined ? [] : [{ element, address }];
  });
}

/** Whether an address names a post or video, and not a page of a single photo. */
export function isPost({ kind, permalink }: PostAddress): boolean {
  return /^(?:post|video)$/.test(kind) && !/\/photo\.php/.test(permalink);
}

/** The account that a line names: the first linked one with a visible name. */
function accountIn(line: Element): Account | undefined {
  const links = linksIn(matches(line, 'a[href]') ? [line] : queryAll(line, 'a[href]'));
  for (const link of links) {
    const account = accountOf(link);
    if (account !== undefined) return account;
  }
  return undefined;
}

/** The account that a link leads to and names; undefined for other links and hidden names. */
export function accountOf({ element, address }: FacebookLink): Account | undefined {
  const name = address.kind === 'profile' ? shownName(element) : undefined;
  if (name === undefined) return undefined;
  const { handle, accountId, permalink } = address;
  return {
    ...(handle !== undefined && { handle }),
    displayName: name,
    ...(accountId !== undefined && { accountId }),
    profileAddress: permalink,
  };
}

/** Whether an address or account is the author's. */
export function isSame(one: PostAddress | Account, author: Account): boolean {
  if (one.accountId !== undefined && one.accountId === author.accountId) return true;
  return one.handle !== undefined && one.handle.toLowerCase() === author.handle?.toLowerCase();
}

/** What in a block belongs to whom. */
export interface Parts {
  readonly own: Own;
  readonly author: Account;
  /** The shared post: its own block, or the line of its author. */
  readonly shared: Element | undefined;
  /** Whether it is unclear who wrote what. */
  readonly isUnclear: boolean;
}

/** The parts of a story that are its author's: up to another author's line, or a link to another's post. */
export function partsOfStory(post: Element): Parts {
  const comments = queryAll(post, comment).filter(each => each !== post);
  const lines = authorBlocks(post).filter(each => !comments.some(other => containsNode(other, each)));
  const [first, ...others] = lines;
  const author = first === undefined ? undefined : accountIn(first);
  const articles = queryAll(post, '[role="article"], article[data-ft]').filter(
    each => each !== post && !comments.includes(each) && first !== undefined && !containsNode(each, first),
  );
  const nested = articles.find(each => authorBlocks(each).length > 0);
  const inside = nested === undefined ? comments : [...comments, nested];
  const another = others.find(
    line =>
      !inside.some(block => containsNode(block, line)) && !(author && isSame(accountIn(line) ?? {}, author)),
  );
  const foreign = author === undefined ? [] : strangersIn(post, inside, lines, author);
  const border = inOrder([...foreign, ...(another === undefined ? [] : [another])])[0];
  const own: Own = selector => before(ownParts(post, selector, inside), border);
  // A link within the author's line belongs to a sentence about an action, such as “commented on this post”.
  const line = first && parentOf(first);
  const isInline = line !== undefined && line !== null && matches(line, 'span, a, strong, b, h2, h3, h4, h5');
  const links = linksIn(own('a[href]')).some(
    ({ element, address }) => isPost(address) && !(isInline && containsNode(line, element)),
  );
  const isUnclear =
    (border !== undefined && !links) || isUnnamed(post, first, inside) || isContradicted(post, author);
  return { own, author: isUnclear ? {} : (author ?? {}), shared: nested ?? another, isUnclear };
}

/** Links after the author's line that name another account or lead to another's post: what follows may be theirs. */
function strangersIn(
  post: Element,
  inside: readonly Element[],
  lines: readonly Element[],
  author: Account,
): Element[] {
  const [first] = lines;
  const links = ownParts(post, 'a[href]', inside).filter(
    link => !isInWords(link) && first !== undefined && before([first], link).length > 0,
  );
  return linksIn(links)
    .filter(link => {
      const { address } = link;
      if (isSame(address, author)) return false;
      if (isPost(address)) return address.handle !== undefined || address.accountId !== undefined;
      return !lines.some(line => containsNode(line, link.element)) && accountOf(link) !== undefined;
    })
    .map(({ element }) => element);
}

/**
 * Whether the block begins with a name without an account, such as an anonymous author, or with a hidden name of an
 * account.
 */
function isUnnamed(post: Element, first: Element | undefined, inside: readonly Element[]): boolean {
  const candidates = ownParts(post, `${mark}, h2, h3, h4, strong`, inside).filter(each => !isInWords(each));
  const groups = candidates.filter(leadsToGroup);
  const named = candidates.filter(
    each =>
      !groups.some(group => containsNode(group, each)) &&
      (shownName(each) !== undefined || leadsToAccount(each)),
  )[0];
  if (named === undefined || first === undefined || named === first) return false;
  return !containsNode(named, first) && !containsNode(first, named) && before([named], first).length > 0;
}

/** Whether the line only names groups: a group's name is above that of the author. */
function leadsToGroup(line: Element): boolean {
  const links = linksIn(queryAll(line, 'a[href]'));
  return links.length > 0 && links.every(({ address }) => address.kind === 'group');
}

function leadsToAccount(line: Element): boolean {
  return linksIn(queryAll(line, 'a[href]')).some(
    ({ element, address }) => address.kind === 'profile' && lineOf(textContentOf(element)) !== undefined,
  );
}

/** Whether the data of a post for telephones names another owner. */
function isContradicted(post: Element, author: Account | undefined): boolean {
  const owner = /"content_owner_id_new":\s?"?(\d{1,25})\b/.exec(attributeOf(post, 'data-ft') ?? '')?.[1];
  return owner !== undefined && author?.accountId !== undefined && owner !== author.accountId;
}

/** The parts of a comment. Its author is named outside its words and, where the comment has a label, also in that. */
export function partsOfComment(post: Element): Parts {
  const inside = queryAll(post, comment).filter(other => other !== post);
  const own = fence(post, inside);
  const label = attributeOf(post, 'aria-label') ?? '';
  const outside = own('a[href]').filter(
    link => !isInWords(link) && standsAsAuthor(link, { post, names: [] }),
  );
  const author = linksIn(outside)
    .map(accountOf)
    .find(account => account !== undefined);
  const isNamed = author?.displayName !== undefined && plain(label).includes(plain(author.displayName));
  return {
    own,
    author: isNamed ? author : {},
    shared: undefined,
    isUnclear: author !== undefined && !isNamed,
  };
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

/** The paragraphs of a comment: the first block of words and its siblings. */
export function paragraphsOf(own: Own, post: Element): Element[] {
  const all = outermostOf(
    own(commentWords).filter(each => textContentOf(each).trim() !== '' || hasContent(each)),
  );
  const [first] = all.filter(each => each !== post);
  return first === undefined ? [] : all.filter(each => parentOf(each) === parentOf(first));
}
