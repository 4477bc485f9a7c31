import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  parentOf,
  previousElementOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, RelatedPost } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, firstSeen, isSeen, shownName } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { lineOf, postText, textWithPictures } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/** X's marks of its parts. Everything is read from the article with the permalink. */
const mark = {
  post: 'article[data-testid="tweet"]',
  author: '[data-testid="User-Name"]',
  text: '[data-testid="tweetText"]',
  time: 'a[href*="/status/"] time',
  context: '[data-testid="socialContext"]',
  cutShort: '[data-testid="tweet-text-show-more-link"]',
  edited: 'a[href$="/history"]',
  locked: '[data-testid="icon-lock"]',
  photo: '[data-testid="tweetPhoto"] img',
  video: 'video',
  quoted: '[role="link"], [aria-labelledby*="id__"], article',
  cell: '[data-testid="cellInnerDiv"]',
} as const;

const counters = {
  replies: '[data-testid="reply"]',
  reposts: '[data-testid="retweet"], [data-testid="unretweet"]',
  likes: '[data-testid="like"], [data-testid="unlike"]',
  bookmarks: '[data-testid="bookmark"], [data-testid="removeBookmark"]',
  views: 'a[href$="/analytics"]',
} as const;

/** Every post that is not inside another, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, mark.post).filter(post => outermost(post) === post);
}

/** The post around an element; a quoted post belongs to the post that quotes it. */
export function postAround(element: Element): Element | undefined {
  const post = closestOf(element, mark.post);
  return post === undefined ? undefined : outermost(post);
}

function outermost(post: Element): Element {
  let found = post;
  for (let next = outside(found); next !== undefined; next = outside(found)) found = next;
  return found;
}

function outside(post: Element): Element | undefined {
  const parent = parentOf(post);
  return parent === null ? undefined : closestOf(parent, mark.post);
}

/** The post whose own time links to this id. The first article of a post's page is often the post it answers. */
export function postAt(document: Document, postId: string): Element | undefined {
  return posts(document).find(post => linkOf(post, partsOf(post))?.postId === postId);
}

/** The post's own elements, and the blocks inside it that are quoted posts. */
interface Parts {
  readonly quoted: readonly Element[];
  own(selector: string): Element[];
}

function partsOf(post: Element): Parts {
  const quoted: Element[] = [];
  for (const author of queryAll(post, mark.author)) {
    const parent = parentOf(author);
    const block = parent === null ? undefined : closestOf(parent, mark.quoted);
    const inside = block !== undefined && block !== post && containsNode(post, block);
    if (inside && !quoted.some(known => containsNode(known, block))) quoted.push(block);
  }
  const own = (selector: string) =>
    queryAll(post, selector).filter(found => !quoted.some(block => containsNode(block, found)));
  return { quoted, own };
}

interface PostLink {
  readonly handle: string;
  readonly postId: string;
  readonly time: Element;
}

function linkOf(post: Element, parts: Parts): PostLink | undefined {
  for (const time of parts.own(mark.time)) {
    const link = closestOf(time, 'a[href]');
    const path = link === undefined || !containsNode(post, link) ? '' : (hrefOf(link) ?? '');
    const found = /^(?:https:\/\/(?:x|twitter)\.com)?\/(\w{1,15})\/status\/(\d{1,19})(?:[/?#]|$)/.exec(path);
    const [, handle, postId] = found ?? [];
    if (handle !== undefined && postId !== undefined) return { handle, postId, time };
  }
  return undefined;
}

/** What the post shows. Posts around or inside it appear only as related posts. */
export function read(post: Element, address: URL, viewer: Viewer): ReadPost {
  const parts = partsOf(post);
  const link = linkOf(post, parts);
  const { account, doubts } = authorOf(parts, link);
  const body = parts.own(mark.text)[0];
  const text = postText(body === undefined ? '' : writtenText(body));
  const machineTime = readMachineTime(link && attributeOf(link.time, 'datetime'));
  const shownTime = lineOf(link && textContentOf(link.time));
  const notes = [...doubts, ...notesOf(parts, link), ...(text.note === undefined ? [] : [text.note])];
  const media = mediaOf([...parts.own(mark.photo), ...parts.own(mark.video)]);
  const counts = countsOf(parts);
  const parent = parentAbove(post, link, address);
  const edited = lineOf(parts.own(mark.edited).map(textWithPictures).join(' '));
  const related = [
    ...(parent === undefined ? [] : [readParent(parent, viewer)]),
    ...parts.quoted.map(block => readRelated('quoted', block, viewer)),
  ];
  return {
    reader: 'x/2026-10',
    kind: 'post',
    account,
    ...(link && { postId: link.postId, permalink: `https://x.com/${link.handle}/status/${link.postId}` }),
    ...(text.text !== undefined && { text: text.text }),
    ...(shownTime !== undefined && { displayedTime: { text: shownTime, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(edited !== undefined && { edited }),
    ...(parts.own(mark.locked).length > 0 && { visibility: 'protected account' }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(media.length > 0 && { media }),
    ...(related.length > 0 && { related }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The author as shown, only where the name beside the post agrees with the post's own link. */
function authorOf(parts: Parts, link: PostLink | undefined): { account: Account; doubts: readonly string[] } {
  const block = firstSeen(parts.own(mark.author));
  const shown = block === undefined ? {} : readName(block);
  const differs = link && shown.handle && link.handle.toLowerCase() !== shown.handle.toLowerCase();
  if (differs) {
    const doubt = `The name shown is @${shown.handle}, but the post's own link names @${link.handle}. Neither was taken as the author.`;
    return { account: {}, doubts: [doubt] };
  }
  const handle = shown.handle ?? link?.handle;
  const profileAddress = handle === undefined ? {} : { handle, profileAddress: `https://x.com/${handle}` };
  return { account: { ...shown, ...profileAddress }, doubts: [] };
}

function readName(block: Element): Account {
  const profiles = queryAll(block, 'a[href^="/"]').filter(link => handleOf(link) !== undefined);
  const links = profiles.filter(isSeen);
  const spans = queryAll(block, 'span').filter(isSeen);
  const linked = links[0] && handleOf(links[0]);
  // A display name may look like somebody's handle: with two of them, neither is taken.
  const written = agreed(spans.map(span => /^@(\w{1,15})$/.exec(textContentOf(span).trim())?.[1]));
  const handle = linked ?? written;
  const displayName = shownName(profiles.length > 0 ? links[0] : spans[0]);
  const named = displayName !== undefined && displayName !== `@${handle}`;
  return { ...(handle !== undefined && { handle }), ...(named && { displayName }) };
}

/** The handle in a link to a profile. */
function handleOf(link: Element): string | undefined {
  return /^\/(\w{1,15})$/.exec(hrefOf(link) ?? '')?.[1];
}

/** The article in the cell above, which on this post's own page is the post that it answers. */
function parentAbove(post: Element, link: PostLink | undefined, address: URL): Element | undefined {
  if (link === undefined || !new RegExp(`/status/${link.postId}(?:/|$)`).test(address.pathname))
    return undefined;
  const cell = closestOf(post, mark.cell);
  const above = cell === undefined ? undefined : previousElementOf(cell);
  return above === undefined ? undefined : queryFirst(above, mark.post);
}

function readParent(post: Element, viewer: Viewer): RelatedPost {
  const link = linkOf(post, partsOf(post));
  return {
    ...readRelated('parent', post, viewer),
    ...(link && { postId: link.postId, permalink: `https://x.com/${link.handle}/status/${link.postId}` }),
  };
}

function readRelated(relation: RelatedPost['relation'], block: Element, viewer: Viewer): RelatedPost {
  const author = firstSeen(queryAll(block, mark.author));
  const body = queryFirst(block, mark.text);
  const { text } = postText(body === undefined ? '' : writtenText(body));
  const time = queryFirst(block, 'time');
  const shownTime = lineOf(time && textContentOf(time));
  const machineTime = readMachineTime(time && attributeOf(time, 'datetime'));
  return {
    relation,
    ...(author && { account: readName(author) }),
    ...(text !== undefined && { text }),
    ...(shownTime !== undefined && { displayedTime: { text: shownTime, ...viewer } }),
    ...(machineTime && { machineTime }),
  };
}

function notesOf(parts: Parts, link: PostLink | undefined): string[] {
  const context = lineOf(parts.own(mark.context).map(textWithPictures).join(' '));
  return [
    ...(context === undefined ? [] : [`Shown above the post: “${context}”.`]),
    ...(parts.own(mark.cutShort).length > 0 ? ['The page shows only the beginning of the text.'] : []),
    ...(link === undefined ? ['The post shows no link of its own, so its number was not read.'] : []),
  ];
}

/** The figures as shown ("1.2K"); where none is shown, the number in the accessible label. */
function countsOf(parts: Parts): Record<string, string> {
  const counts: Record<string, string> = {};
  for (const [name, selector] of Object.entries(counters)) {
    const element = parts.own(selector)[0];
    if (element === undefined) continue;
    const shown = /^\d.{0,30}$/.exec(lineOf(textContentOf(element)) ?? '')?.[0];
    const spoken = /^\d[\d.,\s]*/.exec(attributeOf(element, 'aria-label') ?? '')?.[0];
    const figure = lineOf(shown ?? spoken);
    if (figure !== undefined) counts[name] = figure;
  }
  return counts;
}
