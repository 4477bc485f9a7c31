import { hrefOf } from '../../../dom/links.ts';
import { writtenText, writtenTextWithout } from '../../../dom/shown-text.ts';
import {
  attributeOf,
  closestOf,
  documentOf,
  matches,
  queryAll,
  queryFirst,
  textContentOf,
} from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { agreed, firstSeen, isSeen, shownName } from '../../reading/fence.ts';
import { innermostAround, inOrder, ownParts } from '../../reading/parts.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText, textWithPictures } from '../../reading/text.ts';
import { factsOf, namedBy, type VideoFacts } from './data.ts';
import { chatMessages, isChatMessage, readChatMessage } from './live-chat.ts';

/*
 * Marks of the desktop site: those of comments as page scripts of 2026 use them, those of the video and of cards from
 * memory, 2026-11-21. A comment's number is in the link around its time.
 */
const mark = {
  video: 'ytd-watch-flexy[video-id]',
  title: 'ytd-watch-metadata h1',
  description: 'ytd-watch-metadata ytd-text-inline-expander',
  owner: 'ytd-video-owner-renderer ytd-channel-name',
  /** The *more* and *less* of a description. */
  button: 'tp-yt-paper-button, [role="button"], button',
  date: 'ytd-watch-metadata #info-strings yt-formatted-string, ytd-watch-info-text #info span',
  comment: 'ytd-comment-view-model, ytd-comment-renderer',
  /** A post of a channel (from memory, 2026-11-30). */
  post: 'ytd-backstage-post-renderer',
  postLink: '#published-time-text a[href^="/post/"]',
  commentLink: '#published-time-text a[href*="lc="]',
  /** For the channel's own owner the name is hidden there and shown in a badge (page scripts in public code, 2026). */
  commentName: 'a#author-text, #author-comment-badge a#name',
  commentText: '#content-text',
  commentLikes: '#vote-count-middle',
  card: 'ytd-rich-item-renderer, ytd-video-renderer',
  cardLink: 'a#video-title-link[href*="/watch?"], a#video-title[href*="/watch?"]',
  cardTime: '#metadata-line span:last-of-type',
} as const;

/** The playing video, and every comment, channel post, video in a list and chat message, in document order. */
export function posts(document: Document): readonly Element[] {
  const cards = queryAll(document, mark.card).filter(card => queryFirst(card, mark.cardLink) !== undefined);
  const comments = queryAll(document, mark.comment).filter(each => commentIdsOf(each) !== undefined);
  const channelPosts = queryAll(document, mark.post).filter(each => channelPostIdOf(each) !== undefined);
  return inOrder([
    ...queryAll(document, mark.video),
    ...comments,
    ...channelPosts,
    ...cards,
    ...chatMessages(document),
  ]);
}

export function postAround(element: Element): Element | undefined {
  return innermostAround(element, posts);
}

/** The comment with this number under this video, the channel's post, or the player of the video. */
export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  const { kind, postId, parentId } = asked ?? {};
  if (postId === undefined) return undefined;
  if (kind === 'video') {
    return queryAll(document, mark.video).find(video => attributeOf(video, 'video-id') === postId);
  }
  if (kind === 'post') return queryAll(document, mark.post).find(each => channelPostIdOf(each) === postId);
  return queryAll(document, mark.comment).find(comment => {
    const ids = commentIdsOf(comment);
    return ids !== undefined && ids.postId === postId && ids.parentId === parentId;
  });
}

interface CommentIds {
  readonly postId: string;
  readonly parentId: string;
  /** The address of what was commented on: a video, or a post of the channel (from memory, 2026-11-30). */
  readonly around: string;
}

function commentIdsOf(comment: Element): CommentIds | undefined {
  const link = queryFirst(comment, mark.commentLink);
  const query = queryOf(link);
  const onPost = /^(?:https:\/\/www\.youtube\.com)?\/post\/(?<post>Ug[\w-]+)\?(?<query>[^#]*)/.exec(
    (link && hrefOf(link)) ?? '',
  )?.groups;
  const said = query ?? new URLSearchParams(onPost?.['query']);
  const postId = /^[\w-]+(?:\.[\w-]+)?$/.exec(said.get('lc') ?? '')?.[0];
  const videoId = videoIn(query);
  const parentId = videoId ?? onPost?.['post'];
  if (postId === undefined || parentId === undefined) return undefined;
  const path = videoId === undefined ? `post/${parentId}?` : `watch?v=${parentId}&`;
  return { postId, parentId, around: `https://www.youtube.com/${path}` };
}

function queryOf(link: Element | undefined): URLSearchParams | undefined {
  const found = /^(?:https:\/\/www\.youtube\.com)?\/watch\?([^#]*)/.exec((link && hrefOf(link)) ?? '');
  return found === null ? undefined : new URLSearchParams(found[1]);
}

function videoIn(query: URLSearchParams | undefined): string | undefined {
  return /^[A-Za-z0-9_-]{11}$/.exec(query?.get('v') ?? '')?.[0];
}

/** What the video, post or comment shows; the page's data counts only where it names this video. */
export function read(post: Element, asked: PostAddress | undefined, address: URL, viewer: Viewer): ReadPost {
  if (isChatMessage(post)) return readChatMessage(post, address, viewer);
  const comment = commentIdsOf(post);
  if (comment !== undefined && closestOf(post, mark.comment) === post)
    return readComment(post, comment, viewer);
  const channelPost = matches(post, mark.post) ? channelPostIdOf(post) : undefined;
  if (channelPost !== undefined) return readChannelPost(post, channelPost, viewer);
  const playing = attributeOf(post, 'video-id');
  return playing === undefined ? readCard(post, viewer) : readVideo(post, playing, asked, viewer);
}

function readVideo(post: Element, postId: string, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const own = (selector: string) => ownParts(post, selector, queryAll(post, `${mark.comment}, ${mark.card}`));
  const document = documentOf(post);
  // Where player and address differ, the page is navigating from one video to the next.
  const isAsked = (asked?.kind === 'video' ? asked.postId : asked?.parentId) === postId;
  const facts = document && isAsked ? factsOf(document, postId) : undefined;
  const { account, doubts } = ownerOf(firstSeen(own(mark.owner)), facts);
  const title = lineOf(own(mark.title).map(textWithPictures)[0]);
  const described = own(mark.description)
    .map(part => writtenTextWithout(part, mark.button))[0]
    ?.trim();
  const { text, note } = postText(
    [title, described].filter(part => part !== undefined && part !== '').join('\n\n'),
  );
  const shown = lineOf(own(mark.date).map(textContentOf).join(' '));
  const moving = isAsked
    ? []
    : ['The player and the address name different videos; only the player was read.'];
  return present<ReadPost>({
    reader: 'youtube/watch-2026',
    kind: 'video',
    postId,
    permalink: `https://www.youtube.com/watch?v=${postId}`,
    account,
    text,
    displayedTime: displayed(shown, viewer),
    machineTime: facts?.machineTime,
    visibility: facts?.visibility,
    notes: unlessEmpty([
      ...doubts,
      ...moving,
      ...(isShownWhole(facts?.text, described) ? [] : [descriptionInCode]),
      ...(note === undefined ? [] : [note]),
    ]),
  });
}

const descriptionInCode =
  'The page’s code has a description of the video that the page did not show, or not to its end; what was shown is here.';

/** Whether the whole description in the page's data was shown, ignoring white space; true where the data has none. */
function isShownWhole(written: string | undefined, shown = ''): boolean {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  return written === undefined || squeezed(shown) === squeezed(written);
}

/** The channel beside the video; its number only where the data names the same channel. */
function ownerOf(owner: Element | undefined, facts: VideoFacts | undefined) {
  const link = owner && firstSeen(queryAll(owner, 'a[href]'));
  const shown: Account = present<Account>({
    ...namedBy(link && hrefOf(link)),
    displayName: shownName(link),
  });
  if (facts === undefined) return { account: shown, doubts: [] };
  const [mine, theirs] = [shown.handle?.toLowerCase(), facts.account.handle?.toLowerCase()];
  if (mine !== undefined && theirs !== undefined && mine !== theirs) {
    const doubt = `The page shows @${shown.handle} beside the video, its data @${facts.account.handle}. Neither was taken as the author.`;
    return { account: {}, doubts: [doubt] };
  }
  return { account: { ...shown, ...facts.account }, doubts: [] };
}

function readComment(post: Element, ids: CommentIds, viewer: Viewer): ReadPost {
  const { postId, parentId, around } = ids;
  const own = (selector: string) => ownParts(post, selector, queryAll(post, mark.comment));
  const name = firstSeen(own(mark.commentName));
  const named = namedBy(name && hrefOf(name));
  const said = shownName(name);
  const [body] = own(mark.commentText);
  const { text, note } = postText(body === undefined ? '' : writtenText(body));
  const link = queryFirst(post, mark.commentLink);
  const shown = lineOf(link && textContentOf(link));
  const likes = queryFirst(post, mark.commentLikes);
  const figure = /^\d.{0,20}$/.exec(lineOf(likes && textContentOf(likes)) ?? '')?.[0];
  const [commentId = '', child] = postId.split('.');
  return present<ReadPost>({
    reader: 'youtube/comment-2026',
    kind: child === undefined ? 'comment' : 'reply',
    postId,
    parentId,
    ids: child === undefined ? undefined : { commentId },
    permalink: `${around}lc=${postId}`,
    account: present<Account>({
      ...named,
      displayName: said === `@${named.handle}` ? undefined : said,
    }),
    text,
    displayedTime: displayed(shown, viewer),
    edited: /\(([^()]+)\)\s*$/.exec(shown ?? '')?.[1],
    counts: figure === undefined ? undefined : { likes: figure },
    notes: unlessEmpty(note === undefined ? [] : [note]),
  });
}

/** The number of a channel's post, in the only link around its time; a shared post inside it has another. */
function channelPostIdOf(post: Element): string | undefined {
  const links = ownParts(post, mark.postLink, queryAll(post, `${mark.post}, ${mark.comment}`));
  return agreed(links.map(link => /^\/post\/(Ug[\w-]+)\/?$/.exec(hrefOf(link) ?? '')?.[1]));
}

function readChannelPost(post: Element, postId: string, viewer: Viewer): ReadPost {
  const inside = queryAll(post, `${mark.post}, ${mark.comment}`);
  const [name, ...names] = ownParts(post, mark.commentName, inside).filter(isSeen);
  const [body] = ownParts(post, mark.commentText, inside);
  const [link] = ownParts(post, mark.postLink, inside);
  const { text, note } = postText(body === undefined ? '' : writtenText(body));
  const said = names.length > 0 ? undefined : name;
  return present<ReadPost>({
    reader: 'youtube/post-2026',
    kind: 'post',
    postId,
    permalink: `https://www.youtube.com/post/${postId}`,
    account: present<Account>({ ...namedBy(said && hrefOf(said)), displayName: shownName(said) }),
    text,
    displayedTime: displayed(lineOf(link && textContentOf(link)), viewer),
    notes: unlessEmpty(note === undefined ? [] : [note]),
  });
}

function readCard(post: Element, viewer: Viewer): ReadPost {
  const link = queryFirst(post, mark.cardLink);
  const postId = videoIn(queryOf(link));
  const channel = firstSeen(queryAll(post, 'ytd-channel-name a[href], #channel-info a[href]'));
  const time = queryFirst(post, mark.cardTime);
  return present<ReadPost>({
    reader: 'youtube/card-2026',
    kind: 'video',
    postId,
    permalink: postId === undefined ? undefined : `https://www.youtube.com/watch?v=${postId}`,
    account: present<Account>({
      ...namedBy(channel && hrefOf(channel)),
      displayName: shownName(channel),
    }),
    text: lineOf(link && textContentOf(link)),
    displayedTime: displayed(lineOf(time && textContentOf(time)), viewer),
    notes: ['Only a card in a list was shown, not the video’s own page.'],
  });
}
