import { hrefOf } from '../../../dom/links.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  matches,
  nameOf,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { webAddress } from '../../hosts.ts';
import { kindOfPost, readKind, standsInWords } from '../../page-kinds/read.ts';
import { standsAsAuthor } from '../../reading/name-place.ts';
import { isName, isPartlyHidden, nameIn, profileIn, websiteIn } from '../../reading/names.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { quotation, type Words, wordsOf } from '../../reading/quotations.ts';
import { lineOf, longestLine } from '../../reading/text.ts';
import { holdsPost, linkOf, ownElements, posts } from './blocks.ts';
import { headOf, linkedDataOf, type PageFacts } from './data.ts';
import { kindOf, permalinkOf, postIdOf } from './identity.ts';
import { machineTimeOf, unixAttributes } from './time.ts';

/** Where pages put an author, surest first; the first kind with exactly one name is taken. */
const authorMarks = [
  '[itemprop="author"]',
  '[itemprop="creator"]',
  'a[rel~="author"]',
  '.p-author, .h-card .p-name, .fn',
  '.author-name, .username, .user-name, .postauthor, .comment-author, .wpd-comment-author, a.person-listing',
  '.author',
];

/** What marks a name within a place for the author. */
const innerNames = '[itemprop="name"], .fn, .p-name, .author-name, .username';

const bodyMarks = [
  '[itemprop="text"], [itemprop="articleBody"], [itemprop="commentText"]',
  '.message-body .bbWrapper, .cooked, .postcontent, .postbody .content',
  '.js-post__content-text, .Post-body, .postmsg, [component="post/content"]',
  '.post-body, .post-content, .message-body, .comment-content, .comment-text, .wpd-comment-text, .e-content, .entry-content',
];

/** A linked name in a plain paragraph is a mention by the writer. */
const paragraph = 'p:not([class*="author" i], [class*="byline" i], [class*="meta" i])';
const quotedOrBody = `${bodyMarks.join(',')}, ${quotation}, q, cite:not(.fn, :has(.fn))`;

const manyNames = 'More than one name stands where the author is expected; none was taken.';
const hiddenName =
  'Where the author is expected, the page hides letters or writes them by style; no name was taken.';
const inWords =
  'The block stands among the words of another post, where whoever wrote those can have put it; no author was taken.';
const manyTimes = 'More than one time stands in this post; none was taken as the time it was posted.';

const editMarks = '.message-lastEdit, .post-info.edits, .lastedit, .edited, .postbody .notice';

/** For a block in which the words of two posts cannot be told apart. */
const twoPeoples: Words = {
  related: [],
  notes: [
    'Another post stands among the words of this block; they were not told apart, and none were taken.',
  ],
};

/** What the block shows. Name, time and number are left out wherever the page leaves a doubt. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  const kind = kindOfPost(post);
  return kind === undefined ? readAny(post, address, viewer) : readKind(post, kind, address, viewer);
}

function readAny(post: Element, address: URL, viewer: Viewer): ReadPost {
  const notes: string[] = [];
  const permalink = permalinkOf(post, address);
  const facts = factsOf(post, permalink, address);
  const isInWords = standsInWords(post);
  if (isInWords) notes.push(inWords);
  const body = bodyOf(post);
  const account = isInWords ? {} : authorOf(post, body, address, notes);
  const time = timeOf(post, address, notes);
  const { text, related, notes: ofText }: Words = holdsPost(post, body) ? twoPeoples : wordsOf(body);
  notes.push(...ofText);
  notes.push(...differences(account, time, facts));
  return present<ReadPost>({
    reader: 'web/any',
    kind: kindOf(post),
    postId: postIdOf(post),
    permalink,
    account: unlessEmpty(account) ?? (isInWords || leavesOpen(notes) ? {} : accountIn(facts)),
    text,
    displayedTime: displayed(time.shown, viewer),
    machineTime: time.machine ?? (notes.includes(manyTimes) ? undefined : facts.machineTime),
    edited: lineOf(ownElements(post, editMarks).map(textContentOf)[0]),
    media: unlessEmpty(mediaOf(post, address)),
    related: unlessEmpty(related),
    notes: unlessEmpty(notes),
  });
}

/** Whether names in the post were left out; then data elsewhere on the page may be about anybody. */
function leavesOpen(notes: readonly string[]): boolean {
  return notes.includes(manyNames) || notes.includes(hiddenName);
}

/** What the page says of this post elsewhere: in data with its link, or in the head of a page with one post. */
function factsOf(post: Element, permalink: string | undefined, page: URL): PageFacts {
  const document = documentOf(post);
  if (document === null) return {};
  const linked = permalink === undefined ? {} : linkedDataOf(document, permalink, page);
  const isAlone = matches(post, whole) && kindOf(post) === 'post' && soleOf(document) === post;
  return { ...(isAlone && headOf(document, page)), ...linked };
}

/** What may be the whole subject of a page. */
const whole = 'article, [role="article"], [itemtype$="Article"], [itemtype$="Posting"], .hentry, .h-entry';

/** The only post of a page whose other blocks are all comments. */
function soleOf(document: Document): Element | undefined {
  const candidates = posts(document).filter(block => kindOf(block) === 'post');
  return candidates.length === 1 ? candidates[0] : undefined;
}

function accountIn({ name, profileAddress }: PageFacts): Account {
  return {
    ...(name !== undefined && nameToAccount(name)),
    ...(profileAddress !== undefined && { profileAddress: profileAddress.slice(0, longestLine) }),
  };
}

/** Notes where the page's own data differs from the post; both are kept. */
function differences(account: Account, time: ReadTime, facts: PageFacts): string[] {
  const shown = account.displayName ?? account.handle;
  const isOther = shown !== undefined && facts.name !== undefined;
  const mine = time.machine;
  const theirs = facts.machineTime;
  const apart = mine && theirs && Math.abs(Date.parse(mine.at) - Date.parse(theirs.at)) / 1000;
  const tolerance = (mine?.toleranceSeconds ?? 0) + (theirs?.toleranceSeconds ?? 0);
  return [
    ...(isOther && shown.toLowerCase() !== facts.name?.toLowerCase()
      ? [`The page’s own data names the author “${facts.name}”.`]
      : []),
    ...(apart !== undefined && apart > tolerance
      ? [`The page’s own data names the time ${theirs?.at}.`]
      : []),
  ];
}

function authorOf(post: Element, words: Element, address: URL, notes: string[]): Account {
  const body = words === post ? undefined : words;
  const said = lineOf(attributeOf(post, 'data-author'));
  if (said !== undefined && isName(said)) return accountSaid(post, said, address);
  let isHidden = false;
  for (const mark of authorMarks) {
    const found = outer(ownElements(post, mark)).filter(element => !isMention(post, element));
    const names = new Map<string, Element>();
    const candidates = found
      .flatMap(element => marked(element, address))
      .filter(element => !leadsToPlace(element, address));
    const places = candidates.filter(element => standsAsAuthor(element, { post, names: candidates, body }));
    for (const element of places) {
      const name = nameIn(element);
      if (name !== undefined && !names.has(name)) names.set(name, element);
    }
    const [only] = names;
    if (names.size === 1 && only !== undefined) return accountOf(post, only[0], only[1], address, notes);
    if (names.size > 1) {
      notes.push(manyNames);
      return {};
    }
    isHidden ||= places.some(isPartlyHidden);
  }
  if (isHidden) notes.push(hiddenName);
  return {};
}

/** The name on the post, with the profile of a link that shows the same name. */
function accountSaid(post: Element, said: string, address: URL): Account {
  const link = ownElements(post, 'a[href]')
    .filter(element => !isMention(post, element))
    .find(element => lineOf(textContentOf(element)) === said && profileIn(element, address) !== undefined);
  return link === undefined ? nameToAccount(said) : accountOf(post, said, link, address, []);
}

/** The innermost elements marked as a name within a place for the author; the place itself when there are none. */
function marked(place: Element, page: URL): readonly Element[] {
  const names = ownElements(place, innerNames);
  if (names.length > 0)
    return names.filter(it => !names.some(other => other !== it && containsNode(it, other)));
  const links = ownElements(place, 'a[href]').filter(
    link => profileIn(link, page) !== undefined && lineOf(textContentOf(link)) !== undefined,
  );
  return links.length > 0 ? links : [place];
}

const place =
  /\/(?:groups?|communit(?:y|ies)|categor(?:y|ies)|tags?|topics?|channels?|events?|gruppen?|groupes?|grupos?)\/[^/]/i;

/** Whether a name is that of a group or another place on the site where somebody wrote. */
function leadsToPlace(name: Element, page: URL): boolean {
  const link = linkAt(name);
  const address = webAddress(link && hrefOf(link), page);
  if (link === undefined || address?.host !== page.host || profileIn(link, page) !== undefined) return false;
  return place.test(address.pathname);
}

/** Whether a name is a mention: within the post's text or a quotation, or linked in a paragraph. */
function isMention(post: Element, name: Element): boolean {
  const isSaid = matches(name, '[itemprop], [rel~="author"]');
  return isWithin(post, name, isSaid ? quotedOrBody : `${quotedOrBody}, ${paragraph}`);
}

/** Whether the element is within a part of the post that matches. */
function isWithin(post: Element, element: Element, selector: string): boolean {
  const inside = closestOf(element, selector);
  return inside !== undefined && inside !== post && containsNode(post, inside);
}

function outer(elements: readonly Element[]): Element[] {
  return elements.filter(it => !elements.some(other => other !== it && containsNode(other, it)));
}

function nameToAccount(name: string): Account {
  return /^@\S+$/.test(name) ? { handle: name.slice(1) } : { displayName: name };
}

function accountOf(post: Element, name: string, element: Element, base: URL, notes: string[]): Account {
  const link = linkAt(element);
  const profile = profileIn(link, base);
  const website = websiteIn(link, base);
  if (website !== undefined) notes.push(`Website given by the author: ${website}`);
  const handle =
    /\/@([\w.-]{1,100})\/?$/.exec(profile === undefined ? '' : new URL(profile).pathname)?.[1] ??
    /^[\w.-]{1,100}$/.exec((link && attributeOf(link, 'data-user-card')) ?? '')?.[0];
  // Discourse has the author's number on the post itself.
  const numbered = matches(post, '[data-post-id][data-topic-id]') ? post : undefined;
  const said =
    attributeOf(link ?? element, 'data-user-id') ?? (numbered && attributeOf(numbered, 'data-user-id'));
  const accountId = /^\d{1,19}$/.exec(said ?? '')?.[0];
  return {
    ...nameToAccount(name),
    ...(handle !== undefined && { handle }),
    ...(accountId !== undefined && { accountId }),
    ...(profile !== undefined && { profileAddress: profile }),
  };
}

/** The link around a name, inside it, or in the microdata of its person. */
function linkAt(name: Element): Element | undefined {
  const person = closestOf(name, '[itemprop="author"]');
  return (
    closestOf(name, 'a[href]') ??
    ownElements(name, 'a[href]')[0] ??
    (person && ownElements(person, 'a[itemprop="url"][href]')[0])
  );
}

interface ReadTime {
  readonly shown?: string;
  readonly machine?: NonNullable<ReadPost['machineTime']>;
}

function timeOf(post: Element, base: URL, notes: string[]): ReadTime {
  const selector = `time, ${unixAttributes.map(name => `[${name}]`).join(', ')}, [itemprop="datePublished"], [itemprop="dateCreated"]`;
  const found = outer(ownElements(post, selector)).filter(element => !isWithin(post, element, quotedOrBody));
  const linked = found.filter(element => isLinked(element, post, base));
  const candidates = linked.length > 0 ? linked : found;
  const times = candidates.map(element => ({ element, machine: machineTimeOf(element) }));
  const distinct = new Set(times.map(({ element, machine }) => machine?.at ?? textContentOf(element).trim()));
  if (distinct.size > 1) {
    notes.push(manyTimes);
    return {};
  }
  const [first] = times;
  if (first === undefined) {
    const machine = machineTimeOf(post);
    return machine === undefined ? {} : { machine };
  }
  const shown = lineOf(textContentOf(first.element));
  return { ...(shown !== undefined && { shown }), ...(first.machine && { machine: first.machine }) };
}

function isLinked(time: Element, post: Element, base: URL): boolean {
  const link = closestOf(time, 'a[href]');
  if (link === undefined || !containsNode(post, link)) return false;
  return webAddress(hrefOf(link), base)?.href === linkOf(post, base)?.href;
}

function bodyOf(post: Element): Element {
  for (const mark of bodyMarks) {
    const bodies = outer(ownElements(post, mark));
    const [only] = bodies;
    if (bodies.length === 1 && only !== undefined) return only;
  }
  return post;
}

function mediaOf(post: Element, base: URL): { kind: string; address?: string; alt?: string }[] {
  const kinds: Readonly<Record<string, string>> = { img: 'image', video: 'video', audio: 'audio' };
  return ownElements(post, 'img, video, audio')
    .slice(0, 50)
    .map(element => {
      const address = webAddress(hrefOf(element, 'src') ?? hrefOf(element, 'poster'), base)?.href;
      const alt = lineOf(attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label'));
      const fits = address !== undefined && address.length <= longestLine;
      return {
        kind: kinds[nameOf(element)] ?? 'image',
        ...(fits && { address }),
        ...(alt !== undefined && { alt }),
      };
    });
}
