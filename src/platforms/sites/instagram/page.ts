import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  containsNode,
  documentOf,
  matches,
  parentOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { mediaIdOf } from '../../identifiers/shortcode.ts';
import { before, hasContent, outermostIn } from '../../reading/fence.ts';
import { mediaOf } from '../../reading/media.ts';
import { innermostAround, inOrder, isFurniture, ownParts, pathOf } from '../../reading/parts.ts';
import { readMessageBlock } from '../../reading/single-message.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';
import { factsOf } from './facts.ts';

/*
 * A post and a comment are identified by the link around their time: `/p/<code>/`, `/p/<code>/c/<comment>/` and
 * `/p/<code>/c/<comment>/r/<reply>/`, as page scripts of 2026 use them. Where they are is from memory, 2026-11-21.
 */
const timeLinks =
  'a[href*="/p/"] time[datetime], a[href*="/reel/"] time[datetime], a[href*="/tv/"] time[datetime]';
const written = 'span[dir="auto"], h1[dir="auto"], div[dir="auto"]';
const whole = 'article, [role="dialog"], main';
const linkForm =
  /^\/(?:[\w.]{1,30}\/)?(?<type>p|reel|tv)\/(?<code>[\w-]{5,50})\/(?:c\/(?<comment>\d{1,25})\/(?:r\/(?<reply>\d{1,25})\/)?)?(?:\?|$)/;

interface TimeLink {
  readonly time: Element;
  readonly type: string;
  readonly code: string;
  readonly comment: string | undefined;
  readonly reply: string | undefined;
}

const anyPage = new URL('https://www.instagram.com/');

function timeLinksIn(root: Document | Element): TimeLink[] {
  return queryAll(root, timeLinks).flatMap(time => {
    const { type, code, comment, reply } =
      linkForm.exec(pathOf(closestOf(time, 'a[href]'), anyPage) ?? '')?.groups ?? {};
    const isOne = type !== undefined && code !== undefined && !isWritten(time);
    return isOne ? [{ time, type, code, comment, reply }] : [];
  });
}

/** Whether a time is within somebody's words: the text around it has more than names and this time. */
function isWritten(time: Element): boolean {
  for (let text = closestOf(time, written); text !== undefined; text = closestAround(text, written)) {
    const known = [textContentOf(time), ...authorLinks(text).map(({ link }) => textContentOf(link))];
    const rest = known.reduce((left, part) => left.replace(part, ''), textContentOf(text));
    if (/[\p{L}\p{N}]/u.test(rest)) return true;
  }
  return false;
}

function closestAround(element: Element, selector: string): Element | undefined {
  const parent = parentOf(element);
  return parent === null ? undefined : closestOf(parent, selector);
}

/** Every post, comment and message in the document; a comment is inside its post. */
export function posts(document: Document): readonly Element[] {
  const linked = timeLinksIn(document).flatMap(link => blockOf(link) ?? []);
  return inOrder([...linked, ...messagesIn(document)]);
}

function blockOf(link: TimeLink): Element | undefined {
  if (link.comment !== undefined) return blockOfComment(link);
  const block = closestOf(link.time, whole);
  const codes = new Set(block && timeLinksIn(block).map(({ code }) => code));
  return codes.size === 1 ? block : undefined;
}

/**
 * The comment around its time: up to its author's name, and since 2025 one row further to its words, but never up to
 * the time of another comment.
 */
function blockOfComment(link: TimeLink): Element | undefined {
  let found: Element | undefined;
  for (let block = parentOf(link.time); block !== null && isAlone(block, link); block = parentOf(block)) {
    found = block;
    if (authorLinks(block).length > 0 && wordsIn(block, []) !== undefined) break;
  }
  return found;
}

function isAlone(block: Element, { comment, reply }: TimeLink): boolean {
  if (matches(block, whole)) return false;
  return timeLinksIn(block).every(other => other.comment === comment && other.reply === reply);
}

/** Rows of a conversation; rows of the list of conversations link to them (seen in public code, 2026). */
const messages = '[role="grid"] [role="row"]';

function messagesIn(document: Document): Element[] {
  return outermostIn(document, messages).filter(
    row => queryFirst(row, 'a[href*="/direct/t/"]') === undefined && hasContent(row),
  );
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

export function postAt(document: Document, postId: string | undefined): Element | undefined {
  if (postId === undefined) return undefined;
  return posts(document).find(post => idOf(linkOf(post)) === postId);
}

/** The post's own link: a comment has only one, a post's is the one without a comment. */
function linkOf(post: Element): TimeLink | undefined {
  const links = timeLinksIn(post);
  const isPost = closestOf(post, whole) === post;
  return links.find(link => (link.comment === undefined) === isPost);
}

function idOf(link: TimeLink | undefined): string | undefined {
  return link && (link.reply ?? link.comment ?? link.code);
}

/** Links to a profile that show its handle. */
function authorLinks(block: Element): { readonly link: Element; readonly handle: string }[] {
  return queryAll(block, 'a[href]').flatMap(link => {
    const handle = /^\/([\w.]{1,30})\/(?:\?|$)/.exec(pathOf(link, anyPage) ?? '')?.[1];
    const isShown = handle !== undefined && textContentOf(link).trim().toLowerCase() === handle.toLowerCase();
    return isShown ? [{ link, handle }] : [];
  });
}

/** What the post or comment shows. Numbers come from the page's data about this post only. */
export function read(post: Element, _address: URL, viewer: Viewer): ReadPost {
  if (matches(post, messages)) return readMessageBlock(post);
  const link = linkOf(post);
  const document = documentOf(post);
  const inside = document === null ? [] : postsInside(document, post);
  const { account, doubts } = authorOf(post, inside);
  const facts = document && factsOf(document, idOf(link), account.handle);
  const body = bodyOf(post, inside);
  const text = postText(body === undefined ? '' : writtenText(body));
  const machineTime = readMachineTime(link && attributeOf(link.time, 'datetime'));
  const shown = lineOf(link && textContentOf(link.time));
  const notes = [...doubts, ...(text.note === undefined ? [] : [text.note])];
  const shownMedia = ownParts(post, 'img, video', inside).filter(
    each => !isFurniture(each, post) && each !== body && !(body && containsNode(body, each)),
  );
  const media = link?.comment === undefined ? mediaOf(shownMedia) : [];
  return {
    reader: 'instagram/2026',
    ...(link === undefined ? { kind: 'post' as const } : addressed(link)),
    account: { ...account, ...(facts?.accountId !== undefined && { accountId: facts.accountId }) },
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(media.length > 0 && { media }),
    ...(notes.length > 0 && { notes }),
  };
}

function postsInside(document: Document, post: Element): Element[] {
  return posts(document).filter(other => other !== post && containsNode(post, other));
}

function addressed(link: TimeLink): Pick<ReadPost, 'kind' | 'postId' | 'parentId' | 'ids' | 'permalink'> {
  const { type, code, comment, reply } = link;
  const home = `https://www.instagram.com/${type === 'p' ? 'p' : 'reel'}/${code}/`;
  if (comment === undefined) {
    const mediaId = mediaIdOf(code);
    const kind = type === 'p' ? 'post' : 'video';
    return { kind, postId: code, ...(mediaId !== undefined && { ids: { mediaId } }), permalink: home };
  }
  const above = `https://www.instagram.com/p/${code}/c/${comment}/`;
  if (reply === undefined) return { kind: 'comment', postId: comment, parentId: code, permalink: above };
  const ids = { commentId: comment };
  return { kind: 'reply', postId: reply, parentId: code, ids, permalink: `${above}r/${reply}/` };
}

/**
 * The only name beside the post, or beside the time of a comment. Several, as on a post by two accounts, leave a doubt.
 * A name within or after the words is not the author's.
 */
function authorOf(post: Element, inside: readonly Element[]): { account: Account; doubts: string[] } {
  const header = queryFirst(post, 'header');
  const body = bodyOf(post, inside);
  const own = authorLinks(header ?? post).filter(
    ({ link }) =>
      !inside.some(block => containsNode(block, link)) &&
      !(body !== undefined && containsNode(body, link)) &&
      (header !== undefined || before([link], body ?? inside[0]).length > 0),
  );
  const names = new Set(own.map(({ handle }) => handle.toLowerCase()));
  const [first] = own;
  if (first === undefined) return { account: {}, doubts: [] };
  if (names.size > 1) {
    return {
      account: {},
      doubts: ['More than one account stands above this post; none was taken as the author.'],
    };
  }
  const { handle } = first;
  return { account: { handle, profileAddress: `https://www.instagram.com/${handle}/` }, doubts: [] };
}

/** The caption is a heading on a post's own page; elsewhere it is the first text that is no name, time or button. */
function bodyOf(post: Element, inside: readonly Element[]): Element | undefined {
  return ownParts(post, 'h1[dir="auto"]', inside)[0] ?? wordsIn(post, inside);
}

/** The words after the last occurrence of the author's name: lines above a caption count likes and the like. */
function wordsIn(post: Element, inside: readonly Element[]): Element | undefined {
  const texts = ownParts(post, 'span[dir="auto"]', inside).filter(
    text =>
      !isFurniture(text, post) &&
      authorLinks(text).length === 0 &&
      queryFirst(text, 'time') === undefined &&
      !/^[\p{P}\s]+$/u.test(textContentOf(text)),
  );
  const links = authorLinks(post).filter(({ link }) => !inside.some(block => containsNode(block, link)));
  const [first] = links;
  // Without any linked name, as for a deleted account, a name may be among the texts.
  if (first === undefined) return texts.length === 1 ? texts[0] : undefined;
  const same = links.filter(({ handle }) => handle.toLowerCase() === first.handle.toLowerCase());
  const last = same.at(-1);
  if (last === undefined || (same.length < 2 && matches(post, whole))) return undefined;
  return texts.find(text => before([last.link], text).length > 0);
}
