import { hrefOf } from '../../../dom/links.ts';
import { closestDeep, containsDeep, parentDeep, queryDeep, shadowsIn } from '../../../dom/shadow.ts';
import {
  attributeOf,
  childNodesOf,
  isElement,
  matches,
  nameOf,
  nodeTypeOf,
  parentNodeOf,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import { withoutTracking } from '../../hosts.ts';
import { kindOfPost, kindPermalink, kindPostAround, kindPostId, kindPosts } from '../../page-kinds/read.ts';
import { inOrder } from '../../reading/parts.ts';
import { quotation } from '../../reading/quotations.ts';

const types = [
  'Comment',
  'Answer',
  'Question',
  'DiscussionForumPosting',
  'SocialMediaPosting',
  'BlogPosting',
];
const classes = [
  'post',
  'comment',
  'message',
  'reply',
  'hentry',
  'h-entry',
  'chat-message',
  'forum-post',
  'msg',
  'postbit',
  'postbitlegacy',
  'postcontainer',
];

/** Blocks declared as posts by a role, an element, microdata, a data attribute or a usual class. */
const declared = [
  '[role="article"]',
  'article:not(.message-body)',
  ...types.map(type => `[itemscope][itemtype$="schema.org/${type}"]`),
  ...['data-post-id', 'data-comment-id', 'data-message-id'].map(name => `[${name}]:not(a, button)`),
  ...['div', 'li', 'section', 'tr', 'table', 'blockquote'].flatMap(name =>
    classes.map(it => `${name}.${it}`),
  ),
  '[role="feed"] > *',
  '[role="log"] > :not([aria-live]):not(script):not(style)',
].join(',');

/** What a row of similar blocks must contain to be taken for a thread and not a menu. */
const signs =
  'time, [data-time], [data-timestamp], [data-utime], [rel~="author"], [itemprop="author"], a[href*="/user/"], a[href*="/member"], a[href*="/profile/"], a[href*="/u/"], a[href*="/@"]';

/** Usual names of blocks with posts of others, such as answers or a shared post, when they name somebody. */
const ofOthers = [
  '.replies, .children, .p-comment, .u-comment',
  ...['-replies', 'subcomment', 'shared-post', 'reshare', 'repost', 'original-post', 'embedded-post'].map(
    part => `:is(ul, ol, div, section)[class*="${part}" i]`,
  ),
  ...['moderator', 'staff', 'owner', 'business', 'official', 'admin', 'company', 'seller', 'editor'].flatMap(
    who =>
      ['response', 'reply', 'answer'].map(what => `:is(div, section, aside, p)[class*="${who}-${what}" i]`),
  ),
].join(', ');
const someone = '.fn, [itemprop="author"], [class*="author" i], [class*="user" i], [rel~="author"]';

const likeBlocks = /^(?:li|div|section|tr|dd|blockquote)$/;
const furniture = 'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"]';
const plain = 'li, blockquote, dd, tr, section, [role="listitem"], [role="row"]';
const mostBlocks = 5_000;
const mostInside = 1_000;
const highestClimb = 12;

/**
 * Every block that looks like a post, in document order: those that are declared as one; else rows of similar blocks
 * with a time or author each; else plain list items, quotes and sections outside menus.
 */
export function posts(document: Document): readonly Element[] {
  const known = kindPosts(document);
  if (known.length === 0) return postsOfAny(document);
  const others = queryDeep(document, declared)
    .slice(0, mostBlocks)
    .filter(block => isPost(block) && !isOfKind(block, known));
  return withoutWrappers(inPageOrder([...known, ...others]));
}

/** Whether a block is a post of a known program, is inside one, or is only the frame around some. */
function isOfKind(block: Element, known: readonly Element[]): boolean {
  if (kindPostAround(block) !== undefined) return true;
  const inside = known.filter(post => containsDeep(block, post));
  const length = inside.reduce((sum, post) => sum + textLength(post), 0);
  return inside.length > 0 && length >= 0.8 * textLength(block);
}

function postsOfAny(document: Document): readonly Element[] {
  const said = queryDeep(document, declared).slice(0, mostBlocks).filter(isPost);
  if (said.length > 0) return withoutWrappers(said);
  const rows = new Set<Element>();
  for (const sign of queryDeep(document, signs).slice(0, mostBlocks)) {
    const row = rowAround(sign);
    if (row !== undefined) rows.add(row);
  }
  if (rows.size > 0) return withoutWrappers(inPageOrder(Array.from(rows)));
  const blocks = queryDeep(document, plain).slice(0, mostBlocks).filter(isPlainBlock);
  return withoutWrappers(blocks);
}

/** Whether a declared post is one: it has content, and is not part of another post's quotation. */
function isPost(said: Element): boolean {
  const parent = parentDeep(said);
  return hasContent(said) && (parent === undefined || closestDeep(parent, quotation) === undefined);
}

/** Sorts into document order; blocks of several trees keep their order. */
function inPageOrder(blocks: readonly Element[]): readonly Element[] {
  const trees = new Set(blocks.map(block => Node.prototype.getRootNode.call(block)));
  return trees.size === 1 ? inOrder(blocks) : blocks;
}

/** The nearest block around an element that looks like a post; undefined in menus and on an empty page. */
export function postAround(element: Element): Element | undefined {
  const known = kindPostAround(element);
  if (known !== undefined) return known;
  const quoted = outermostQuotation(element);
  const said = closestDeep(quoted ?? element, declared);
  if (said !== undefined && isPost(said)) return said;
  const row = rowAround(element);
  if (row !== undefined) return row;
  for (let block = closestDeep(element, plain); block !== undefined; ) {
    if (isPlainBlock(block)) return block;
    const parent = parentDeep(block);
    block = parent && closestDeep(parent, plain);
  }
  return undefined;
}

/** The outermost quotation around the element that is not itself declared as a post; undefined when there is none. */
function outermostQuotation(element: Element): Element | undefined {
  let outer: Element | undefined;
  for (let found = closestDeep(element, quotation); found !== undefined; ) {
    if (!matches(found, declared)) outer = found;
    const parent = parentDeep(found);
    found = parent && closestDeep(parent, quotation);
  }
  return outer;
}

/** The block that the address's fragment names, or whose own link is the address; undefined when there is none. */
export function postAt(document: Document, address: URL): Element | undefined {
  const name = address.hash.slice(1);
  const byNumber = kindPostNamed(document, name);
  if (byNumber !== undefined) return byNumber;
  if (name !== '') {
    const quoted = JSON.stringify(decode(name));
    const target = queryDeep(document, `[id=${quoted}], a[name=${quoted}]`)[0];
    if (target !== undefined) {
      const around = postAround(target) ?? blockWithin(target);
      return around !== undefined && isOther(around, name) ? undefined : around;
    }
  }
  const found = posts(document)
    .slice(0, mostInside)
    .filter(post => isAt(post, address));
  return found.length === 1 ? found[0] : undefined;
}

/** The only post of a known program with the number at the end of the anchor. */
function kindPostNamed(document: Document, anchor: string): Element | undefined {
  const asked = numberOf(anchor);
  const found = asked === undefined ? [] : kindPosts(document).filter(post => kindPostId(post) === asked);
  return found.length === 1 ? found[0] : undefined;
}

function numberOf(anchor: string): string | undefined {
  return /^[a-z]*[-_]?(\d{1,19})$/i.exec(anchor)?.[1];
}

/** Whether an anchor names another post than the known program's post around it, whose words may contain it. */
function isOther(post: Element, anchor: string): boolean {
  const own = kindPostId(post);
  const asked = numberOf(anchor);
  return own !== undefined && asked !== undefined && own !== asked;
}

/** Whether the post's own link leads to the address, ignoring tracking parameters. */
function isAt(post: Element, address: URL): boolean {
  const kind = kindOfPost(post);
  if (kind !== undefined) return kindPermalink(post, kind, address) === withoutTracking(address);
  return linkOf(post, address)?.href === address.href;
}

function blockWithin(target: Element): Element | undefined {
  return queryDeep(target, declared).find(hasContent);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The post's own elements, without those of a post inside it, such as an answer. */
export function ownElements(post: Element, selector: string): Element[] {
  const inside = postsInside(post);
  return queryDeep(post, selector).filter(found => !inside.some(inner => containsDeep(inner, found)));
}

/** Whether a part of a post contains a post of somebody else, such as an answer. */
export function holdsPost(post: Element, part: Element): boolean {
  return postsInside(post).some(inner => inner !== part && containsDeep(part, inner) && isPost(inner));
}

/** The outermost posts inside this one. A block with nearly all of its text is the post itself. */
function postsInside(post: Element): Element[] {
  const whole = 0.9 * textLength(post);
  const inside: Element[] = [];
  for (const inner of queryDeep(post, `${declared}, ${ofOthers}`).slice(0, mostInside)) {
    const last = inside.at(-1);
    const isNested = last !== undefined && containsDeep(last, inner);
    const isPosts = matches(inner, declared) || queryFirst(inner, someone) !== undefined;
    if (!isNested && isPosts && hasContent(inner) && textLength(inner) < whole) inside.push(inner);
  }
  return inside;
}

function textLength(element: Element): number {
  const inside = shadowsIn(element).flatMap(shadow => wordsOf(shadow));
  return [textContentOf(element), ...inside].join('').trim().length;
}

/** The post's own link to itself: one marked as permanent, or the link around its time. */
export function linkOf(post: Element, base: URL): URL | undefined {
  const marked = ownElements(
    post,
    'a[rel~="bookmark"][href], a.permalink[href], a.post-date[href], a[itemprop="url"][href]',
  ).filter(link => isOfPost(link, post));
  const timed = ownElements(post, 'a[href] time').map(time => closestDeep(time, 'a[href]'));
  for (const link of [...marked, ...timed]) {
    const href = link === undefined ? undefined : hrefOf(link);
    if (href === undefined || !URL.canParse(href, base.href)) continue;
    const address = new URL(href, base.href);
    if (/^https?:$/.test(address.protocol) && address.host === base.host) return address;
  }
  return undefined;
}

/** Whether a property belongs to the post, and not to its author or a picture in it. */
function isOfPost(property: Element, post: Element): boolean {
  const item = closestDeep(property, '[itemscope]');
  return item === undefined || item === post || !containsDeep(post, item);
}

/** The text of a shadow root, without its style sheets. */
function wordsOf(shadow: ShadowRoot): string[] {
  const parts = childNodesOf(shadow).filter(
    node => !isElement(node) || !/^(?:style|script)$/.test(nameOf(node)),
  );
  return parts.filter(node => isElement(node) || nodeTypeOf(node) === 3).map(textContentOf);
}

function hasContent(element: Element): boolean {
  if (/\S/.test(textContentOf(element))) return true;
  if (queryFirst(element, 'img, video, canvas, picture') !== undefined) return true;
  return textLength(element) > 0;
}

function isPlainBlock(element: Element): boolean {
  return hasContent(element) && closestDeep(element, furniture) === undefined;
}

/** Drops a block whose whole content is one other block, so that each post is offered once. */
function withoutWrappers(blocks: readonly Element[]): Element[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return next === undefined || !containsDeep(block, next) || textLength(next) < 0.9 * textLength(block);
  });
}

/** The element, or its nearest ancestor, in a row of at least three similar blocks, each with a sign. */
function rowAround(element: Element): Element | undefined {
  let block: Element | undefined = element;
  for (let climbed = 0; block !== undefined && climbed < highestClimb; climbed += 1) {
    if (likeBlocks.test(nameOf(block)) && isRow(block)) return block;
    block = parentDeep(block);
  }
  return undefined;
}

function isRow(block: Element): boolean {
  const parent = parentNodeOf(block);
  if (parent === null || closestDeep(block, furniture) !== undefined) return false;
  const first = firstClass(block);
  const similar = childNodesOf(parent)
    .filter(isElement)
    .slice(0, mostBlocks)
    .filter(other => nameOf(other) === nameOf(block) && firstClass(other) === first);
  if (similar.length < 3 || !holdsSign(block)) return false;
  return similar.slice(0, 20).filter(holdsSign).length >= 3;
}

function holdsSign(block: Element): boolean {
  return matches(block, signs) || queryFirst(block, signs) !== undefined;
}

function firstClass(element: Element): string {
  return (attributeOf(element, 'class') ?? '').trim().split(/\s+/)[0] ?? '';
}
