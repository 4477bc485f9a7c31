import { hrefOf } from '../../../dom/links.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  documentOf,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, firstSeen, isSeen, outermostIn, shownName } from '../../reading/fence.ts';
import { type JsonObject, objectsIn, scriptJson, textIn } from '../../reading/json.ts';
import { blockAround, innermostAround, inOrder, ownParts } from '../../reading/parts.ts';
import { lineOf, postText } from '../../reading/text.ts';
import { readUnixTime } from '../../reading/time.ts';

/*
 * Marks as page scripts and saved pages of 2025 and 2026 have them. The player's id ends with the number of its video.
 * A comment shows no number at all.
 */
const mark = {
  player: '[id^="xgwrapper-"]',
  /** Around the video on pages of 2026 without such a player. */
  film: '[data-e2e="browse-video"], [data-e2e="feed-video"]',
  card: 'article, [data-e2e="recommend-list-item-container"]',
  author:
    '[data-e2e="browse-username"], [data-e2e="video-author-uniqueid"], [data-e2e="video-author-avatar"]',
  text: '[data-e2e="browse-video-desc"], [data-e2e="video-desc"]',
  nickname: '[data-e2e="browser-nickname"]',
  comment: '[data-e2e="comment-level-1"], [data-e2e="comment-level-2"]',
  commenter: '[data-e2e="comment-username-1"], [data-e2e="comment-username-2"]',
  commentTime: '[data-e2e="comment-time-1"], [data-e2e="comment-time-2"]',
  data: 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__, script#SIGI_STATE',
} as const;

const film = `${mark.player}, ${mark.film}`;

const counters = {
  likes: '[data-e2e="like-count"], [data-e2e="browse-like-count"]',
  comments: '[data-e2e="comment-count"], [data-e2e="browse-comment-count"]',
  shares: '[data-e2e="share-count"]',
} as const;

/** Every video in a player, and every comment, in document order. */
export function posts(document: Document): readonly Element[] {
  const players = outermostIn(document, film).flatMap(player => blockOfPlayer(player) ?? []);
  const comments = outermostIn(document, mark.comment)
    .filter(text => closestOf(text, mark.text) === undefined)
    .flatMap(text => blockOfComment(text) ?? []);
  return inOrder([...players, ...comments]);
}

function blockOfPlayer(player: Element): Element | undefined {
  const card = closestOf(player, mark.card);
  const block = card ?? blockAround(player, around => queryFirst(around, mark.author) !== undefined);
  return block !== undefined && outermostIn(block, film).length === 1 ? block : undefined;
}

function blockOfComment(text: Element): Element | undefined {
  const block = blockAround(text, around => queryFirst(around, mark.commenter) !== undefined);
  return block !== undefined && outermostIn(block, mark.comment).length === 1 ? block : undefined;
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

export function postAt(document: Document, postId: string | undefined): Element | undefined {
  return postId === undefined ? undefined : posts(document).find(post => videoIdOf(post) === postId);
}

function videoIdOf(post: Element): string | undefined {
  const player = queryFirst(post, mark.player);
  if (player === undefined) return linkedIdOf(post);
  return /^xgwrapper-\d+-(\d{15,20})$/.exec(attributeOf(player, 'id') ?? '')?.[1];
}

/** The number in the only link to a video of the shown author, for a page without a player's id. */
function linkedIdOf(post: Element): string | undefined {
  const author = handleIn(queryAll(post, mark.author));
  const links = author === undefined ? [] : queryAll(post, 'a[href*="/video/"]');
  return agreed(
    links
      .filter(link => closestOf(link, `${mark.text}, ${mark.comment}`) === undefined)
      .map(link => {
        const { handle, postId } = videoLink.exec(hrefOf(link) ?? '')?.groups ?? {};
        return handle?.toLowerCase() === author?.toLowerCase() ? postId : undefined;
      }),
  );
}

const videoLink =
  /^(?:https:\/\/www\.tiktok\.com)?\/@(?<handle>[\w.-]{2,24})\/video\/(?<postId>\d{15,20})(?:[/?]|$)/;

/** What the video or comment shows; numbers come only from data about this video. */
export function read(post: Element, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const isComment = queryFirst(post, film) === undefined;
  return isComment ? readComment(post, asked, viewer) : readVideo(post, viewer);
}

function readVideo(post: Element, viewer: Viewer): ReadPost {
  const comments = queryAll(post, mark.comment).flatMap(text => blockOfComment(text) ?? []);
  const own = (selector: string) => ownParts(post, selector, comments);
  const postId = videoIdOf(post);
  const marks = own(mark.author).filter(each => closestOf(each, mark.text) === undefined);
  const seen = marks.filter(isSeen);
  const document = documentOf(post);
  const item = document && postId !== undefined ? itemOf(document, postId) : undefined;
  // Where the page hides the author's name, its data may describe another video.
  const isHidden = marks.length > 0 && seen.length === 0;
  const account = isHidden ? {} : accountOf(handleIn(seen), item);
  const body = own(mark.text)[0];
  const text = postText(body === undefined ? '' : writtenText(body));
  const machineTime = readUnixTime(textIn(item, 'createTime'));
  const shown = lineOf(own(`${mark.nickname} > span:last-child`).map(textContentOf)[0]);
  const counts = countsOf(own);
  return {
    reader: 'tiktok/2026',
    kind: 'video',
    ...(postId !== undefined && { postId }),
    ...(postId !== undefined && {
      permalink: `https://www.tiktok.com/@${account.handle ?? ''}/video/${postId}`,
    }),
    ...idsOf(account, item),
    account,
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    ...(machineTime && { machineTime }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(text.note !== undefined && { notes: [text.note] }),
  };
}

function readComment(post: Element, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const name = firstSeen(ownParts(post, mark.commenter, queryAll(post, mark.comment)));
  const handle =
    name &&
    (handleIn([name]) ?? handleIn(queryAll(name, 'a[href]').filter(isSeen)) ?? handleIn(around(name)));
  // Beside the link, the same element holds badges such as “Creator”. In a reply such as “Kim ▸ Lee”, two accounts are
  // linked.
  const links = name === undefined ? [] : queryAll(name, 'a[href]').filter(isSeen);
  const isOfTwo = new Set(links.map(link => handleIn([link])?.toLowerCase())).size > 1;
  const displayName = isOfTwo ? undefined : shownName(links.length === 1 ? links[0] : name);
  const body = queryFirst(post, mark.comment);
  const text = postText(body === undefined ? '' : writtenText(body));
  const time = queryFirst(post, mark.commentTime);
  const shown = lineOf(time && textContentOf(time));
  const isReply = body !== undefined && attributeOf(body, 'data-e2e') === 'comment-level-2';
  const parentId = asked?.kind === 'video' || asked?.kind === 'post' ? asked.postId : undefined;
  return {
    reader: 'tiktok/comment-2026',
    kind: isReply ? 'reply' : 'comment',
    ...(parentId !== undefined && { parentId }),
    account: {
      ...(handle !== undefined && { handle, profileAddress: `https://www.tiktok.com/@${handle}` }),
      ...(displayName !== undefined && displayName !== handle && { displayName }),
    },
    ...(text.text !== undefined && { text: text.text }),
    ...(shown !== undefined && { displayedTime: { text: shown, ...viewer } }),
    notes: [
      ...(text.note === undefined ? [] : [text.note]),
      'TikTok shows no number of a comment; it is known by its words, its author and the video.',
    ],
  };
}

function around(name: Element): Element[] {
  const link = closestOf(name, 'a[href]');
  return link === undefined ? [] : [link];
}

/** The handle in the first link to a profile, or in an element that shows only a handle. */
function handleIn(elements: readonly Element[]): string | undefined {
  for (const element of elements) {
    const link = closestOf(element, 'a[href]') ?? firstSeen(queryAll(element, 'a[href]'));
    const linked = /^(?:https:\/\/www\.tiktok\.com)?\/@([\w.-]{2,24})(?:[/?]|$)/.exec(
      (link && hrefOf(link)) ?? '',
    )?.[1];
    if (linked !== undefined) return linked;
    const shows = /-(?:username|uniqueid)$/.test(attributeOf(element, 'data-e2e') ?? '');
    const shown = shows ? /^@?([\w.-]{2,24})$/.exec(textContentOf(element).trim())?.[1] : undefined;
    if (shown !== undefined) return shown;
  }
  return undefined;
}

/** The data of this video; pages before 2024 have it in `SIGI_STATE`. */
function itemOf(document: Document, postId: string): JsonObject | undefined {
  const isItem = (object: JsonObject) =>
    textIn(object, 'id') === postId && Object.hasOwn(object, 'createTime');
  return scriptJson(document, mark.data).flatMap(json => objectsIn(json, isItem))[0];
}

function accountOf(handle: string | undefined, item: JsonObject | undefined): Account {
  const name = textIn(item, 'author', 'uniqueId') ?? textIn(item, 'author');
  const isSame = handle === undefined || name?.toLowerCase() === handle.toLowerCase();
  const known = isSame ? (name ?? handle) : handle;
  if (known === undefined || !/^[\w.-]{2,24}$/.test(known)) return {};
  const displayName = isSame ? lineOf(textIn(item, 'author', 'nickname')) : undefined;
  const accountId = isSame ? /^\d{1,20}$/.exec(textIn(item, 'author', 'id') ?? '')?.[0] : undefined;
  return {
    handle: known,
    ...(displayName !== undefined && { displayName }),
    ...(accountId !== undefined && { accountId }),
    profileAddress: `https://www.tiktok.com/@${known}`,
  };
}

function idsOf(account: Account, item: JsonObject | undefined): { ids?: Record<string, string> } {
  const secUid = /^[\w-]{20,200}$/.exec(textIn(item, 'author', 'secUid') ?? '')?.[0];
  return account.accountId === undefined || secUid === undefined ? {} : { ids: { secUid } };
}

function countsOf(own: (selector: string) => Element[]): Record<string, string> {
  const counts: Record<string, string> = {};
  for (const [name, selector] of Object.entries(counters)) {
    const element = own(selector)[0];
    const figure = /^\d.{0,20}$/.exec(lineOf(element && textContentOf(element)) ?? '')?.[0];
    if (figure !== undefined) counts[name] = figure;
  }
  return counts;
}
