import { hrefOf } from '../../dom/links.ts';
import { closestDeep, containsDeep, parentDeep, queryDeep } from '../../dom/shadow.ts';
import { attributeOf, closestOf, containsNode, matches, textContentOf } from '../../dom/tree.ts';
import type { Account, RelatedPost } from '../../model/post.ts';
import type { ReadPost, Viewer } from '../contract.ts';
import { webAddress, withoutTracking } from '../hosts.ts';
import { mediaOf } from '../reading/media.ts';
import { nameIn, profileIn, websiteIn } from '../reading/names.ts';
import { displayed, present, unlessEmpty } from '../reading/present.ts';
import { wordsOf } from '../reading/quotations.ts';
import { lineOf, longestLine, postText } from '../reading/text.ts';
import { machineTimeOf } from '../sites/web/time.ts';
import { pageKinds } from './index.ts';
import type { PageKind, Parts } from './kind.ts';

const mostPosts = 5_000;
const anyPost = pageKinds.map(({ post }) => post).join(', ');
/** Bodies of posts on pages of any program: a block inside one was written by a person, whatever it looks like. */
const anyBody = [
  ...pageKinds.map(({ body }) => body),
  '[itemprop="text"], [itemprop="articleBody"], .entry-content, .post-content, .post-body, .e-content',
].join(', ');

const manyNames = 'More than one name stands where the author is expected; none was taken.';
const answered = 'The page shows an answer of somebody else in this block; it is a post of its own.';
const isAnswer = 'The page shows this as the answer of whoever the review is about; it names nobody.';
const manyTimes = 'More than one time stands where the time is expected; none was taken.';

/** Every post of a known program on the page, in document order, except blocks within the words of another. */
export function kindPosts(document: Document): Element[] {
  return queryDeep(document, anyPost)
    .slice(0, mostPosts)
    .filter(post => kindOfPost(post) !== undefined);
}

/** The innermost post of a known program around the element; undefined when there is none. */
export function kindPostAround(element: Element): Element | undefined {
  for (let post = closestDeep(element, anyPost); post !== undefined; ) {
    if (kindOfPost(post) !== undefined) return post;
    const parent = parentDeep(post);
    post = parent && closestDeep(parent, anyPost);
  }
  return undefined;
}

/** The kind of page that the block is a post of; undefined for other blocks, and within the words of a post. */
export function kindOfPost(block: Element): PageKind | undefined {
  const kind = pageKinds.find(each => isOfKind(block, each));
  if (kind === undefined || standsInWords(block)) return undefined;
  return bodiesOf(block, kind).length > 0 ? kind : undefined;
}

/** Whether a block is within the words of a post, where their writer may have put it. */
export function standsInWords(block: Element): boolean {
  const parent = parentDeep(block);
  return parent !== undefined && closestDeep(parent, anyBody) !== undefined;
}

function isOfKind(block: Element, { post, holds = [], lacks, idOf }: PageKind): boolean {
  if (!matches(block, post) || idOf(block) === undefined) return false;
  if (lacks !== undefined && queryDeep(block, lacks).length > 0) return false;
  return holds.every(part => queryDeep(block, part).length > 0);
}

/** The outermost elements with the post's own words, without those of a post inside it, such as an answer. */
function bodiesOf(post: Element, kind: PageKind): Element[] {
  const found = queryDeep(post, kind.body).filter(body => blockAround(body, post, kind) === post);
  return found.filter(it => !found.some(other => other !== it && containsDeep(other, it)));
}

/**
 * The nearest block around an element that looks like a post from outside and is not within words, even when parts of
 * it are missing: what belongs to an unreadable post belongs to no other.
 */
function blockAround(element: Element, post: Element, kind: PageKind): Element | undefined {
  let around: Element | undefined;
  for (let at: Element | undefined = element; at !== undefined; at = parentDeep(at)) {
    if (matches(at, kind.body)) around = undefined;
    else if (around === undefined && matches(at, anyPost)) around = at;
    if (at === post) return around;
  }
  return undefined;
}

function partsOf(post: Element, kind: PageKind): Parts {
  const bodies = bodiesOf(post, kind);
  const own = (selector: string) =>
    queryDeep(post, selector).filter(
      found => !bodies.some(body => containsDeep(body, found)) && blockAround(found, post, kind) === post,
    );
  return { post, own };
}

/** The number of a post of a known kind; undefined when it has none of its own. */
export function kindPostId(post: Element): string | undefined {
  const kind = kindOfPost(post);
  return kind?.answers === undefined ? kind?.idOf(post) : undefined;
}

/** The post that an answer is inside, with its kind. */
function answeredBy(post: Element, { answers }: PageKind): { post: Element; kind: PageKind } | undefined {
  const parent = parentDeep(post);
  const around = answers === undefined || parent === undefined ? undefined : closestDeep(parent, answers);
  const kind = around && kindOfPost(around);
  return around === undefined || kind === undefined ? undefined : { post: around, kind };
}

/** The post's own link to itself, else the page's address with the block's anchor; undefined when it has neither. */
export function kindPermalink(post: Element, kind: PageKind, page: URL): string | undefined {
  const { own } = partsOf(post, kind);
  const links = new Set(
    (kind.link === undefined ? [] : own(kind.link))
      .map(link => webAddress(hrefOf(link), page))
      .filter(address => address?.host === page.host)
      .map(address => address && withoutTracking(address)),
  );
  const [link] = links;
  if (links.size === 1 && link !== undefined) return link.slice(0, longestLine);
  const id = attributeOf(post, 'id');
  if (id === undefined || !/^[\w-]{1,100}$/.test(id)) return undefined;
  const address = new URL(page.href);
  address.hash = id;
  return withoutTracking(address);
}

/** What a post of a known program shows. An ambiguous author is left out. */
export function readKind(post: Element, kind: PageKind, page: URL, viewer: Viewer): ReadPost {
  const parts = partsOf(post, kind);
  const notes: string[] = [];
  const account = authorOf(kind, parts, page, notes);
  const time = timeOf(kind, parts, notes);
  const bodies = bodiesOf(post, kind);
  const words = bodies.map(body => wordsOf(body));
  const joined = words.map(({ text }) => text).filter(text => text !== undefined);
  const { text, note } = postText(joined.join('\n\n'));
  const around = answeredBy(post, kind);
  const above = around && readKind(around.post, around.kind, page, viewer);
  const related: RelatedPost[] = [
    ...(above === undefined ? [] : [parentOf(above)]),
    ...(kind.relatedOf?.(parts) ?? []),
    ...words.flatMap(each => each.related),
  ];
  const edited = kind.edited === undefined ? undefined : parts.own(kind.edited)[0];
  if (kind.answer !== undefined && queryDeep(post, kind.answer).length > 0) notes.push(answered);
  if (kind.answers !== undefined) notes.push(isAnswer);
  notes.push(...words.flatMap(each => each.notes), ...(note === undefined ? [] : [note]));
  const media = mediaOf(bodies.flatMap(body => queryDeep(body, 'img, video')));
  return present<ReadPost>({
    reader: `web/${kind.name.toLowerCase().replaceAll(' ', '-')}`,
    kind: kind.kind,
    postId: kindPostId(post),
    parentId: above?.postId,
    permalink: kindPermalink(post, kind, page),
    account,
    text,
    displayedTime: displayed(time && lineOf(textContentOf(time)), viewer),
    machineTime: time && machineTimeOf(time),
    edited: lineOf(edited && textContentOf(edited)),
    media: unlessEmpty(media),
    related: unlessEmpty(related),
    notes: unlessEmpty(Array.from(new Set(notes))),
  });
}

function parentOf({ postId, permalink, account, text }: ReadPost): RelatedPost {
  return present<RelatedPost>({ relation: 'parent', postId, permalink, account: unlessEmpty(account), text });
}

/** The account whose name the post shows; empty where the page shows no name, or more than one. */
function authorOf(kind: PageKind, parts: Parts, page: URL, notes: string[]): Account {
  const names = new Map<string, Element>();
  for (const element of kind.author === undefined ? [] : parts.own(kind.author)) {
    const name = nameIn(element);
    const known = name === undefined ? undefined : names.get(name);
    if (name !== undefined && (known === undefined || linkAt(known) === undefined)) names.set(name, element);
  }
  const said = kind.accountOf?.(parts) ?? {};
  const [only] = names;
  if (names.size > 1) {
    notes.push(manyNames);
    return {};
  }
  const [name, element] = only ?? [];
  const link = element && linkAt(element);
  const website = websiteIn(link, page);
  if (website !== undefined) notes.push(`Website given by the author: ${website}`);
  // Where the code gives one name and the page shows another, it is not known whose profile the link leads to.
  if (said.displayName !== undefined && name !== undefined && said.displayName !== name) {
    return { displayName: said.displayName };
  }
  const own = name?.replace(/^@/, '');
  const profileAddress =
    kind.profile === undefined ? profileIn(link, page) : profileAt(parts.own(kind.profile), page);
  const isHandle = kind.showsHandle === true && own !== undefined && isSpeltIn(own, profileAddress);
  return present<Account>({
    handle: isHandle ? own : undefined,
    displayName: isHandle ? undefined : name,
    profileAddress,
    ...said,
  });
}

/** Whether a handle is spelled the same in its profile's address; letters of two scripts may look alike. */
function isSpeltIn(name: string, profileAddress: string | undefined): boolean {
  if (profileAddress === undefined) return true;
  const { pathname, search } = new URL(profileAddress);
  return [encodeURIComponent(name), encodeURI(name)].some(each =>
    (pathname + search).toLowerCase().includes(each.toLowerCase()),
  );
}

/** The one profile that the links lead to; undefined where they lead to none or several. */
function profileAt(links: readonly Element[], page: URL): string | undefined {
  const profiles = new Set(links.map(link => profileIn(link, page)).filter(each => each !== undefined));
  return profiles.size === 1 ? Array.from(profiles)[0] : undefined;
}

function linkAt(name: Element): Element | undefined {
  return closestOf(name, 'a[href]') ?? queryDeep(name, 'a[href]')[0];
}

function timeOf(kind: PageKind, { own }: Parts, notes: string[]): Element | undefined {
  const times = (kind.time === undefined ? [] : own(kind.time)).filter(
    (time, _at, all) => !all.some(other => other !== time && containsNode(time, other)),
  );
  const distinct = new Set(times.map(time => machineTimeOf(time)?.at ?? textContentOf(time).trim()));
  if (distinct.size > 1) notes.push(manyTimes);
  return distinct.size === 1 ? times[0] : undefined;
}
