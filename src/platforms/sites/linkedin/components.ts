import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  matches,
  parentOf,
  queryAll,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { isName } from '../../reading/names.ts';
import { inOrder, ownParts } from '../../reading/parts.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { linkedAccount } from './account.ts';

/*
 * Marks of the pages for members since 2026, whose classes are hashed, so `componentkey` and `data-testid` are used
 * (page scripts in public code, 2026-07). Both parts of a comment's frame have the same key.
 */
const mark = {
  comment: '[componentkey^="replaceableComment_urn:li:comment:"]',
  post: '[role="listitem"][componentkey*="FeedType_"]',
  words: '[data-testid="expandable-text-box"]',
  more: '[data-testid="expandable-text-button"]',
  people: 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"]',
} as const;
const everyPost = `${mark.comment}, ${mark.post}`;
const commentForm =
  /^replaceableComment_urn:li:comment:\((?:urn:li:)?(?<type>activity|ugcPost|share):(?<parentId>\d{19}),(?<postId>\d{19})\)$/;

/** Every post and comment of a page in this layout, in document order. */
export function components(document: Document): readonly Element[] {
  return inOrder(queryAll(document, everyPost).filter(isWhole));
}

/** Whether the element is a post or comment in this layout. */
export function isComponent(element: Element): boolean {
  return matches(element, everyPost) && isWhole(element);
}

/** The comment with this number; undefined when it is not on the page. */
export function commentWith(document: Document, postId: string): Element | undefined {
  return components(document).find(post => numbersOf(post)?.['postId'] === postId);
}

/** The only post of a post's own page, which has no number of its own; undefined on every other page. */
export function solePost(document: Document): Element | undefined {
  const found = components(document).filter(post =>
    matches(post, `[data-sdui-screen$=".feed.UpdateDetail"] ${mark.post}`),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Whether it is a whole post or comment: outside anybody's words, and not the inner part of a comment's frame. */
function isWhole(post: Element): boolean {
  const parent = parentOf(post);
  if (parent === null || closestOf(parent, mark.words) !== undefined) return false;
  if (!matches(post, mark.comment)) return closestOf(parent, everyPost) === undefined;
  const outer = closestOf(parent, mark.comment);
  const isInner =
    outer !== undefined && attributeOf(outer, 'componentkey') === attributeOf(post, 'componentkey');
  return numbersOf(post) !== undefined && !isInner;
}

function numbersOf(post: Element): Readonly<Record<string, string>> | undefined {
  return commentForm.exec(attributeOf(post, 'componentkey') ?? '')?.groups;
}

/** What the post or comment shows: author and words of one frame; neither where it shows two people's. */
export function readComponent(post: Element, address: URL, viewer: Viewer): ReadPost {
  const inside = queryAll(post, everyPost).filter(inner => inner !== post && isWhole(inner));
  const boxes = ownParts(post, mark.words, inside).filter(
    (box, _at, all) => !all.some(other => other !== box && containsNode(other, box)),
  );
  const { type, parentId, postId } = numbersOf(post) ?? {};
  const [box] = boxes;
  const isShared = boxes.length > 1;
  const own = (selector: string) =>
    ownParts(post, selector, [...inside, ...boxes]).filter(found => isInOwnFrame(found, post));
  const { text, note } = postText(box === undefined || isShared ? '' : wordsOf(box));
  const isCut = !isShared && ownParts(post, mark.more, inside).length > 0;
  return present<ReadPost>({
    reader: 'linkedin/2026-07',
    kind: postId === undefined ? 'post' : 'comment',
    postId,
    parentId,
    ids: postId === undefined ? undefined : { urn: `urn:li:comment:(${type}:${parentId},${postId})` },
    account: isShared ? {} : authorOf(own(mark.people), address),
    text,
    displayedTime: displayed(ageIn(own('p, span, time')), viewer),
    notes: unlessEmpty([
      ...(isShared
        ? [
            'More than one text stands in this post, as where one shares another’s; neither author nor text was taken.',
          ]
        : []),
      ...(isCut ? ['The page may show only the beginning of the text.'] : []),
      ...(note === undefined ? [] : [note]),
    ]),
  });
}

/** Whether no other comment is between the element and the post. */
function isInOwnFrame(element: Element, post: Element): boolean {
  const around = closestOf(element, everyPost);
  return (
    around === post ||
    (around !== undefined && attributeOf(around, 'componentkey') === attributeOf(post, 'componentkey'))
  );
}

/** The only profile linked outside the words; empty where there are more. */
function authorOf(links: readonly Element[], base: URL): Account {
  // Above a post the page shows who likes it or commented, which may be the only linked name.
  if (links.some(isInSentence)) return {};
  const accounts = links.map(link => linkedAccount(link, base));
  const addresses = new Set(accounts.map(({ profileAddress }) => profileAddress));
  const [account] = accounts;
  if (account?.profileAddress === undefined || addresses.size !== 1) return {};
  const names = new Set(links.map(nameIn).filter(name => name !== undefined));
  const { handle, accountId, profileAddress } = account;
  return present<Account>({
    handle,
    displayName: names.size === 1 ? Array.from(names)[0] : undefined,
    accountId,
    profileAddress,
  });
}

/** Whether a link is in a sentence, as in “Kim likes this”; a degree of connection, “• 2nd”, is no sentence. */
function isInSentence(link: Element): boolean {
  const line = parentOf(link);
  if (line === null || !matches(line, 'p, span')) return false;
  const rest = textContentOf(line).replace(textContentOf(link), '');
  return /\p{L}/u.test(rest.replace(/\d+\p{L}{0,3}\+?/gu, ''));
}

/** The name in a link that contains nothing else; undefined with a headline or badge, which makes it doubtful. */
function nameIn(link: Element): string | undefined {
  const lines = queryAll(link, 'p, span');
  const leaves = lines.filter(line => !lines.some(other => other !== line && containsNode(line, other)));
  if (leaves.length > 1) return undefined;
  const name = lineOf(textContentOf(leaves[0] ?? link));
  return name !== undefined && name === lineOf(textContentOf(link)) && isName(name) ? name : undefined;
}

/** The age, such as “19h”, where exactly one is shown. */
function ageIn(lines: readonly Element[]): string | undefined {
  const ages = new Set(
    lines
      .map(line => /^(\d{1,3}\s?\p{L}{1,3}\.?)(?:\s*[•·].*)?$/u.exec(lineOf(textContentOf(line)) ?? '')?.[1])
      .filter(age => age !== undefined),
  );
  return ages.size === 1 ? Array.from(ages)[0] : undefined;
}

/** The words without the switch at their end that shows more of them. */
function wordsOf(box: Element): string {
  const words = writtenText(box);
  const more = queryAll(box, mark.more).map(writtenText).at(-1);
  return more !== undefined && more !== '' && words.endsWith(more) ? words.slice(0, -more.length) : words;
}
